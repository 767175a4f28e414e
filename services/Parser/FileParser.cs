using Ingest.Contracts;
using Ingest.Parser.Agency;
using Ingest.Parser.Articles;
using Ingest.Parser.Html;
using Ingest.Parser.Json;
using Ingest.Parser.Markdown;
using Ingest.Parser.PlainText;
using Ingest.Parser.Text;
using Ingest.Parser.Xml;

namespace Ingest.Parser;

/// <summary>
/// Makes articles of a file's bytes. The format is told by content, never by the name: known binary formats first, then text,
/// then what kind of text. Keeps nothing, so it may be used by many threads.
/// </summary>
public sealed class FileParser(ParserOptions options, TimeProvider time)
{
    /// <summary>Stored beside each result; grows when results of the same bytes change.</summary>
    public const int Version = 3;

    /// <summary>Parses a file.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public ParseOutcome Parse(FileContent content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var bytes = content.Bytes.Span;
        if (bytes.Length > options.MaxFileBytes)
        {
            return TooLarge(bytes.Length, options.MaxFileBytes);
        }

        if (bytes.IsEmpty)
        {
            return new ParseOutcome.Rejected(RejectionReasons.Empty, "The file has no content.");
        }

        if (KnownFormats.OfBytes(bytes) is { } format)
        {
            return Unsupported(format);
        }

        if ((DeclaredEncoding.Decode(bytes) ?? TextDecoder.Decode(bytes)) is not { } decoded)
        {
            return new ParseOutcome.Rejected(
                RejectionReasons.Binary, "The content is not text and no format that is known here. If it is a text file, save it as UTF-8.");
        }

        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            return new ParseOutcome.Rejected(RejectionReasons.Empty, "The file has nothing but white space.");
        }

        var deadline = new Deadline(options.MaxParseTime, time, cancellationToken);
        try
        {
            var outcome = WireMessage.Opens(bytes) ? new WireReader(options, time).Read(content, deadline) : Read(content, decoded, deadline);
            return TextFindings.Add(outcome, deadline);
        }
        catch (TimeoutException)
        {
            return new ParseOutcome.Rejected(
                RejectionReasons.TooSlow,
                $"Parsing took longer than {options.MaxParseTime.TotalSeconds:0.#} s (Ingest:Parser:MaxParseTime). Split the file, or raise the limit.");
        }
    }

    /// <summary>Asks the readers of the kind of text that it is; what none of them reads is named.</summary>
    private ParseOutcome Read(FileContent content, DecodedText decoded, Deadline deadline)
    {
        ArticleList List() => new(content, decoded, options, time);
        ParseOutcome Page()
        {
            var page = HtmlCharset.Decode(content.Bytes.Span, decoded);
            return HtmlReader.Read(page.Text, new ArticleList(content, page, options, time), deadline);
        }

        return KnownFormats.OfText(decoded.Text) switch
        {
            null or KnownFormats.Json when MarkdownReader.Read(decoded.Text, List, deadline) is { } read => read,
            null => new PlainTextReader(options, time).Read(content, decoded, deadline),
            KnownFormats.Xml or KnownFormats.Markup => XmlFormats.Read(decoded.Text, List(), deadline) ?? Page(),
            KnownFormats.Html => Page(),
            KnownFormats.Json => JsonFormats.Read(decoded.Text, List(), deadline),
            var other => Unsupported(other),
        };
    }

    internal static ParseOutcome.Rejected TooLarge(long size, long limit) => new(
        RejectionReasons.TooLarge,
        FormattableString.Invariant($"The file has {size:N0} bytes, more than {limit:N0} (Ingest:Parser:MaxFileBytes). Split it, or raise the limit."));

    private static ParseOutcome.Rejected Unsupported(string format) => new(
        RejectionReasons.UnsupportedFormat, $"The file is a {format}, which this version does not read. Save it as plain text.");
}
