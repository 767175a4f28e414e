using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Contracts;
using Ingest.Indexer.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using LuceneDocument = Lucene.Net.Documents.Document;

namespace Ingest.Indexer.Search;

/// <summary>
/// Turns an article into what Lucene indexes. Its fields and buffers are used again for the next article: add the document to the
/// writer before asking for another. For one thread at a time.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The token streams hold nothing but memory.")]
public sealed class ArticleDocument
{
    private static readonly FieldType Words = Frozen(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, omitNorms: false);
    private static readonly FieldType Stems = Frozen(IndexOptions.DOCS_AND_FREQS, omitNorms: false);
    private static readonly FieldType Names = Frozen(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, omitNorms: true);
    private static readonly FieldType DayNumber = new(Int32Field.TYPE_NOT_STORED) { NumericPrecisionStep = 8 };

    private const int LongestFacet = 200;
    private const int MostInFacet = 50;

    private readonly Stemmers _stemmers = new();
    private readonly WordList _title = new();
    private readonly WordList _body = new();
    private readonly WordStream _titleStems;
    private readonly WordStream _bodyStems;
    private readonly List<IIndexableField> _text;
    private readonly Dictionary<string, (WordList Words, Field Field)> _names = [];

    /// <summary>Makes the fields that every article has.</summary>
    public ArticleDocument()
    {
        _titleStems = new WordStream(_title);
        _bodyStems = new WordStream(_body);
        _text =
        [
            new Field(IndexFields.Title, new WordStream(_title), Words),
            new Field(IndexFields.Body, new WordStream(_body), Words),
            new Field(IndexFields.TitleStems, _titleStems, Stems),
            new Field(IndexFields.BodyStems, _bodyStems, Stems),
        ];
    }

    /// <summary>The term by which an article is updated or deleted.</summary>
    public static Term Key(string articleId) => new(IndexFields.Id, articleId);

    /// <summary>The document of an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="canonical">Whether it stands for its cluster.</param>
    public LuceneDocument Of(Article article, bool canonical)
    {
        ArgumentNullException.ThrowIfNull(article);
        _title.Fill(article.Title);
        _body.Fill(article.Body);
        _titleStems.Stemmer = _bodyStems.Stemmer = _stemmers.For(article.Language);
        var document = new LuceneDocument { new StringField(IndexFields.Id, article.ArticleId, Field.Store.YES) };
        foreach (var field in _text)
        {
            document.Add(field);
        }

        AddNames(document, IndexFields.Author, article.Authors);
        AddNames(document, IndexFields.Agency, article.Agencies);
        AddName(document, IndexFields.Source, article.Source);
        AddName(document, IndexFields.Section, article.Section);
        AddName(document, IndexFields.Url, article.Url);
        AddName(document, IndexFields.Path, article.Path);
        AddNames(document, IndexFields.Said, [.. article.Quotes.Select(quote => quote.Speaker).Distinct(StringComparer.Ordinal)]);
        AddKeyword(document, IndexFields.SourceIs, article.Source);
        AddKeyword(document, IndexFields.LanguageIs, article.Language);
        AddKeyword(document, IndexFields.SectionIs, article.Section);
        foreach (var author in article.Authors)
        {
            AddKeyword(document, IndexFields.AuthorIs, author);
        }

        foreach (var agency in article.Agencies)
        {
            AddKeyword(document, IndexFields.AgencyIs, agency);
        }

        AddFacet(document, IndexFields.SourceFacet, [article.Source ?? ""]);
        AddFacet(document, IndexFields.LanguageFacet, [Folding.Keyword(article.Language ?? "")]);
        AddFacet(document, IndexFields.AuthorFacet, article.Authors);
        AddFacet(document, IndexFields.AgencyFacet, article.Agencies);
        AddFacet(document, IndexFields.SectionFacet, [article.Section ?? ""]);

        if (canonical)
        {
            document.Add(new StringField(IndexFields.Canonical, "1", Field.Store.NO));
        }

        AddDates(document, article.PublishedAt);
        document.Add(new NumericDocValuesField(IndexFields.Tie, TieOf(article.ArticleId)));
        return document;
    }

    private static void AddDates(LuceneDocument document, string? publishedAt)
    {
        if (NewsDate.Start(publishedAt) is { } start)
        {
            document.Add(new NumericDocValuesField(IndexFields.Published, start.UtcTicks));
            document.Add(new Int32Field(IndexFields.Day, DayOf(publishedAt!), DayNumber));
            document.Add(new SortedDocValuesField(IndexFields.DayFacet, new BytesRef(NewsDate.Day(publishedAt)!)));
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

    private void AddNames(LuceneDocument document, string field, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            AddName(document, field, values.Count == 1 ? values[0] : string.Join('\n', values));
        }
    }

    private void AddName(LuceneDocument document, string field, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        if (!_names.TryGetValue(field, out var name))
        {
            var words = new WordList();
            _names[field] = name = (words, new Field(field, new WordStream(words), Names));
        }

        name.Words.Fill(value);
        document.Add(name.Field);
    }

    private static void AddKeyword(LuceneDocument document, string field, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            document.Add(new StringField(field, Folding.Keyword(value), Field.Store.NO));
        }
    }

    /// <summary>One value for the whole list, see <see cref="Facets.FacetVocabulary"/>. An absurdly long one is left out: Lucene would refuse the article.</summary>
    private static void AddFacet(LuceneDocument document, string field, IReadOnlyList<string> values)
    {
        var list = string.Join('\n', values.Select(OneLine).Where(value => value.Length is > 0 and <= LongestFacet).Take(MostInFacet));
        if (list.Length > 0)
        {
            document.Add(new SortedDocValuesField(field, new BytesRef(list)));
        }
    }

    private static string OneLine(string value) =>
        string.Join(' ', WordScanner.Prepare(value).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static FieldType Frozen(IndexOptions options, bool omitNorms)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, IndexOptions = options, OmitNorms = omitNorms };
        type.Freeze();
        return type;
    }
}
