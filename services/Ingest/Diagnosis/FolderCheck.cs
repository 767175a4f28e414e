namespace Ingest.CommandLine.Diagnosis;

/// <summary>The watched folder: there, readable, and within the system's watch limits.</summary>
public static class FolderCheck
{
    private const string WatchLimit = "/proc/sys/fs/inotify/max_user_watches";
    private const int CountAtMost = 1_000_000;

    /// <summary>Checks one folder.</summary>
    public static IEnumerable<Finding> Run(string? folder)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            yield return new Finding("folder", Severity.Warning, "No folder given; say 'ingest doctor FOLDER' to have it checked.");
            yield break;
        }

        if (!Directory.Exists(folder))
        {
            yield return new Finding("folder", Severity.Problem, $"{folder} does not exist; create it.");
            yield break;
        }

        var (folders, error) = CountFolders(folder);
        yield return error is null
            ? new Finding("folder", Severity.Good, $"{Path.GetFullPath(folder)} can be read.")
            : new Finding("folder", Severity.Problem, $"{error} Give the user that runs ingest the right to read it.");
        if (File.Exists(WatchLimit) && int.TryParse(File.ReadAllText(WatchLimit), out var limit))
        {
            yield return folders < limit * 0.8
                ? new Finding("watches", Severity.Good, $"{folders} folders, {limit} watches allowed.")
                : new Finding("watches", Severity.Warning,
                    $"{folders} folders, {limit} watches allowed: ingest will poll instead. Raise it: sysctl fs.inotify.max_user_watches={folders * 2}.");
        }
    }

    private static (int Folders, string? Error) CountFolders(string folder)
    {
        try
        {
            var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
            _ = Directory.EnumerateFileSystemEntries(folder).Any();
            return (1 + Directory.EnumerateDirectories(folder, "*", options).Take(CountAtMost).Count(), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (0, exception.Message);
        }
    }
}
