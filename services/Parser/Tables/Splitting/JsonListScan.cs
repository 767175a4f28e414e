using System.Buffers;

namespace Ingest.Parser.Tables.Splitting;

/// <summary>What a run of bytes belongs to.</summary>
internal enum JsonListPart
{
    /// <summary>What stands between the objects, and around their list.</summary>
    Around,

    /// <summary>An object of a list, not to its end.</summary>
    Inside,

    /// <summary>An object of a list up to its end.</summary>
    End,
}

/// <summary>
/// Finds the objects that stand in lists, in bytes that come bit by bit. Knows strings and brackets and nothing else, so broken data
/// gives what a reader of the objects then calls broken.
/// </summary>
internal sealed class JsonListScan
{
    private static readonly SearchValues<byte> InObject = SearchValues.Create("{}\""u8);
    private static readonly SearchValues<byte> InString = SearchValues.Create("\"\\"u8);

    /// <summary>Brackets that are open around the present object, no more than are worth closing.</summary>
    private readonly List<byte> _around = [];
    private int _deeper;

    /// <summary>Within the present object; 0 between two.</summary>
    private int _depth;
    private bool _inString;
    private bool _escaped;

    /// <summary>What closes the brackets around the present object.</summary>
    public string Closing => new([.. Enumerable.Reverse(_around).Select(bracket => bracket == '[' ? ']' : '}')]);

    /// <summary>The next run of bytes of one kind: where it begins, behind what is around it, and its length.</summary>
    public (JsonListPart Part, int Start, int Length) Next(ReadOnlySpan<byte> bytes)
    {
        var (start, at) = (0, 0);
        if (_depth == 0)
        {
            start = Around(bytes);
            if (_depth == 0)
            {
                return (JsonListPart.Around, 0, start);
            }

            at = start + 1;
        }

        while (at < bytes.Length)
        {
            if (_inString)
            {
                at += PassString(bytes[at..]);
                continue;
            }

            var found = bytes[at..].IndexOfAny(InObject);
            if (found < 0)
            {
                break;
            }

            at += found + 1;
            switch (bytes[at - 1])
            {
                case (byte)'"':
                    _inString = true;
                    break;
                case (byte)'{':
                    _depth++;
                    break;
                default:
                    if (--_depth == 0)
                    {
                        return (JsonListPart.End, start, at - start);
                    }

                    break;
            }
        }

        return (JsonListPart.Inside, start, bytes.Length - start);
    }

    /// <summary>Passes over what is no object of a list; gives where one begins, and has its depth at 1 then.</summary>
    private int Around(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            if (_inString)
            {
                at += PassString(bytes[at..]);
                continue;
            }

            switch (bytes[at])
            {
                case (byte)'"':
                    _inString = true;
                    break;
                case (byte)'{' when _around is [.., (byte)'[']:
                    _depth = 1;
                    return at;
                case var open and ((byte)'{' or (byte)'['):
                    Open(open);
                    break;
                case (byte)'}' or (byte)']':
                    Close();
                    break;
            }

            at++;
        }

        return bytes.Length;
    }

    private void Open(byte bracket)
    {
        if (_around.Count < 64)
        {
            _around.Add(bracket);
        }
        else
        {
            _deeper++;
        }
    }

    private void Close()
    {
        if (_deeper > 0)
        {
            _deeper--;
        }
        else if (_around.Count > 0)
        {
            _around.RemoveAt(_around.Count - 1);
        }
    }

    /// <summary>How many bytes belong to the string.</summary>
    private int PassString(ReadOnlySpan<byte> bytes)
    {
        if (_escaped)
        {
            _escaped = false;
            return 1;
        }

        var found = bytes.IndexOfAny(InString);
        if (found < 0)
        {
            return bytes.Length;
        }

        (_escaped, _inString) = (bytes[found] == '\\', bytes[found] == '\\');
        return found + 1;
    }
}
