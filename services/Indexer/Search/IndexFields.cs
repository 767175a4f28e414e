using Ingest.Indexer.QueryLanguage;

namespace Ingest.Indexer.Search;

/// <summary>The fields of the index. A change of their meaning needs a new <see cref="IndexFolder.Format"/>.</summary>
internal static class IndexFields
{
    /// <summary>Identifier, stored: all that a hit needs; the rest comes from the documents.</summary>
    public const string Id = "id";

    /// <summary>Words as written, with positions.</summary>
    public const string Title = "title";

    /// <summary>Words as written, with positions.</summary>
    public const string Body = "body";

    /// <summary>Inflected words and their stems, see <see cref="Text.Inflection"/>; in documents of their own, which are no articles.</summary>
    public const string Inflections = "inflections";

    /// <summary>1 for documents that are no articles.</summary>
    public const string NoArticle = "no.article";

    public const string Author = "author";
    public const string Agency = "agency";
    public const string Source = "source";
    public const string Section = "section";
    public const string Url = "url";
    public const string Path = "path";

    /// <summary>Names of those whom the article quotes.</summary>
    public const string Said = "said";

    /// <summary>Whole values, folded, for filters.</summary>
    public const string AuthorIs = "author.is";
    public const string SourceIs = "source.is";
    public const string LanguageIs = "language.is";
    public const string AgencyIs = "agency.is";
    public const string SectionIs = "section.is";

    /// <summary>Values as written, one a document (lists joined by line breaks), for counting.</summary>
    public const string SourceFacet = "source.facet";
    public const string LanguageFacet = "language.facet";
    public const string AuthorFacet = "author.facet";
    public const string AgencyFacet = "agency.facet";
    public const string SectionFacet = "section.facet";

    /// <summary>The day as written, or what there is of it, for counting.</summary>
    public const string DayFacet = "day.facet";

    /// <summary>1 for articles that stand for their cluster.</summary>
    public const string Canonical = "canonical";

    /// <summary>Calendar day of publication as the number 20250213; a date without day counts as its first.</summary>
    public const string Day = "day";

    /// <summary>Instant of publication, for sorting; absent for undated articles.</summary>
    public const string Published = "published";

    /// <summary>A number made of the identifier: orders what is otherwise equal, the same in every index.</summary>
    public const string Tie = "tie";

    /// <summary>The fields whose scores depend on how long their texts are.</summary>
    public static IReadOnlyList<string> Scored { get; } = [Title, Body];

    /// <summary>The field of words as written that a query names; the body when it names none.</summary>
    public static string Of(string? queryField) => queryField switch
    {
        QueryFields.Title => Title,
        QueryFields.Author => Author,
        QueryFields.Agency => Agency,
        QueryFields.Source => Source,
        QueryFields.Section => Section,
        QueryFields.Url => Url,
        QueryFields.Path => Path,
        QueryFields.Said => Said,
        QueryFields.Language => LanguageIs,
        _ => Body,
    };
}
