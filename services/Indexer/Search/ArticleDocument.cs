using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Contracts;
using Ingest.Indexer.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Ingest.Indexer.Search;

/// <summary>
/// Turns an article into what Lucene indexes. Its fields and buffers are used again for the next article: add the document to the
/// writer before asking for another. For one thread at a time.
/// </summary>
public sealed class ArticleDocument
{
    private const int MostInFacet = 50;

    private static readonly byte[] One = "1"u8.ToArray();

    private readonly Vocabularies _vocabularies = new();
    private readonly WordSource _words = new();
    private readonly ArticleFields _fields = new();
    private readonly KeptValues _values = new();

    /// <summary>The term by which an article is updated or deleted.</summary>
    public static Term Key(string articleId) => new(IndexFields.Id, articleId);

    /// <summary>The document of an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="canonical">Whether it stands for its cluster.</param>
    public IReadOnlyList<IIndexableField> Of(Article article, bool canonical)
    {
        ArgumentNullException.ThrowIfNull(article);
        _fields.Used.Clear();
        _fields.Stored(IndexFields.Id, article.ArticleId);
        Only(IndexFields.Id).Add(Encoding.UTF8.GetBytes(article.ArticleId));
        var vocabulary = _vocabularies.Of(article.Language);
        AddText(IndexFields.Title, article.Title, vocabulary);
        AddText(IndexFields.Body, article.Body, vocabulary);
        AddNames(IndexFields.Author, article.Authors, vocabulary);
        AddNames(IndexFields.Agency, article.Agencies, vocabulary);
        AddName(IndexFields.Source, article.Source, vocabulary);
        AddName(IndexFields.Section, article.Section, vocabulary);
        AddName(IndexFields.Url, article.Url, vocabulary);
        AddName(IndexFields.Path, article.Path, vocabulary);
        AddNames(IndexFields.Said, article.Quotes.Count == 0 ? [] : [.. article.Quotes.Select(quote => quote.Speaker).Distinct(StringComparer.Ordinal)], vocabulary);
        AddValue(IndexFields.SourceIs, IndexFields.SourceFacet, article.Source);
        AddValue(IndexFields.LanguageIs, IndexFields.LanguageFacet, article.Language is { } language ? Folding.Keyword(language) : null);
        AddValue(IndexFields.SectionIs, IndexFields.SectionFacet, article.Section);
        AddValues(IndexFields.AuthorIs, IndexFields.AuthorFacet, article.Authors);
        AddValues(IndexFields.AgencyIs, IndexFields.AgencyFacet, article.Agencies);
        if (canonical)
        {
            Only(IndexFields.Canonical).Add(One);
        }

        AddDates(article.PublishedAt);
        _fields.Number(IndexFields.Tie, TieOf(article.ArticleId));
        return _fields.Used;
    }

    /// <summary>Inflected words of articles that <see cref="Inflections"/> has not taken yet.</summary>
    internal List<byte[]> Met => _vocabularies.Met;

    /// <summary>
    /// The inflected words of articles since the last time, as a document of its own; null when there are none. Articles come and go; what is known
    /// of a language stays. It must be in the index before these articles are found.
    /// </summary>
    public IReadOnlyList<IIndexableField>? Inflections()
    {
        if (Met.Count == 0)
        {
            return null;
        }

        _fields.Used.Clear();
        Only(IndexFields.NoArticle).Add(One);
        var terms = Only(IndexFields.Inflections);
        Met.ForEach(terms.Add);
        Met.Clear();
        return _fields.Used;
    }

    private TermStream Only(string field)
    {
        var terms = _fields.Terms(field, ArticleFields.Keywords);
        terms.Empty();
        return terms;
    }

    private void AddText(string field, string text, Vocabulary vocabulary) => _words.Read(text, vocabulary, _fields.Terms(field, ArticleFields.Words));

    private void AddDates(string? publishedAt)
    {
        if (NewsDate.Start(publishedAt) is { } start)
        {
            _fields.Number(IndexFields.Published, start.UtcTicks);
            _fields.Calendar(IndexFields.Day, DayOf(publishedAt!));
            _fields.Counted(IndexFields.DayFacet, _values.Of(NewsDate.Day(publishedAt)!).Facet);
        }
    }

    /// <summary>The day as written, in the article's own time zone.</summary>
    private static int DayOf(string publishedAt)
    {
        var digits = NewsDate.Day(publishedAt)!.Replace("-", "", StringComparison.Ordinal);
        var number = int.Parse(digits, CultureInfo.InvariantCulture);
        return digits.Length switch { 4 => (number * 10000) + 101, 6 => (number * 100) + 1, _ => number };
    }

    /// <summary>Identifiers are hashes already: their first half orders them as well as the whole.</summary>
    private static long TieOf(string articleId)
    {
        if (articleId.Length == 32 && ulong.TryParse(articleId.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var half))
        {
            return unchecked((long)(half ^ 0x8000_0000_0000_0000));
        }

        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(articleId)));
    }

    private void AddNames(string field, IReadOnlyList<string> values, Vocabulary vocabulary)
    {
        if (values.Count > 0)
        {
            AddName(field, values.Count == 1 ? values[0] : string.Join('\n', values), vocabulary);
        }
    }

    private void AddName(string field, string? value, Vocabulary vocabulary)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _words.Read(value, vocabulary, _fields.Terms(field, ArticleFields.Names));
        }
    }

    private void AddValue(string filter, string facet, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        var kept = _values.Of(value);
        Only(filter).Add(kept.Keyword);
        if (kept.Line.Length > 0)
        {
            _fields.Counted(facet, kept.Facet);
        }
    }

    /// <summary>Each for filters, and one value for the whole list for counting, see <see cref="Facets.FacetVocabulary"/>.</summary>
    private void AddValues(string filter, string facet, IReadOnlyList<string> values)
    {
        if (values.Count <= 1)
        {
            AddValue(filter, facet, values.Count == 0 ? null : values[0]);
            return;
        }

        var filters = Only(filter);
        var lines = new List<string>(values.Count);
        foreach (var value in values.Where(value => !string.IsNullOrWhiteSpace(value)))
        {
            var kept = _values.Of(value);
            filters.Add(kept.Keyword);
            if (kept.Line.Length > 0 && lines.Count < MostInFacet)
            {
                lines.Add(kept.Line);
            }
        }

        if (lines.Count > 0)
        {
            _fields.Counted(facet, new BytesRef(string.Join('\n', lines)));
        }
    }
}
