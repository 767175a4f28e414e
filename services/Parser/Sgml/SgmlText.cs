using System.Globalization;
using System.Text;
using Ingest.Parser.PlainText;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Sgml;

/// <summary>The words of a story, as a wire sent them: wrapped lines, four blanks before a paragraph, signed off at the end.</summary>
internal static class SgmlText
{
    public static string Line(string sgml)
    {
        var builder = new ParagraphBuilder();
        builder.Text(Decoded(sgml));
        return builder.ToString();
    }

    public static string Paragraphs(string sgml)
    {
        return PlainParagraphs(Decoded(sgml));
    }

    /// <summary>Of a text that is decoded already.</summary>
    public static string PlainParagraphs(string text)
    {
        var lines = TextLine.Split(text);
        return BodyText.Build(text, lines, 0, SignOff.Read(text, lines, 0, lines.Count).End);
    }

    /// <summary>The first line that is not blank, and what follows, both decoded.</summary>
    public static (string First, string Others) FirstLine(string sgml)
    {
        var text = Decoded(sgml).TrimStart();
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? (text.Trim(), "") : (text[..end].Trim(), text[end..]);
    }

    /// <summary>Without tags and references; a reference to a control character, which wires are full of, is nothing.</summary>
    private static string Decoded(string sgml)
    {
        if (sgml.AsSpan().IndexOf('&') < 0)
        {
            return sgml;
        }

        var text = new StringBuilder(sgml.Length);
        var rest = sgml.AsSpan();
        for (var at = rest.IndexOf('&'); at >= 0; at = rest.IndexOf('&'))
        {
            text.Append(rest[..at]);
            rest = rest[at..];
            var end = rest[..Math.Min(rest.Length, 9)].IndexOf(';');
            var name = end < 0 ? [] : rest[1..end];
            if (name is ['#', ..] && int.TryParse(name[1..], CultureInfo.InvariantCulture, out var code))
            {
                text.Append(code is >= 32 and < 0xD800 and not 127 ? ((char)code).ToString() : "");
                rest = rest[(end + 1)..];
                continue;
            }

            var character = name switch { "lt" => '<', "gt" => '>', "amp" => '&', "quot" => '"', "apos" => '\'', _ => '\0' };
            text.Append(character == '\0' ? '&' : character);
            rest = rest[(character == '\0' ? 1 : end + 1)..];
        }

        return text.Append(rest).ToString();
    }
}
