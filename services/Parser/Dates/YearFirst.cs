namespace Ingest.Parser.Dates;

/// <summary>Reads dates that begin with the year: ISO's, those of East Asia, a year alone.</summary>
internal static class YearFirst
{
    /// <summary>What follows a year of four digits, the year alone included; null when it is written as a date and is none.</summary>
    public static FoundDate? Read(ref TextCursor cursor, int year)
    {
        var separator = cursor.Peek;
        var start = cursor.At;
        if (separator is '年' or '년')
        {
            return EastAsian(ref cursor, year);
        }

        if (separator == '.' && cursor.Rest is [_, ' ', >= '0' and <= '9', ..])
        {
            return Korean(ref cursor, year);
        }

        if (separator is not ('-' or '/' or '.') || cursor.Rest.Length < 2 || !char.IsAsciiDigit(cursor.Rest[1]))
        {
            return new FoundDate { Year = year };
        }

        cursor.At++;
        var (month, monthDigits) = cursor.Number();
        if (monthDigits > 2)
        {
            cursor.At = start;
            return null;
        }

        if (cursor.Peek != separator || cursor.Rest.Length < 2 || !char.IsAsciiDigit(cursor.Rest[1]))
        {
            return monthDigits == 2 && separator == '-' ? new FoundDate { Year = year, Month = month } : null;
        }

        cursor.At++;
        var (day, dayDigits) = cursor.Number();
        return dayDigits > 2 ? null : new FoundDate { Year = year, Month = month, Day = day };
    }

    /// <summary><c>2025. 3. 4.</c>: a number and a year at the end of a sentence are no date.</summary>
    private static FoundDate? Korean(ref TextCursor cursor, int year)
    {
        var start = cursor.At;
        cursor.At++;
        cursor.SkipSpaces();
        var (month, monthDigits) = cursor.Number();
        if (monthDigits is 1 or 2 && cursor.Skip(".") && cursor.Rest is [' ', >= '0' and <= '9', ..])
        {
            cursor.SkipSpaces();
            var (day, dayDigits) = cursor.Number();
            cursor.Skip(".");
            if (dayDigits is 1 or 2)
            {
                return new FoundDate { Year = year, Month = month, Day = day };
            }
        }

        cursor.At = start;
        return new FoundDate { Year = year };
    }

    private static FoundDate? EastAsian(ref TextCursor cursor, int year)
    {
        cursor.At++;
        cursor.SkipSpaces();
        var (month, digits) = cursor.Number();
        if (digits is 0 or > 2 || !cursor.Skip("月월"))
        {
            return null;
        }

        cursor.SkipSpaces();
        var (day, dayDigits) = cursor.Number();
        cursor.Skip("日일");
        return dayDigits > 2 ? null : new FoundDate { Year = year, Month = month, Day = day };
    }
}
