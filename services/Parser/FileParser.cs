using Ingest.Contracts;
using Ingest.Parser.Agency;
using Ingest.Parser.Articles;
using Ingest.Parser.Containers;
using Ingest.Parser.Documents;
using Ingest.Parser.Exports;
using Ingest.Parser.Html;
using Ingest.Parser.Json;
using Ingest.Parser.Mail;
using Ingest.Parser.Markdown;
using Ingest.Parser.PlainText;
using Ingest.Parser.Sgml;
using Ingest.Parser.Tables.Delimited;
using Ingest.Parser.Tables.Splitting;
using Ingest.Parser.Tables.Workbooks;
using Ingest.Parser.Text;
using Ingest.Parser.Xml;

namespace Ingest.Parser;

/// <summary>
/// Makes articles of a file's bytes. The format is told by content, never by the name: containers and binary formats first, then text,
/// then what kind of text. Keeps nothing, so it may be used by many threads.
/// </summary>
public sealed class FileParser(ParserOptions options, TimeProvider time)
{
    /// <summary>Stored beside each result; grows when results of the same bytes change.</summary>
    public const int Version = 5;

    /// <summary>Parses a file.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public ParseOutcome Parse(FileContent content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Bytes.Length > options.MaxFileBytes)
        {
            return TooLarge(content.Bytes.Length, options.MaxFileBytes);
        }

