namespace Ingest.Parser.Days;

/// <summary>Which of the weekdays of that name is meant.</summary>
internal enum DayDirection
{
    /// <summary>The last that is not after publication.</summary>
    Recent,

    /// <summary>"last": before the day of publication.</summary>
    Last,

    /// <summary>"next": after the day of publication.</summary>
    Next,

    /// <summary>The first that is not before publication.</summary>
    Coming,
}
