using System.Text;
using Ingest.Contracts;
using Ingest.Parser.Text;

namespace Ingest.Parser.PlainText;

/// <summary>Reads one or several articles from a plain text.</summary>
internal sealed class PlainTextReader(ParserOptions options, TimeProvider time)
{
    /// <param name="content">The file.</param>
    /// <param name="decoded">Its text.</param>
    /// <param name="deadline">Asked between articles.</param>
    /// <param name="stated">What a document's layout told; with a title the text is one article.</param>
    public ParseOutcome Read(FileContent content, DecodedText decoded, Deadline deadline, StatedParts? stated = null)
    {
        var text = decoded.Text;
        var lines = TextLine.Split(text);
        deadline.Check();
        var starts = stated?.Title is null ? ArticleSplitter.Starts(text, lines) : [0];
        var articles = new List<Article>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            deadline.Check();
            var end = i + 1 < starts.Count ? starts[i + 1] : lines.Count;
            if (new ArticleDraft(text, lines, starts[i], end, stated).Finish(content, decoded, content.FirstOrdinal + articles.Count, time) is not { } article)
            {
                continue;
            }

            if (IsTooLarge(article))
            {
                return new ParseOutcome.Rejected(
                    RejectionReasons.ArticleTooLarge,
                    FormattableString.Invariant($"Article {article.Ordinal + 1} of the file is larger than {options.MaxArticleBytes:N0} bytes (Ingest:Parser:MaxArticleBytes). Split it, or raise the limit."));
            }

            articles.Add(article);
        }

        return articles.Count > 0
            ? new ParseOutcome.Parsed(articles)
            : new ParseOutcome.Rejected(
                RejectionReasons.NoArticle, "The file can be read but has no article in it: no headline with a text and no sentence.");
    }

    private bool IsTooLarge(Article article) =>
        (article.Body.Length + article.Title.Length) * 3L > options.MaxArticleBytes &&
        Encoding.UTF8.GetByteCount(article.Body) + Encoding.UTF8.GetByteCount(article.Title) > options.MaxArticleBytes;
}
