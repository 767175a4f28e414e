using System.Globalization;
using System.Text;

namespace Ingest.Parser.Html.State;

/// <summary>
/// Reads the values in a script, whether it is JSON, an assignment of an object in JavaScript, a call with such an object or a
/// function that returns one. Nothing is run: brackets, names and strings are read as they stand, and all other code is passed over.
/// </summary>
internal sealed class StateScanner(string script, Deadline deadline)
{
    /// <summary>Deeper values are passed over.</summary>
    private const int MaxDepth = 200;

    private const int MostNodes = 400_000;

    private readonly StateNode _root = new("", null) { IsList = true };
    private int _at;
    private int _count;

    /// <summary>The values in their order, under one list.</summary>
    public static StateNode Read(string script, Deadline deadline) => new StateScanner(script, deadline).Read();

    private StateNode Read()
    {
        var open = new Stack<StateNode>([_root]);
        var (key, tooDeep) = ("", 0);
        while (_at < script.Length && _count < MostNodes)
        {
            if ((_at & 0xFFFF) == 0)
            {
                deadline.Check();
            }

            var c = script[_at];
            switch (c)
            {
                case '{' or '[' when open.Count > MaxDepth:
                    (tooDeep, _at) = (tooDeep + 1, _at + 1);
                    break;
                case '{' or '[':
                    var inner = new StateNode(key, open.Peek()) { IsList = c == '[' };
                    Add(open, inner);
                    open.Push(inner);
                    (key, _at) = ("", _at + 1);
                    break;
                case '}' or ']':
                    _ = tooDeep > 0 ? tooDeep-- > 0 : open.Count > 1 && open.Pop() is not null;
                    (key, _at) = ("", _at + 1);
                    break;
                case '"' or '\'' or '`' when String(c) is { } text:
                    if (IsName())
                    {
                        key = text;
                    }
                    else
                    {
                        Add(open, new StateNode(key, open.Peek()) { Text = text });
                        key = "";
                    }

                    break;
                case '_' or '$' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'):
                    var word = Word();
                    if (IsName())
                    {
                        key = word;
                    }
                    else if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    {
                        Add(open, new StateNode(key, open.Peek()) { Number = number });
                        key = "";
                    }

                    break;
                default:
                    key = c is ',' or ';' ? "" : key;
                    _at++;
                    break;
            }
        }

        return _root;
    }

    private void Add(Stack<StateNode> open, StateNode node)
    {
        _count++;
        open.Peek().Add(node);
    }

    /// <summary>Whether a colon follows, which is passed over then.</summary>
    private bool IsName()
    {
        var next = _at;
        while (next < script.Length && script[next] is ' ' or '\t' or '\r' or '\n')
        {
            next++;
        }

        if (next >= script.Length || script[next] != ':')
        {
            return false;
        }

        _at = next + 1;
        return true;
    }

    private string Word()
    {
        var start = _at;
        while (_at < script.Length && (char.IsAsciiLetterOrDigit(script[_at]) || script[_at] is '_' or '$' or '.'))
        {
            _at++;
        }

        return _at - start < 100 ? script[start.._at] : "";
    }

    /// <summary>The string that begins here; null, and one character on, when it does not end as one.</summary>
    private string? String(char quote)
    {
        var start = ++_at;
        var end = start;
        var escaped = false;
        while (end < script.Length && script[end] != quote)
        {
            if (script[end] is '\n' && quote != '`')
            {
                return null;
            }

            escaped |= script[end] == '\\';
            end += script[end] == '\\' ? 2 : 1;
        }

        if (end >= script.Length)
        {
            return null;
        }

        _at = end + 1;
        return escaped ? Unescape(script.AsSpan(start, end - start)) : script[start..end];
    }

    private static string Unescape(ReadOnlySpan<char> written)
    {
        var text = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] != '\\' || i + 1 >= written.Length)
            {
                text.Append(written[i]);
                continue;
            }

            var c = written[++i];
            var digits = c switch { 'u' => 4, 'x' => 2, _ => 0 };
            if (digits > 0 && i + digits < written.Length && int.TryParse(written.Slice(i + 1, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                i += digits;
            }
            else
            {
                text.Append(c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' or 'f' => ' ', _ => c });
            }
        }

        return text.ToString();
    }
}
