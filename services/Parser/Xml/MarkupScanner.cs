namespace Ingest.Parser.Xml;

/// <summary>What a piece of markup is.</summary>
internal enum MarkupKind
{
    Text,
    StartTag,
    EndTag,

    /// <summary>Text in which nothing is markup.</summary>
    Literal,

    /// <summary>A comment, a processing instruction or a declaration.</summary>
    Aside,
}

/// <summary>
/// Cuts markup into its pieces, whatever its faults, in one pass: each failed search for an end is made once only, so hostile
/// text takes no longer than other text.
/// </summary>
internal ref struct MarkupScanner(string text)
{
    private int _at;
    private bool _noComment, _noLiteral, _noTag, _noSubset;
    private List<string>? _unclosed;

    public MarkupKind Kind { get; private set; }

    /// <summary>The text, or what stands between name and end of a tag.</summary>
    public ReadOnlySpan<char> Content { get; private set; }

    public ReadOnlySpan<char> Name { get; private set; }

    public bool SelfClosing { get; private set; }

    /// <summary>Whether the text ended inside a tag or a literal.</summary>
    public bool Truncated { get; private set; }

    /// <summary>Steps to the next piece.</summary>
    public bool Next()
    {
        if (_at >= text.Length)
        {
            return false;
        }

        if (text[_at] == '<' && OpensMarkup(_at))
        {
            Markup();
            return true;
        }

        var end = _at + 1;
        while (true)
        {
            var found = text.AsSpan(end).IndexOf('<');
            end = found < 0 ? text.Length : end + found;
            if (found < 0 || OpensMarkup(end))
            {
                break;
            }

            end++;
        }

        Kind = MarkupKind.Text;
        Content = text.AsSpan(_at, end - _at);
        _at = end;
        return true;
    }

    /// <summary>Steps over everything up to and with an element's end tag; stays where it is when there is none.</summary>
    public bool SkipPast(string name)
    {
        if (_unclosed?.Contains(name) == true)
        {
            return false;
        }

        var end = text.AsSpan(_at).IndexOf("</" + name, StringComparison.OrdinalIgnoreCase);
        var close = end < 0 ? -1 : text.AsSpan(_at + end).IndexOf('>');
        if (close < 0)
        {
            (_unclosed ??= []).Add(name);
            return false;
        }

        _at += end + close + 1;
        return true;
    }

    private readonly bool OpensMarkup(int at) =>
        at + 1 < text.Length && (char.IsLetter(text[at + 1]) || text[at + 1] is '?' or '_' || (text[at + 1] == '!' && at + 2 < text.Length && (char.IsLetter(text[at + 2]) || text[at + 2] is '-' or '[')) || (text[at + 1] == '/' && (at + 2 == text.Length || char.IsLetter(text[at + 2]))));

    private void Markup()
    {
        var rest = text.AsSpan(_at);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = _noComment ? -1 : rest[4..].IndexOf("-->", StringComparison.Ordinal);
            _noComment |= end < 0;
            // An unclosed comment would take the rest of the document with it.
            Piece(MarkupKind.Aside, end < 0 ? 4 : end + 7, 0, 0);
        }
        else if (rest.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase))
        {
            var end = _noLiteral ? -1 : rest[9..].IndexOf("]]>", StringComparison.Ordinal);
            _noLiteral |= end < 0;
            Truncated |= end < 0;
            var length = end < 0 ? NextTag(rest[9..]) : end;
            Piece(MarkupKind.Literal, Math.Min(rest.Length, end < 0 ? 9 + length : length + 12), 9, length);
        }
        else if (rest[1] is '!' or '?')
        {
            Piece(MarkupKind.Aside, DeclarationLength(rest), 0, 0);
        }
        else
        {
            Tag(rest);
        }
    }

    /// <summary>An unclosed literal ends at the end of the element it must stand in.</summary>
    private static int NextTag(ReadOnlySpan<char> rest) => rest.IndexOf("</", StringComparison.Ordinal) is var at and >= 0 ? at : rest.Length;

    private void Tag(ReadOnlySpan<char> rest)
    {
        var closing = rest[1] == '/';
        var name = closing ? 2 : 1;
        var at = name;
        while (at < rest.Length && !char.IsWhiteSpace(rest[at]) && rest[at] is not ('>' or '/' or '<' or '='))
        {
            at++;
        }

        var end = _noTag ? -1 : TagEnd(rest, at);
        _noTag |= end < 0;
        if (end < 0)
        {
            Truncated = true;
            Piece(MarkupKind.Aside, at, 0, 0);
            return;
        }

        Name = rest[name..at];
        SelfClosing = !closing && end > at && rest[end - 1] == '/';
        var length = rest[end] == '>' ? end + 1 : end;
        Piece(closing ? MarkupKind.EndTag : MarkupKind.StartTag, length, at, Math.Max(0, end - at - (SelfClosing ? 1 : 0)));
    }

    /// <summary>The tag's <c>&gt;</c>, or the <c>&lt;</c> of the next tag when it has none; quoted values may have both.</summary>
    private static int TagEnd(ReadOnlySpan<char> rest, int at)
    {
        while (at < rest.Length)
        {
            var found = rest[at..].IndexOfAny('>', '<', '=');
            if (found < 0)
            {
                return -1;
            }

            at += found;
            if (rest[at] != '=')
            {
                return at;
            }

            at++;
            while (at < rest.Length && char.IsWhiteSpace(rest[at]))
            {
                at++;
            }

            if (at < rest.Length && rest[at] is '"' or '\'')
            {
                var close = rest[(at + 1)..].IndexOf(rest[at]);
                var after = at + close + 2;
                // A quote that closes in front of a letter is another attribute's: this one was never closed.
                at = close >= 0 && (after >= rest.Length || char.IsWhiteSpace(rest[after]) || rest[after] is '>' or '/' or '?') ? after : at + 1;
            }
        }

        return -1;
    }

    private int DeclarationLength(ReadOnlySpan<char> rest)
    {
        var end = _noTag ? -1 : rest.IndexOf('>');
        _noTag |= end < 0;
        if (end < 0)
        {
            return 2;
        }

        if (!_noSubset && rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) && rest[..end].Contains('['))
        {
            // Entities declared inside the document are not read: they are how a kilobyte becomes a gigabyte.
            var close = rest.IndexOf("]>", StringComparison.Ordinal);
            _noSubset = close < 0;
            return close < 0 ? end + 1 : close + 2;
        }

        return end + 1;
    }

    private void Piece(MarkupKind kind, int length, int contentAt, int contentLength)
    {
        Kind = kind;
        Content = text.AsSpan(_at + contentAt, contentLength);
        _at += Math.Max(1, length);
    }
}
