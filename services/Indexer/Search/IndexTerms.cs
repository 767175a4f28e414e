using Ingest.Indexer.QueryLanguage;
using Lucene.Net.Index;

namespace Ingest.Indexer.Search;

/// <summary>
/// The terms of the fields that hold values of several kinds. Every field of its own costs each article, each segment and each merge: with twelve
/// fields instead of two, indexing took a tenth longer.
/// </summary>
internal static class IndexTerms
{
    public const string Id = "id";
    public const string Source = "source";
    public const string Language = "language";
    public const string Author = "author";
    public const string Agency = "agency";
    public const string Section = "section";

    /// <summary>Articles that stand for their cluster.</summary>
    public static readonly Term Canonical = Key("canonical", "1");

    /// <summary>Documents that are no articles.</summary>
    public static readonly Term NoArticle = Key("article", "0");

    /// <summary>With what the terms of a kind begin.</summary>
    public static string Beginning(string kind) => kind + ":";

    /// <summary>A whole value, folded.</summary>
    public static Term Key(string kind, string value) => new(IndexFields.Keys, Beginning(kind) + value);

    /// <summary>A folded word, or the beginning of one, in the field that a query names; in the body when it names none.</summary>
    public static Term Word(string? queryField, string word) => queryField switch
    {
        null or QueryFields.Body => new Term(IndexFields.Body, word),
        QueryFields.Title => new Term(IndexFields.Title, word),
        _ => new Term(IndexFields.Names, Beginning(queryField) + word),
    };
}
