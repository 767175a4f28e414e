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


    /// <summary>Words of all other texts, each behind the name of what it is of, with positions: see <see cref="IndexTerms.Word"/>.</summary>
    public const string Names = "names";

    /// <summary>Whole values for filters, each behind the name of what it is: see <see cref="IndexTerms.Key"/>.</summary>
    public const string Keys = "keys";

    /// <summary>Values as written, one a document (lists joined by line breaks), for counting.</summary>
    public const string SourceFacet = "source.facet";
    public const string LanguageFacet = "language.facet";
    public const string AuthorFacet = "author.facet";
    public const string AgencyFacet = "agency.facet";
    public const string SectionFacet = "section.facet";

    /// <summary>The day as written, or what there is of it, for counting.</summary>
    public const string DayFacet = "day.facet";

    /// <summary>Calendar day of publication as the number 20250213; a date without day counts as its first.</summary>
    public const string Day = "day";

    /// <summary>Instant of publication, for sorting; absent for undated articles.</summary>
    public const string Published = "published";

    /// <summary>A number made of the identifier: orders what is otherwise equal, the same in every index.</summary>
    public const string Tie = "tie";

    /// <summary>The fields whose scores depend on how long their texts are.</summary>
    public static IReadOnlyList<string> Scored { get; } = [Title, Body];
}