        using var source = PieceSources.Open(MemberBytes.AsStream(content.Bytes), content, options, new Deadline(options.MaxParseTime, time, cancellationToken));
        return source is null ? ParseContent(content, cancellationToken) : new ContainerFile(this).Parse(content, source, cancellationToken);
    }

    /// <summary>Parses what is no container, or one member or piece of one.</summary>
    internal ParseOutcome ParseContent(FileContent content, CancellationToken cancellationToken)
    {
        if (content.Bytes.IsEmpty)
        {
            return new ParseOutcome.Rejected(RejectionReasons.Empty, "The file has no content.");
        }

        if (!content.Opening.IsEmpty && content.Bytes.Length >= PieceReader.CutBytes(options.MaxArticleBytes))
        {
            return new ParseOutcome.Rejected(
                RejectionReasons.ArticleTooLarge,
                FormattableString.Invariant($"A record of the file is larger than an article of {options.MaxArticleBytes:N0} bytes can be (Ingest:Parser:MaxArticleBytes). Split it, or raise the limit."));
        }

        var deadline = new Deadline(options.MaxParseTime, time, cancellationToken);
        try
        {
            return TextFindings.Add(ReadBytes(content, deadline, cancellationToken), deadline);
        }
        catch (TimeoutException)
        {
            return new ParseOutcome.Rejected(
                RejectionReasons.TooSlow,
                $"Parsing took longer than {options.MaxParseTime.TotalSeconds:0.#} s (Ingest:Parser:MaxParseTime). Split the file, or raise the limit.");
        }
    }

    /// <summary>Asks the readers of bytes; what none of them reads must be text.</summary>
    private ParseOutcome ReadBytes(FileContent content, Deadline deadline, CancellationToken cancellationToken)
    {
        if (new DocumentReader(options, time).Read(content, deadline) is { } document)
        {
            return document;
        }

        var bytes = content.Bytes.Span;
        if (KnownFormats.OfBytes(bytes) is { } format)
        {
            if (format == OleDocument.Message)
            {
                return new MailReader(options, time, this).Read(content, MailKind.Outlook, deadline, cancellationToken);
            }

            return format == OleDocument.Encrypted
                ? new ParseOutcome.Rejected(RejectionReasons.Encrypted, "The document needs a password. Save it without one.")
                : WorkbookPackage.Is(content.Bytes) ? new WorkbookReader(options, time).Read(content, deadline) : Unsupported(format);
        }

        if (WebArchive.Opens(bytes))
        {
            return WebArchive.Read(content.Bytes) is { } archive
                ? SavedPage.Read(archive, StatedCharset.Decode(archive.Page.Span, archive.Charset, TextDecoder.Decode(archive.Page.Span)), decoded => new ArticleList(content, decoded, options, time), deadline)
                : new ParseOutcome.Rejected(RejectionReasons.Damaged, "The saved page (webarchive) is damaged or cut off: its main resource cannot be found.");
        }

        if (MailFormat.Of(bytes) is var mail and not MailKind.None)
        {
            if (mail == MailKind.Mailbox && bytes.Length >= MboxPieces.MostBytes)
            {
                // A piece of a mailbox is as long only when its one message is, and then it is cut off.
                return new ParseOutcome.Rejected(
                    RejectionReasons.ArticleTooLarge,
                    FormattableString.Invariant($"A message of the mailbox has more than {MboxPieces.MostBytes:N0} bytes; so long ones are not read. Save what it brings as files of their own."));
            }

            return new MailReader(options, time, this).Read(content, mail, deadline, cancellationToken);
        }

        if (StatedCharset.Decode(bytes, content.Charset, DeclaredEncoding.Decode(bytes) ?? TextDecoder.Decode(bytes)) is not { } decoded)
        {
            return new ParseOutcome.Rejected(
                RejectionReasons.Binary, "The content is not text and no format that is known here. If it is a text file, save it as UTF-8.");
        }

        if (BracketDepth.IsBeyond(decoded.Text, options.MaxTagDepth))
        {
            return new ParseOutcome.Rejected(
                RejectionReasons.TooDeep,
                FormattableString.Invariant($"Its tags or brackets stand in each other deeper than {options.MaxTagDepth:N0} times (Ingest:Parser:MaxTagDepth), as no document that people write does."));
        }

        if (EntityBomb(decoded.Text, deadline) is { } bomb)
        {
            return bomb;
        }

        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            return new ParseOutcome.Rejected(RejectionReasons.Empty, "The file has nothing but white space.");
        }

        return WireMessage.Opens(bytes) ? new WireReader(options, time).Read(content, deadline) : ReadText(content, decoded, deadline);
    }

    /// <summary>Asks the readers of the kind of text that it is; what none of them reads is named.</summary>
    private ParseOutcome ReadText(FileContent content, DecodedText decoded, Deadline deadline)
    {
        ArticleList List() => new(content, decoded, options, time);
        ParseOutcome Page()
        {
            var page = HtmlCharset.Decode(content.Bytes.Span, decoded);
            return HtmlReader.Read(page.Text, new ArticleList(content, page, options, time), deadline);
        }

        // A piece of a large file is of that file's kind, however it begins.
        var beginning = content.Opening.IsEmpty ? decoded.Text : TextDecoder.Decode(content.Opening.Span)?.Text ?? decoded.Text;
        return KnownFormats.OfText(beginning) switch
        {
            null or KnownFormats.Json when MarkdownReader.Read(decoded.Text, List, deadline) is { } read => read,
            null => DatabaseExports.Read(decoded.Text, List(), deadline)
                ?? new DelimitedReader(options, time).Read(content, decoded, deadline)
                ?? new PlainTextReader(options, time).Read(content, decoded, deadline),
            KnownFormats.Xml or KnownFormats.Markup when StorySgml.Opens(beginning) => StorySgml.Read(decoded.Text, List(), deadline),
            KnownFormats.Xml or KnownFormats.Markup => XmlFormats.Read(decoded.Text, List(), deadline) ?? Page(),
            KnownFormats.Html => Page(),
            KnownFormats.Json => JsonFormats.Read(content, decoded.Text, List(), deadline),
            var other => Unsupported(other),
        };
    }

    /// <summary>A document whose entities would make it many times as large, if anything expanded them.</summary>
    private ParseOutcome.Rejected? EntityBomb(string text, Deadline deadline) =>
        text.AsSpan().TrimStart() is ['<', ..] && EntityExpansion.Size(text, deadline) is var size && size > options.FreeExpansionBytes && size / text.Length >= options.MaxExpansionRatio
            ? new ParseOutcome.Rejected(
                RejectionReasons.ExpansionRatio,
                FormattableString.Invariant($"The entities that the document declares would make it more than {options.MaxExpansionRatio} times as large (Ingest:Parser:MaxExpansionRatio), as bombs do."))
            : null;

    internal static ParseOutcome.Rejected TooLarge(long size, long limit, string option = "MaxFileBytes") => new(
        RejectionReasons.TooLarge,
        FormattableString.Invariant($"The file has {size:N0} bytes, more than {limit:N0} (Ingest:Parser:{option}). Split it, or raise the limit."));

    private static ParseOutcome.Rejected Unsupported(string format) => new(
        RejectionReasons.UnsupportedFormat, $"The file is a {format}, which this version does not read. Save it as plain text.");
}
