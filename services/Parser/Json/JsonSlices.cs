namespace Ingest.Parser.Json;

/// <summary>Cuts a text into the objects that stand in it one after the other, in a list or not, up to where it breaks off.</summary>
internal static class JsonSlices
{
    /// <summary>The objects; whether the text ends in the middle of one.</summary>
    public static IEnumerable<(ReadOnlyMemory<char> Slice, bool Whole)> Of(string text, int from)
    {
        var at = from;
        while (at < text.Length)
        {
            var start = text.AsSpan(at).IndexOf('{');
            if (start < 0)
            {
                yield break;
            }

            at += start;
            var length = Length(text.AsSpan(at));
            yield return (text.AsMemory(at, length < 0 ? text.Length - at : length), length >= 0);
            at = length < 0 ? text.Length : at + length;
        }
    }

    /// <summary>Where a list of objects begins inside of the object that the text is.</summary>
    public static int ListInside(string text)
    {
        for (var at = text.IndexOf('[', StringComparison.Ordinal); at >= 0; at = text.IndexOf('[', at + 1))
        {
            if (text.AsSpan(at + 1).TrimStart() is ['{', ..])
            {
                return at + 1;
            }
        }

        return -1;
    }

    /// <summary>The length of the object a text begins with; negative when it does not end.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var at = 0; ;)
        {
            var found = text[at..].IndexOfAny('{', '}', '"');
            if (found < 0)
            {
                return -1;
            }

            at += found;
            if (text[at] == '"')
            {
                at = End(text, at + 1);
                if (at < 0)
                {
                    return -1;
                }
            }
            else
            {
                depth += text[at++] == '{' ? 1 : -1;
                if (depth == 0)
                {
                    return at;
                }
            }
        }
    }

    private static int End(ReadOnlySpan<char> text, int at)
    {
        while (text[at..].IndexOfAny('"', '\\') is var found and >= 0)
        {
            at += found;
            if (text[at] == '"')
            {
                return at + 1;
            }

            at += 2;
            if (at > text.Length)
            {
                return -1;
            }
        }

        return -1;
    }
}
