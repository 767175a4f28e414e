using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Contracts;
using Ingest.Indexer.QueryLanguage;
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

    private static readonly byte[] Canonical = Encoding.UTF8.GetBytes(IndexTerms.Canonical.Text);
    private static readonly byte[] NoArticle = Encoding.UTF8.GetBytes(IndexTerms.NoArticle.Text);

    private readonly Vocabularies _vocabularies = new();
    private readonly WordSource _words = new();
    private readonly ArticleFields _fields = new();
    private readonly Dictionary<string, NameTerms> _names = new(
        new[] { QueryFields.Author, QueryFields.Agency, QueryFields.Source, QueryFields.Section, QueryFields.Url, QueryFields.Path, QueryFields.Said }
            .Select(field => KeyValuePair.Create(field, new NameTerms(IndexTerms.Beginning(field)))));

    private readonly KeptValues _sources = new(IndexTerms.Source);
    private readonly KeptValues _languages = new(IndexTerms.Language);
    private readonly KeptValues _sections = new(IndexTerms.Section);
    private readonly KeptValues _authors = new(IndexTerms.Author);
    private readonly KeptValues _agencies = new(IndexTerms.Agency);
    private readonly KeptValues _days = new("");

    /// <summary>The term by which an article is updated or deleted.</summary>
    public static Term Key(string articleId) => IndexTerms.Key(IndexTerms.Id, articleId);

    /// <summary>The document of an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="canonical">Whether it stands for its cluster.</param>
    public IReadOnlyList<IIndexableField> Of(Article article, bool canonical)
    {
        ArgumentNullException.ThrowIfNull(article);
        _fields.Used.Clear();
        _fields.Stored(IndexFields.Id, article.ArticleId);
        AddTexts(article);
        AddNames(article);
        AddKeys(article, canonical);
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
        _fields.Terms(IndexFields.Keys, ArticleFields.Keywords).Add(NoArticle);
        var terms = _fields.Terms(IndexFields.Inflections, ArticleFields.Keywords);
        Met.ForEach(terms.Add);
        Met.Clear();
        return _fields.Used;
    }

    private void AddTexts(Article article)
    {
        var vocabulary = _vocabularies.Of(article.Language);
        _words.Read(article.Title, vocabulary, _fields.Terms(IndexFields.Title, ArticleFields.Words));
        _words.Read(article.Body, vocabulary, _fields.Terms(IndexFields.Body, ArticleFields.Words));
    }

    private void AddNames(Article article)
    {
        var names = _fields.Terms(IndexFields.Names, ArticleFields.Names);
        AddNames(names, QueryFields.Author, article.Authors);
        AddNames(names, QueryFields.Agency, article.Agencies);
        AddName(names, QueryFields.Source, article.Source);
        AddName(names, QueryFields.Section, article.Section);
        AddName(names, QueryFields.Url, article.Url);
        AddName(names, QueryFields.Path, article.Path);
        if (article.Quotes.Count > 0)
        {
            AddNames(names, QueryFields.Said, [.. article.Quotes.Select(quote => quote.Speaker).Distinct(StringComparer.Ordinal)]);
        }
    }

    private void AddKeys(Article article, bool canonical)
    {
        var keys = _fields.Terms(IndexFields.Keys, ArticleFields.Keywords);
        keys.Add(Encoding.UTF8.GetBytes(Key(article.ArticleId).Text));
        if (canonical)
        {
            keys.Add(Canonical);
        }

        AddValue(keys, _sources, IndexFields.SourceFacet, article.Source);
        AddValue(keys, _languages, IndexFields.LanguageFacet, article.Language is { } language ? Folding.Keyword(language) : null);
        AddValue(keys, _sections, IndexFields.SectionFacet, article.Section);
        AddValues(keys, _authors, IndexFields.AuthorFacet, article.Authors);
        AddValues(keys, _agencies, IndexFields.AgencyFacet, article.Agencies);
    }

    private void AddDates(string? publishedAt)
    {
        if (NewsDate.Start(publishedAt) is { } start)
        {
            _fields.Number(IndexFields.Published, start.UtcTicks);
            _fields.Calendar(IndexFields.Day, DayOf(publishedAt!));
            _fields.Counted(IndexFields.DayFacet, _days.Of(NewsDate.Day(publishedAt)!).Facet);
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

    private void AddNames(TermStream names, string field, IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0)
            {
                // A word that nobody can ask for, so that no phrase goes from one name into the next.
                names.Add(_names[field].TermOf([]));
            }

            AddName(names, field, values[i]);
        }
    }

    private void AddName(TermStream names, string field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _words.Read(value, _names[field], names);
        }
    }

    private void AddValue(TermStream keys, KeptValues known, string facet, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        var kept = known.Of(value);
        keys.Add(kept.Keyword);
        if (kept.Line.Length > 0)
        {
            _fields.Counted(facet, kept.Facet);
        }
    }

    /// <summary>Each for filters, and one value for the whole list for counting, see <see cref="Facets.FacetVocabulary"/>.</summary>
    private void AddValues(TermStream keys, KeptValues known, string facet, IReadOnlyList<string> values)
    {
        if (values.Count <= 1)
        {
            AddValue(keys, known, facet, values.Count == 0 ? null : values[0]);
            return;
        }

        var lines = new List<string>(values.Count);
        foreach (var value in values.Where(value => !string.IsNullOrWhiteSpace(value)))
        {
            var kept = known.Of(value);
            keys.Add(kept.Keyword);
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
