using Ingest.Storage;

namespace Ingest.CommandLine.Diagnosis;

/// <summary>The data folder: writable, and its databases whole.</summary>
public static class StoreCheck
{
    /// <summary>Checks the folder of the stores.</summary>
    public static IEnumerable<Finding> Run(StoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = Path.GetFullPath(options.Data);
        yield return TryWrite(folder) is { } error
            ? new Finding("data", Severity.Problem, $"{folder} cannot be written ({error}); choose another with --data or change its rights.")
            : new Finding("data", Severity.Good, $"{folder} can be written.");
        foreach (var database in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.db") : [])
        {
            yield return Examine(database);
        }
    }

    private static string? TryWrite(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".doctor-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    private static Finding Examine(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Mode=ReadOnly");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1)";
            var answer = command.ExecuteScalar() as string;
            return answer == "ok"
                ? new Finding("store", Severity.Good, $"{name} is whole.")
                : new Finding("store", Severity.Problem, $"{name} is damaged ({answer}); restore it, or for the deduplicator or indexer run 'ingest rebuild'.");
        }
        catch (Microsoft.Data.Sqlite.SqliteException exception)
        {
            return new Finding("store", Severity.Problem, $"{name} cannot be read ({exception.Message}).");
        }
    }
}
