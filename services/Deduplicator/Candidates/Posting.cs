using Ingest.Deduplicator.Clusters;

namespace Ingest.Deduplicator.Candidates;

/// <summary>What stands for a text in the index: twice its number, and one more if it looks misread, so that this is known without reading the text.</summary>
internal static class Posting
{
    /// <summary>That of a text.</summary>
    public static int Of(TextNode text) => checked(text.No * 2) | (text.Signature.LooksMisread ? 1 : 0);

    /// <summary>The text's number.</summary>
    public static int Text(int posting) => posting >> 1;

    /// <summary>Whether the text looks misread.</summary>
    public static bool LooksMisread(int posting) => (posting & 1) != 0;

    /// <summary>Collects the numbers of texts.</summary>
    /// <param name="postings">Theirs.</param>
    /// <param name="texts">Receives them.</param>
    /// <param name="onlyMisread">Whether to leave out those that do not look misread.</param>
    public static void Collect(ReadOnlySpan<int> postings, HashSet<int> texts, bool onlyMisread = false)
    {
        foreach (var posting in postings)
        {
            if (!onlyMisread || LooksMisread(posting))
            {
                texts.Add(Text(posting));
            }
        }
    }
}
