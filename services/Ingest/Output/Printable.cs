namespace Ingest.CommandLine.Output;

/// <summary>Text from outside on a terminal: control characters must not move the cursor or end the line.</summary>
public static class Printable
{
    /// <summary>A path with its control characters made visible.</summary>
    public static string Path(string path) =>
        path.Any(char.IsControl) ? string.Concat(path.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString())) : path;
}
