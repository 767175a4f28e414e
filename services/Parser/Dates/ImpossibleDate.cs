namespace Ingest.Parser.Dates;

/// <summary>What a program writes in the place of a date that it does not know.</summary>
internal static class ImpossibleDate
{
    /// <summary>
    /// Characters at the start of a text that are written as a date in figures and are none: <c>2025-02-31</c>, <c>0000-00-00</c>,
    /// <c>31/02/2025</c>. 0 when there are none, or when they are a date.
    /// </summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var cursor = new TextCursor(text);
        var (_, first) = cursor.Number();
        var separator = cursor.Peek;
        if (first is not (1 or 2 or 4) || !cursor.Skip("-/."))
        {
            return 0;
        }

        var (_, second) = cursor.Number();
        if (second is not (1 or 2) || !cursor.Skip([separator]))
        {
            return 0;
        }

        var (_, third) = cursor.Number();
        var written = first == 4 ? third is 1 or 2 : third == 4;
        return written && !char.IsLetterOrDigit(cursor.Peek) && DateReader.Read(text) is null ? cursor.At : 0;
    }
}
