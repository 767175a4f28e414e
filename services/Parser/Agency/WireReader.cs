using Ingest.Contracts;
using Ingest.Parser.Articles;
using Ingest.Parser.PlainText;
using Ingest.Parser.Text;

namespace Ingest.Parser.Agency;

/// <summary>Reads the wires of IPTC 7901 and ANPA 1312: the text by the rules of plain text, the rest from header and trailer.</summary>
internal sealed class WireReader(ParserOptions options, TimeProvider time)
{
    public ParseOutcome Read(FileContent content, Deadline deadline)
    {
        ArticleList? articles = null;
        var broken = 0;
        foreach (var message in WireMessage.Split(content.Bytes.ToArray()))
        {
            deadline.Check();
            if (TextDecoder.Decode(Readable(message.Text)) is not { } decoded)
            {
                broken++;
                continue;
            }

            articles ??= new ArticleList(content, decoded, options, time);
            Add(message, content, decoded, articles);
            broken += message.Whole ? 0 : 1;
        }

        if (articles is null)
        {
            return new ParseOutcome.Rejected(RejectionReasons.NoArticle, "The file is a wire of control headers without any text between start and end of text.");
        }

        if (broken > 0)
        {
            articles.Doubt(FormattableString.Invariant($"{broken} messages of the wire have no end of text, they may be cut off"));
        }

        return articles.Finish("The file is a wire whose messages have no article in them, only headers.");
    }

    private void Add(WireMessage message, FileContent content, DecodedText decoded, ArticleList articles)
    {
        var header = WireHeader.Of(message);
        var lines = TextLine.Split(decoded.Text);
        var fields = new ArticleFields();
        if (new ArticleDraft(decoded.Text, lines, 0, lines.Count).Finish(content, decoded, 0, time) is { } draft)
        {
            fields.Set("title", draft.Title, draft.Origin.GetValueOrDefault("title", "wire:headline"));
            fields.Set("body", draft.Body, "wire:text");
            fields.Set("authors", draft.Authors, draft.Origin.GetValueOrDefault("authors", "byline"));
            fields.Set("agencies", draft.Agencies, draft.Origin.GetValueOrDefault("agencies", "dateline"));
            fields.Set("dateline", draft.Dateline, draft.Origin.GetValueOrDefault("dateline", "first-paragraph"));
            fields.Set("source", draft.Source, draft.Origin.GetValueOrDefault("source", "byline"));
            fields.Set(header.Date, header.Format + ":trailer");
            fields.Set("publishedAt", draft.PublishedAt, draft.Origin.GetValueOrDefault("publishedAt", "text"));
        }

        fields.Set("section", header.Section, header.Format + ":category");
        articles.Add(fields, header.Key, header.Format);
    }

    /// <summary>Control characters that mark lines become line ends, so that they part words.</summary>
    private static byte[] Readable(byte[] text) => Array.ConvertAll(text, b => b is 0x1C or 0x1D or 0x1E or 0x1F ? (byte)'\n' : b is < 0x20 and not ((byte)'\n' or (byte)'\r' or (byte)'\t' or 0x1B) ? (byte)' ' : b);
}
