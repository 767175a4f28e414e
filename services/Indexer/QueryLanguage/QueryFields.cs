namespace Ingest.Indexer.QueryLanguage;

/// <summary>The fields a query can name.</summary>
internal static class QueryFields
{
    public const string Title = "title";
    public const string Body = "body";
    public const string Author = "author";
    public const string Agency = "agency";
    public const string Source = "source";
    public const string Section = "section";
    public const string Url = "url";
    public const string Path = "path";
    public const string Language = "lang";
    public const string Date = "date";

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        Title, Body, Author, Agency, Source, Section, Url, Path, Language, Date,
    };

    /// <summary>Splits <c>title:word</c>; false when what stands before the colon is no field, as in <c>10:30</c>.</summary>
    public static bool TrySplit(string text, out string field, out string value)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        (field, value) = colon > 0 && Names.Contains(text[..colon])
            ? (text[..colon].ToLowerInvariant(), text[(colon + 1)..])
            : ("", text);
        return field.Length > 0;
    }
}
