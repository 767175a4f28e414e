namespace Ingest.CommandLine.Diagnosis;

/// <summary>What a check found.</summary>
/// <param name="Check">What was checked, in a word.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">A sentence; for anything but good news, with what to do.</param>
public sealed record Finding(string Check, Severity Severity, string Message);

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>Nothing to do.</summary>
    Good,

    /// <summary>It works, but not as well as it could.</summary>
    Warning,

    /// <summary>It will not work.</summary>
    Problem,
}
