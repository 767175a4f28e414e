namespace Ingest.Indexer.Search;

/// <summary>Names of the index's fields.</summary>
internal static class IndexFields
{
    public const string Id = "id";
    public const string Title = "title";
    public const string Body = "body";
    public const string Author = "author";
    public const string Agency = "agency";
    public const string Source = "source";
    public const string Section = "section";
    public const string Url = "url";
    public const string Path = "path";
    public const string Language = "lang";

    /// <summary>Whole names, lower-case, for filters.</summary>
    public const string AuthorName = "author_name";

    public const string SourceName = "source_name";

    /// <summary>First day the date may mean, as yyyymmdd.</summary>
    public const string Day = "day";

    /// <summary>Milliseconds since 1970, to sort by.</summary>
    public const string Published = "published";

    /// <summary>There for the articles that stand for their cluster.</summary>
    public const string Canonical = "canonical";

    public const string Yes = "1";

    /// <summary>The whole of a name, as filters compare it.</summary>
    public static string Fold(string name) => name.Trim().ToLowerInvariant();
}
