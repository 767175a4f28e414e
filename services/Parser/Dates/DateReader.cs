namespace Ingest.Parser.Dates;

/// <summary>
/// Reads a date at the start of a text: ISO, numeric and written-out forms in several languages, with weekday and time.
/// Impossible days (30 February) are no dates.
/// </summary>
internal static class DateReader
{
    private const int FirstYear = 1000;
    private const int LastYear = 2999;

    /// <summary>The date <paramref name="text"/> begins with; null when it begins with none.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="yearless">Also accept day and month without a year, as datelines have them.</param>
    public static FoundDate? Read(ReadOnlySpan<char> text, bool yearless = false)
    {
        var cursor = new TextCursor(text);
        cursor.SkipSpaces();
        SkipWeekday(ref cursor);
        var date = cursor.Peek switch
        {
            >= '0' and <= '9' => Numeric(ref cursor),
            _ => MonthFirst(ref cursor),
        };
        if (date is not { } found || (found.Year == 0 && !yearless) || !IsPossible(found) || char.IsLetterOrDigit(cursor.Peek) && cursor.Peek != 'T')
        {
            return null;
        }

        var length = cursor.At;
        TimeOfDay.Found time = default;
        if (found.IsDay)
        {
            time = TimeOfDay.Read(ref cursor);
            length = cursor.At;
            if (string.IsNullOrEmpty(time.Text) && cursor.Peek == 'T')
            {
                return null;
            }
        }

        return (time.American && found.Doubt is not null && found.Month <= 12 && found.Day <= 12
            ? found with { Month = found.Day, Day = found.Month, Doubt = "day and month are ambiguous, read as month first because the time is in American style" }
            : found) with { Time = time.Text ?? "", Length = length, Doubt = found.Doubt is null ? time.Doubt : found.Doubt };
    }

    private static void SkipWeekday(ref TextCursor cursor)
    {
        var start = cursor.At;
        var word = cursor.Word();
        // "Mar. 13" is March before it is "martes": a word that is both, followed by a day, is a month.
        if (word.Length == 0 || MonthNames.Month(word) != 0 || !MonthNames.IsWeekday(word))
        {
            cursor.At = start;
            return;
        }

        if (cursor.Skip("-"))
        {
            cursor.SkipWord("feira");
        }

        cursor.Skip(".");
        cursor.Skip(",");
        cursor.SkipSpaces();
        _ = cursor.SkipWord("den") || cursor.SkipWord("le") || cursor.SkipWord("the");
        cursor.SkipSpaces();
    }

    private static FoundDate? Numeric(ref TextCursor cursor)
    {
        var (first, digits) = cursor.Number();
        return digits switch
        {
            4 => YearFirst.Read(ref cursor, first),
            8 => new FoundDate { Year = first / 10_000, Month = first / 100 % 100, Day = first % 100 },
            1 or 2 when cursor.Peek is '.' or '/' or '-' && cursor.Rest.Length > 1 && char.IsAsciiDigit(cursor.Rest[1]) => DayFirst(ref cursor, first),
            1 or 2 => DayAndMonthName(ref cursor, first),
            _ => null,
        };
    }

    private static FoundDate? DayFirst(ref TextCursor cursor, int first)
    {
        var separator = cursor.Peek;
        cursor.At++;
        var (second, secondDigits) = cursor.Number();
        if (secondDigits > 2 || !cursor.Skip([separator]))
        {
            return null;
        }

        cursor.SkipSpaces();
        var (year, yearDigits) = cursor.Number();
        if (yearDigits is not (2 or 4))
        {
            return null;
        }

        string? doubt = null;
        if (yearDigits == 2)
        {
            year = Century(year);
            doubt = "the year has two digits";
        }

        if (second > 12)
        {
            return new FoundDate { Year = year, Month = first, Day = second, Doubt = doubt };
        }

        // With dots the day always comes first; with slashes most of the world writes it first, and America does not.
        var ambiguous = separator != '.' && first <= 12 && first != second;
        return new FoundDate
        {
            Year = year, Month = second, Day = first,
            Doubt = ambiguous ? "day and month are ambiguous, read as day first" : doubt,
        };
    }

    private static FoundDate? DayAndMonthName(ref TextCursor cursor, int day)
    {
        _ = cursor.SkipWord("st") || cursor.SkipWord("nd") || cursor.SkipWord("rd") || cursor.SkipWord("th") || cursor.SkipWord("er") || cursor.Skip(".ºª°");
        cursor.SkipSpaces();
        cursor.Skip("-/");
        _ = cursor.SkipWord("of") || cursor.SkipWord("de") || cursor.SkipWord("d'") || cursor.SkipWord("d’");
        cursor.SkipSpaces();
        var month = MonthNames.Month(cursor.Word());
        if (month == 0)
        {
            return null;
        }

        var beforeYear = cursor.At;
        cursor.Skip(".");
        cursor.Skip(",");
        cursor.SkipSpaces();
        cursor.Skip("-/");
        _ = cursor.SkipWord("de") || cursor.SkipWord("del") || cursor.SkipWord("of");
        cursor.SkipSpaces();
        var apostrophe = cursor.Skip("'’");
        var dashed = !apostrophe && cursor.At > beforeYear && cursor.At < beforeYear + 2;
        var (year, digits) = cursor.Number();
        if (digits == 4)
        {
            var date = new FoundDate { Year = year, Month = month, Day = day };
            var afterYear = cursor.At;
            cursor.SkipSpaces();
            if (!cursor.SkipWord("г.") && !cursor.SkipWord("года") && !cursor.SkipWord("р."))
            {
                cursor.At = afterYear;
            }

            return date;
        }

        if (digits == 2 && cursor.Peek != ':' && (apostrophe || dashed))
        {
            return new FoundDate { Year = Century(year), Month = month, Day = day, Doubt = "the year has two digits" };
        }

        cursor.At = beforeYear;
        return new FoundDate { Month = month, Day = day };
    }

    private static FoundDate? MonthFirst(ref TextCursor cursor)
    {
        var month = MonthNames.Month(cursor.Word());
        if (month == 0)
        {
            return null;
        }

        cursor.Skip(".");
        cursor.SkipSpaces();
        cursor.Skip("-");
        var (day, digits) = cursor.Number();
        if (digits == 4)
        {
            return new FoundDate { Year = day, Month = month };
        }

        if (digits is 0 or > 2)
        {
            return null;
        }

        _ = cursor.SkipWord("st") || cursor.SkipWord("nd") || cursor.SkipWord("rd") || cursor.SkipWord("th");
        var afterDay = cursor.At;
        cursor.Skip(",.-");
        cursor.SkipSpaces();
        var (year, yearDigits) = cursor.Number();
        if (yearDigits == 4)
        {
            return new FoundDate { Year = year, Month = month, Day = day };
        }

        cursor.At = afterDay;
        return new FoundDate { Month = month, Day = day };
    }

    private static int Century(int year) => year + (year < 50 ? 2000 : 1900);

    private static bool IsPossible(in FoundDate date) =>
        (date.Year == 0 || date.Year is >= FirstYear and <= LastYear) &&
        (date.Month == 0 ? date.Day == 0 : date.Month <= 12 && date.Day <= DateTime.DaysInMonth(date.Year == 0 ? 2000 : date.Year, date.Month));
}
