using Ingest.Contracts;
using Ingest.Parser.Agency;
using Ingest.Parser.Articles;
using Ingest.Parser.Containers;
using Ingest.Parser.Exports;
using Ingest.Parser.Html;
using Ingest.Parser.Json;
using Ingest.Parser.Mail;
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
    public const int Version = 2;

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

        using var source = PieceSources.Open(MemberBytes.AsStream(content.Bytes), options, new Deadline(options.MaxParseTime, time, cancellationToken));
        return source is null ? ParseContent(content, cancellationToken) : new ContainerFile(this).Parse(content, source, cancellationToken);
    }

    /// <summary>Parses what is no container, or one member of one.</summary>
    internal ParseOutcome ParseContent(FileContent content, CancellationToken cancellationToken)
    {
        var bytes = content.Bytes.Span;
        if (bytes.IsEmpty)
        {
            return new ParseOutcome.Rejected(RejectionReasons.Empty, "The file has no content.");
        }

        if (KnownFormats.OfBytes(bytes) is { } format)
        {
            return Unsupported(format);
        }

        var deadline = new Deadline(options.MaxParseTime, time, cancellationToken);
        if (MailFormat.Of(bytes) is var mail and not MailKind.None)
        {
            return InTime(() => new MailReader(options, time, this).Read(content, mail, deadline, cancellationToken));
        }

        if (StatedCharset.Decode(bytes, content.Charset, DeclaredEncoding.Decode(bytes) ?? TextDecoder.Decode(bytes)) is not { } decoded)
        {
            return new ParseOutcome.Rejected(
                RejectionReasons.Binary, "The content is not text and no format that is known here. If it is a text file, save it as UTF-8.");
        }

        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            return new ParseOutcome.Rejected(RejectionReasons.Empty, "The file has nothing but white space.");
        }

        var wire = WireMessage.Opens(bytes);
        return InTime(() => wire ? new WireReader(options, time).Read(content, deadline) : Read(content, decoded, deadline));
    }

    private ParseOutcome InTime(Func<ParseOutcome> read)
    {
        try
        {
            return read();
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
            null => DatabaseExports.Read(decoded.Text, List(), deadline) ?? new PlainTextReader(options, time).Read(content, decoded, deadline),
            KnownFormats.Xml or KnownFormats.Markup => XmlFormats.Read(decoded.Text, List(), deadline) ?? Page(),
            KnownFormats.Html => Page(),
            KnownFormats.Json => JsonFormats.Read(decoded.Text, List(), deadline),
            var other => Unsupported(other),
        };
    }

    internal static ParseOutcome.Rejected TooLarge(long size, long limit, string option = "MaxFileBytes") => new(
        RejectionReasons.TooLarge,
        FormattableString.Invariant($"The file has {size:N0} bytes, more than {limit:N0} (Ingest:Parser:{option}). Split it, or raise the limit."));

    private static ParseOutcome.Rejected Unsupported(string format) => new(
        RejectionReasons.UnsupportedFormat, $"The file is a {format}, which this version does not read. Save it as plain text.");
}
