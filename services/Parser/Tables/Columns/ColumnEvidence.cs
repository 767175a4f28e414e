using System.Globalization;

namespace Ingest.Parser.Tables.Columns;

/// <summary>What the first records have in a column.</summary>
internal sealed class ColumnEvidence(string name)
{
    private readonly HashSet<string> _distinct = new(StringComparer.Ordinal);
    private int _records, _dates, _days, _addresses, _numbers, _lines, _structures;
    private long _characters, _words;

    public string Name { get; } = name;

    /// <summary>Records that have a value here.</summary>
    public int Filled { get; private set; }

    public bool IsFilled => Filled > 0;

    public double Characters => Of(_characters);

    /// <summary>Words in a value; in scripts without spaces two characters count as one.</summary>
    public double Words => Of(_words);

    /// <summary>Share of values that are a date or could be one in a column of dates: also numbers of seconds.</summary>
    public double Dates => Of(_dates);

    /// <summary>Share of values that cannot be anything but a date.</summary>
    public double Days => Of(_days);

    public double Addresses => Of(_addresses);

    public double Numbers => Of(_numbers);

    /// <summary>Share of values that are lists or objects of a program.</summary>
    public double Structures => Of(_structures);

    /// <summary>Share of values with a line break.</summary>
    public double Lines => Of(_lines);

    public double Distinct => Of(_distinct.Count);

    public bool AllFilled => Filled == _records;

    /// <summary>Whether the day of a numeric date comes behind the month in it, as in America; null when no value tells.</summary>
    public bool? MonthFirst { get; private set; }

    public void Add(IReadOnlyList<string> values)
    {
        _records++;
        if (values.Count == 0)
        {
            return;
        }

        Filled++;
        _distinct.Add(values[0]);
        var longest = 0;
        foreach (var value in values)
        {
            _characters += value.Length;
            _words += CountWords(value);
            longest = Math.Max(longest, value.Length);
        }

        var first = values[0].AsSpan().Trim();
        _lines += first.Contains('\n') ? 1 : 0;
        _addresses += IsAddress(first) ? 1 : 0;
        _structures += first is ['[', .., ']'] or ['{', .., '}'] ? 1 : 0;
        var number = IsNumber(first);
        _numbers += number ? 1 : 0;
        if (longest <= 60 && CellDate.Read(first, null) is { } date)
        {
            _dates++;
            _days += !number && date.IsDay ? 1 : 0;
            MonthFirst = CellDate.OrderOf(first) is { } order && MonthFirst != false ? order : MonthFirst;
        }
    }

    private double Of(long count) => Filled == 0 ? 0 : (double)count / Filled;

    private static bool IsAddress(ReadOnlySpan<char> value) =>
        (value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) && !value.ContainsAny(" \t\n");

    private static bool IsNumber(ReadOnlySpan<char> value) =>
        double.TryParse(value.TrimEnd("% "), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _);

    private static int CountWords(ReadOnlySpan<char> text)
    {
        int words = 0, dense = 0;
        var inside = false;
        foreach (var c in text[..Math.Min(text.Length, 8_000)])
        {
            var letter = char.IsLetterOrDigit(c);
            words += letter && !inside ? 1 : 0;
            inside = letter;
            dense += c >= '\u0E00' && letter ? 1 : 0;
        }

        return Math.Max(words, dense / 2);
    }
}
