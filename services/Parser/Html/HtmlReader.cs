using System.Text;
using AngleSharp.Html.Parser;
using Ingest.Contracts;
using Ingest.Parser.Articles;
using Ingest.Parser.Html.Body;
using Ingest.Parser.Html.Tree;
using Ingest.Parser.Text;

namespace Ingest.Parser.Html;

/// <summary>Reads the article of an HTML page. The page's scripts are never run and nothing is ever loaded.</summary>
internal sealed class HtmlReader(ParserOptions options, TimeProvider time)
{
    /// <summary>Less text than this, without a stated article, is a shell, a bot wall or an error page.</summary>
    private const int LeastBody = 140;

    // Only the tokenizer and the tree builder: no browsing context, so no loader and no scripting.
    private static readonly HtmlParserOptions ParserOptions = new() { IsScripting = false, SkipComments = true, IsEmbedded = false };

    public ParseOutcome Read(FileContent content, DecodedText decoded, Deadline deadline)
    {
        using var document = new HtmlParser(ParserOptions).ParseDocument(Nesting.Bound(decoded.Text));
        deadline.Check();
        var page = PageTree.Of(document.DocumentElement, deadline);
        var fields = new ArticleFields();
        var body = BodyReader.Read(page, null, deadline);
        fields.Set("title", document.Title, "title");
        fields.Set("body", body, "html:blocks");
        fields.Note("format", "html");
        fields.Note("encoding", decoded.Encoding);
        if (decoded.Doubt is { } doubt)
        {
            fields.Warn("encoding", doubt);
        }

        if (Prose.Weight(body) < LeastBody || fields.Finish(content, "0", 0, time) is not { } article)
        {
            return new ParseOutcome.Rejected(
                RejectionReasons.NoArticle, "The HTML page has no article in it: no running text, as in a list of links, an empty shell or a page that asks to prove one is human.");
        }

        return Encoding.UTF8.GetByteCount(article.Body) + Encoding.UTF8.GetByteCount(article.Title) > options.MaxArticleBytes
            ? new ParseOutcome.Rejected(
                RejectionReasons.ArticleTooLarge,
                FormattableString.Invariant($"The page's article is larger than {options.MaxArticleBytes:N0} bytes (Ingest:Parser:MaxArticleBytes). Raise the limit."))
            : new ParseOutcome.Parsed([article]);
    }
}
