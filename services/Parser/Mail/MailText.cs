using System.Text;
using System.Text.Unicode;
using Ingest.Parser.Html;
using Ingest.Parser.PlainText;
using Ingest.Parser.Text;
using MimeKit;
using MimeKit.Text;

namespace Ingest.Parser.Mail;

/// <summary>The characters of a part of a message, and the paragraphs of a plain one.</summary>
internal static class MailText
{
    private const string Signed = "-----BEGIN PGP SIGNED MESSAGE-----";
    private const string Signature = "-----BEGIN PGP SIGNATURE-----";

    /// <summary>The bytes of a part without their transfer encoding.</summary>
    public static byte[] Bytes(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The text: by the declared charset, unless the bytes are UTF-8 or not valid in it.</summary>
    public static DecodedText Decode(MimePart part)
    {
        var bytes = Bytes(part);
        var charset = part.ContentType.Charset;
        if (!(Utf8.IsValid(bytes) && bytes.AsSpan().IndexOfAnyInRange((byte)128, (byte)255) >= 0) && charset is { Length: > 0 })
        {
            try
            {
                Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
                var encoding = Encoding.GetEncoding(charset.Trim('"', ' '), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
                return new DecodedText(ControlCharacters.Remove(encoding.GetString(bytes)), "declared:" + encoding.WebName);
            }
            catch (Exception exception) when (exception is ArgumentException or DecoderFallbackException or NotSupportedException)
            {
                // As every mail program does: what is declared wrongly is guessed.
            }
        }

        return TextDecoder.Decode(bytes) is not { } guessed ? new DecodedText("", "binary") : part.ContentType.IsMimeType("text", "html") ? HtmlCharset.Decode(bytes, guessed) : guessed;
    }

    /// <summary>Paragraphs without hard wraps, signatures of programs and the sender's footer.</summary>
    public static string Paragraphs(string text, bool flowed)
    {
        text = flowed ? new FlowedToText().Convert(text) : text;
        text = Unarmoured(text);
        var lines = TextLine.Split(text);
        return Unwrapped(BodyText.Build(text, lines, 0, Footer(text, lines)).Trim());
    }

    /// <summary>Mail programs break lines before column 80; a short message has too few lines to show that by itself.</summary>
    private static string Unwrapped(string body)
    {
        var joined = new StringBuilder(body.Length);
        var previous = 0;
        foreach (var line in body.AsSpan().EnumerateLines())
        {
            var word = line.IndexOf(' ') is var space and >= 0 ? space : line.Length;
            var goesOn = previous is >= 50 and <= 80 && previous + 1 + word > 68 && !line.IsEmpty && (char.IsLetterOrDigit(line[0]) || line[0] is '"' or '“' or '(');
            joined.Append(joined.Length == 0 ? "" : goesOn ? " " : "\n").Append(line);
            previous = line.Length;
        }

        return joined.ToString();
    }

    private static string Unarmoured(string text)
    {
        var start = text.IndexOf(Signed, StringComparison.Ordinal);
        if (start < 0)
        {
            return text;
        }

        var header = text.AsSpan(start).IndexOf("\n\n");
        var (skip, width) = header < 0 ? (text.AsSpan(start).IndexOf("\r\n\r\n"), 4) : (header, 2);
        var end = text.IndexOf(Signature, start, StringComparison.Ordinal);
        return skip < 0 ? text : text[(start + skip + width)..(end > start + skip + width ? end : text.Length)];
    }

    /// <summary>A line of two dashes opens the sender's footer; it stands at the end.</summary>
    private static int Footer(string text, List<TextLine> lines)
    {
        for (var i = lines.Count - 1; i > 0 && i > lines.Count - 20; i--)
        {
            if (lines[i].In(text) is "--")
            {
                return i;
            }
        }

        return lines.Count;
    }
}
