using System.Text;
using System.Text.RegularExpressions;
using Ingest.Parser.PlainText;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Tables.Records;

/// <summary>Makes paragraphs of a cell, whether it holds HTML, one line for each paragraph, or text that was wrapped.</summary>
internal static partial class RecordText
{
    private static readonly string[] BlockTags = ["<p", "<br", "<div", "<li", "<h1", "<h2", "<h3", "<blockquote", "<article", "<section", "<table", "</p"];

    /// <summary>The text, and why it is not whole when it is not.</summary>
    public static (string Text, string? Cut) Body(IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return ("", null);
        }

        var text = values.Count == 1 ? Paragraphs(values[0]) : string.Join("\n\n", values.Select(Paragraphs).Where(paragraph => paragraph.Length > 0));
        // What news services give away ends so.
        return text.EndsWith("chars]", StringComparison.Ordinal) && CutOff().Match(text) is { Success: true } mark
            ? (text[..mark.Index].TrimEnd(), "cut off by where it came from")
            : (text, null);
    }

    private static string Paragraphs(string text)
    {
        if (text.Contains('<', StringComparison.Ordinal) && Array.Exists(BlockTags, tag => text.Contains(tag, StringComparison.OrdinalIgnoreCase)))
        {
            return HtmlText.Paragraphs(text);
        }

        if (!text.Contains('\n', StringComparison.Ordinal) && text.Contains("\\n", StringComparison.Ordinal))
        {
            // Line breaks that a database wrote as two characters.
            text = text.Replace("\\r\\n", "\n", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);
        }

        if (text.AsSpan().IndexOfAny('<', '&') >= 0 && HtmlText.LooksLikeHtml(text))
        {
            text = WithoutMarks(text);
        }

        return text.AsSpan().IndexOfAny('\n', '\r') < 0 && text.AsSpan().IndexOfAny('\u2028', '\u2029', '\f') < 0 ? OneLine(text) : Lines(text);
    }

    private static string Lines(string text)
    {
        var lines = TextLine.Split(text);
        return BodyText.Build(text, lines, 0, lines.Count);
    }

    private static string OneLine(string text)
    {
        var span = text.AsSpan();
        return span.Contains("  ", StringComparison.Ordinal) || span.IndexOfAny('\t', '\u00A0', '\u00AD') >= 0 ? HtmlText.PlainParagraphs(text) : text.Trim();
    }

    /// <summary>Entities and tags inside of lines; the lines stay.</summary>
    private static string WithoutMarks(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            plain.Append(line.IndexOfAny('<', '&') < 0 ? line : HtmlText.Line(line.ToString())).Append('\n');
        }

        return plain.ToString();
    }

    [GeneratedRegex(@"\s*(…|\.\.\.)?\s*\[\+?\d+ chars\]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CutOff();
}
