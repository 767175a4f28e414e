namespace Ingest.Parser.Tests.Html;

/// <summary>An article that pages of several makers hold.</summary>
internal static class Harbour
{
    public static readonly string[] Paragraphs =
    [
        "The harbour of Lindholm reopened on Tuesday after seven weeks of repairs, and forty ships were waiting outside the mole when the first pilot boat went out shortly before dawn.",
        "\"We had counted on nine weeks,\" said harbour master Ada Quill, who thanked the crews that had worked through the storms of February without a single day of rest.",
        "The town council will vote on Thursday on a second berth, which would cost 12 million crowns and be ready in two years.",
        "Fishermen from the northern villages had to land their catch in Eastmere during the closure, which cost them about two hours a day, their association said.",
    ];

    public static readonly string Body = string.Join("\n\n", Paragraphs);
}
