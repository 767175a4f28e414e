namespace Ingest.Indexer.QueryLanguage;

/// <summary>A query spelled out: how it was read, in the language that it is written in.</summary>
internal static class Reading
{
    public static string? Of(QueryNode? node) => node switch
    {
        null => null,
        QueryNode.Word word => Prefixed(word.Field, word.Text + (word.IsPrefix ? "*" : "")),
        QueryNode.Words words => string.Join(' ', words.Parts.Select(Of)),
        QueryNode.Phrase phrase => Prefixed(phrase.Field, $"\"{phrase.Text}\""),
        QueryNode.Near near => string.Join($" NEAR/{near.Between} ", near.Parts.Select(Of)),
        QueryNode.Dated dated => $"date:{dated.Days}",
        QueryNode.Not { Part: QueryNode.Word or QueryNode.Phrase or QueryNode.Dated } not => "NOT " + Of(not.Part),
        QueryNode.Not not => $"NOT ({Of(not.Part)})",
        QueryNode.All all => string.Join(" AND ", all.Parts.Select(Inner)),
        QueryNode.Any any => string.Join(" OR ", any.Parts.Select(Inner)),
        _ => "",
    };

    private static string? Inner(QueryNode node) => node is QueryNode.All or QueryNode.Any or QueryNode.Words ? $"({Of(node)})" : Of(node);

    private static string Prefixed(string? field, string text) => field is null ? text : $"{field}:{text}";
}
