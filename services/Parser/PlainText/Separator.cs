namespace Ingest.Parser.PlainText;

/// <summary>A line that only divides: <c>-----</c>, <c>=====</c>, <c>* * *</c>.</summary>
internal static class Separator
{
    public static bool Is(ReadOnlySpan<char> line)
    {
        if (line.Length < 3 || !"-=_*~#+–—•─═".Contains(line[0], StringComparison.Ordinal))
        {
            return false;
        }

        var mark = line[0];
        var marks = 0;
        foreach (var c in line)
        {
            if (c != mark && c != ' ')
            {
                return false;
            }

            marks += c == mark ? 1 : 0;
        }

        return marks >= 3;
    }
}
