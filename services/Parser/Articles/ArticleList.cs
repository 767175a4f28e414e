using System.Globalization;
using System.Text;
using Ingest.Contracts;
using Ingest.Parser.Text;

namespace Ingest.Parser.Articles;

/// <summary>Collects the articles of one file of a structured format: unique keys, size limit, and a warning when items got lost.</summary>
internal sealed class ArticleList(FileContent content, DecodedText decoded, ParserOptions options, TimeProvider time)
{
    private readonly List<Article> _articles = [];
    private readonly UniqueKeys _keys = new();
    private readonly List<string> _doubts = [];
    private ParseOutcome.Rejected? _tooLarge;

    /// <summary>Items seen so far, whether or not they became articles.</summary>
    public int Items { get; private set; }

    /// <summary>Adds an item; one with neither title nor text is counted only.</summary>
    /// <param name="fields">What was found.</param>
    /// <param name="key">The item's own identifier; its position when it has none.</param>
    /// <param name="format">For <c>origin</c>.</param>
    public void Add(ArticleFields fields, string? key, string format)
    {
        Items++;
        fields.Note("format", format);
        fields.Note("encoding", decoded.Encoding);
        if (decoded.Doubt is { } doubt)
        {
            fields.Warn("encoding", doubt);
        }

        if (fields.Finish(content, Unique(key), NextOrdinal, time) is not { } article)
        {
            return;
        }

        if (IsTooLarge(article))
        {
            _tooLarge ??= new ParseOutcome.Rejected(
                RejectionReasons.ArticleTooLarge,
                FormattableString.Invariant($"Article {article.Ordinal + 1} of the file is larger than {options.MaxArticleBytes:N0} bytes (Ingest:Parser:MaxArticleBytes). Split it, or raise the limit."));
        }

        _articles.Add(article);
    }

    /// <summary>Notes what is wrong with the file as a whole; its first article carries it.</summary>
    public void Doubt(string doubt) => _doubts.Add("file: " + doubt);

    /// <summary>The outcome.</summary>
    /// <param name="none">Why there is no article, when there is none.</param>
    public ParseOutcome Finish(string none)
    {
        if (_tooLarge is not null)
        {
            return _tooLarge;
        }

        if (_articles.Count == 0)
        {
            return new ParseOutcome.Rejected(RejectionReasons.NoArticle, _doubts.Count == 0 ? none : $"{none} ({string.Join("; ", _doubts)})");
        }

        if (_articles.Count < Items)
        {
            Doubt(FormattableString.Invariant($"{Items - _articles.Count} of {Items} items have neither title nor text and were left out"));
        }

        if (_doubts.Count > 0)
        {
            _articles[0] = _articles[0] with { Warnings = [.. _doubts, .. _articles[0].Warnings] };
        }

        return new ParseOutcome.Parsed(_articles);
    }

    private int NextOrdinal => content.FirstOrdinal + _articles.Count;

    private string Unique(string? key) => _keys.Of(string.IsNullOrWhiteSpace(key) ? NextOrdinal.ToString(CultureInfo.InvariantCulture) : key.Trim());

    private bool IsTooLarge(Article article) =>
        (article.Body.Length + article.Title.Length) * 3L > options.MaxArticleBytes &&
        Encoding.UTF8.GetByteCount(article.Body) + Encoding.UTF8.GetByteCount(article.Title) > options.MaxArticleBytes;
}
