using System.Net;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Documents.Packages;

/// <summary>
/// Steps through a part of a document tag by tag. No tree is built, so depth costs nothing, and a part that is cut off or broken
/// is read as far as it goes. Names are without their prefixes: the formats read here use none twice with two meanings that matter.
/// </summary>
internal ref struct PartScanner(string xml, Deadline deadline)
{
    private MarkupScanner _scanner = new(xml);
    private int _count;

    public readonly bool IsStart => _scanner.Kind == MarkupKind.StartTag;

    public readonly bool IsEnd => _scanner.Kind == MarkupKind.EndTag;

    public readonly bool IsText => _scanner.Kind is MarkupKind.Text or MarkupKind.Literal;

    /// <summary>A start tag that is its own end.</summary>
    public readonly bool IsEmpty => _scanner.SelfClosing;

    public readonly bool Truncated => _scanner.Truncated;

    /// <summary>The tag's name behind its prefix.</summary>
    public readonly ReadOnlySpan<char> Local => _scanner.Name[(_scanner.Name.IndexOf(':') + 1)..];

    public readonly string Text => _scanner.Kind == MarkupKind.Literal ? _scanner.Content.ToString() : Decoded(_scanner.Content);

    public bool Next()
    {
        if (++_count % 1_024 == 0)
        {
            deadline.Check();
        }

        return _scanner.Next();
    }

    /// <summary>An attribute's value by its name behind the prefix; null when there is none.</summary>
    public readonly string? Attribute(string local)
    {
        // Most tags have few attributes, and most questions are about tags that have the one asked for.
        var rest = _scanner.Content;
        while (rest.IndexOf('=') is var equals and > 0)
        {
            var name = rest[..equals].Trim();
            var value = rest[(equals + 1)..].TrimStart();
            if (value is not ['"' or '\'', ..] || value[1..].IndexOf(value[0]) is not (var end and >= 0))
            {
                return null;
            }

            var space = name.LastIndexOfAny(" \t\r\n");
            name = space < 0 ? name : name[(space + 1)..];
            if (name.EndsWith(local, StringComparison.Ordinal) && (name.Length == local.Length || name[^(local.Length + 1)] == ':'))
            {
                return Decoded(value.Slice(1, end));
            }

            rest = value[(end + 2)..];
        }

        return null;
    }

    /// <summary>Steps behind the end of the element whose start was just read.</summary>
    public void Skip()
    {
        if (IsEmpty)
        {
            return;
        }

        var name = Local.ToString();
        for (var depth = 1; depth > 0 && Next();)
        {
            if (IsStart && !IsEmpty && Local.SequenceEqual(name))
            {
                depth++;
            }
            else if (IsEnd && Local.SequenceEqual(name))
            {
                depth--;
            }
        }
    }

    /// <summary>All characters up to the end of the element whose start was just read.</summary>
    public string Content(bool trim = true)
    {
        if (IsEmpty)
        {
            return "";
        }

        var name = Local.ToString();
        var text = new System.Text.StringBuilder();
        while (Next() && !(IsEnd && Local.SequenceEqual(name)))
        {
            if (IsText)
            {
                text.Append(Text);
            }
        }

        return trim ? text.ToString().Trim() : text.ToString();
    }

    private static string Decoded(ReadOnlySpan<char> text) => text.Contains('&') ? WebUtility.HtmlDecode(text.ToString()) : text.ToString();
}
