using System.Globalization;

namespace Ingest.Parser.Dates;

/// <summary>A date as it was read. Zero means: not stated.</summary>
internal readonly record struct FoundDate
{
    public int Year { get; init; }

    public int Month { get; init; }

    public int Day { get; init; }

    /// <summary><c>T09:30</c>, <c>T09:30:12+01:00</c> or empty.</summary>
    public string Time { get; init; }

    /// <summary>Characters read, from the start of the text.</summary>
    public int Length { get; init; }

    /// <summary>Why the reading may be wrong.</summary>
    public string? Doubt { get; init; }

    /// <summary>In the notation of <see cref="Contracts.NewsDate"/>, as precise as the source; null without a year.</summary>
    public string? Value => this switch
    {
        { Year: 0 } => null,
        { Month: 0 } => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}"),
        { Day: 0 } => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}{Time}"),
    };

    /// <summary>Names year, month and day.</summary>
    public bool IsDay => Year != 0 && Day != 0;
}
