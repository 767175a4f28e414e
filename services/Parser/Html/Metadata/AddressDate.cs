using Ingest.Parser.Dates;

namespace Ingest.Parser.Html.Metadata;

/// <summary>A day in a page's address: <c>/2025/02/13/</c>, <c>/2025-02-13-bridge</c>, <c>/20250213/</c>.</summary>
internal static class AddressDate
{
    public static FoundDate? Read(string? url)
    {
        if (url is not { Length: > 10 and < 2_000 })
        {
            return null;
        }

        for (var i = url.IndexOf('/', 8); i >= 0 && i + 8 < url.Length; i++)
        {
            if (url[i] is not ('/' or '-' or '_') || !char.IsAsciiDigit(url[i + 1]))
            {
                continue;
            }

            var cursor = new TextCursor(url.AsSpan(i + 1));
            var (year, digits) = cursor.Number();
            if (digits == 8 && Day(year / 10_000, year / 100 % 100, year % 100) is { } packed)
            {
                return packed;
            }

            if (digits == 4 && cursor.Skip("/-_"))
            {
                var (month, monthDigits) = cursor.Number();
                if (monthDigits is 1 or 2 && cursor.Skip("/-_") && cursor.Number() is (var day, 1 or 2) && Day(year, month, day) is { } date)
                {
                    return date;
                }
            }
            else if (digits == 2 && year > 12 && cursor.Skip("-_"))
            {
                // Day first only where it can be nothing else.
                var (month, monthDigits) = cursor.Number();
                if (monthDigits == 2 && cursor.Skip("-_") && cursor.Number() is (var last, 4) && Day(last, month, year) is { } date)
                {
                    return date;
                }
            }
        }

        return null;
    }

    private static FoundDate? Day(int year, int month, int day) =>
        year is >= 1990 and < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new FoundDate { Year = year, Month = month, Day = day, Time = "" }
            : null;
}
