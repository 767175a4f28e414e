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
    public const string Said = "said";
    public const string Language = "lang";
    public const string Date = "date";

    private static readonly string[] Names = [Title, Body, Author, Agency, Source, Section, Url, Path, Said, Language, Date];

    private static readonly Dictionary<string, string> Known = new(Names.Select(name => KeyValuePair.Create(name, name)), StringComparer.OrdinalIgnoreCase)
    {
        // As the parameter and the facet are called.
        ["language"] = Language,
    };

    /// <summary>All of them, for people.</summary>
    public static string List { get; } = string.Join(", ", Names);

    /// <summary>Splits <c>title:word</c>; false when what stands before the colon is no field, as in <c>10:30</c>.</summary>
    public static bool TrySplit(string text, out string field, out string value)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        (field, value) = colon > 0 && Known.TryGetValue(text[..colon], out var name) ? (name, text[(colon + 1)..]) : ("", text);
        return field.Length > 0;
    }

    /// <summary>What somebody may have taken for a field; null for times of day, addresses and other text with a colon.</summary>
    public static string? Mistaken(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var looksLikeField = colon is > 1 and < 20 && colon + 1 < text.Length && text[colon + 1] is not (':' or '/') && text.AsSpan(0, colon).IndexOfAnyExceptInRange('a', 'z') < 0;
        return looksLikeField ? text[..colon] : null;
    }
}
