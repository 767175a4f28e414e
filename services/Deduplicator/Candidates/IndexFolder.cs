using System.Globalization;

namespace Ingest.Deduplicator.Candidates;

/// <summary>Where the index keeps what does not stay in memory: a file a week, named by week and generation.</summary>
/// <param name="path">The folder, made when it is first needed; null keeps everything in memory.</param>
internal sealed class IndexFolder(string? path)
{
    private const string Extension = ".run";

    /// <summary>Another process may be about to name a file that is younger than this in the store.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Whether there is one.</summary>
    public bool Exists => path is not null;

    /// <summary>Opens a week's file; null when it is not there or not whole.</summary>
    public RunFile? TryOpen(int week, long generation) => path is null ? null : RunFile.TryOpen(FileOf(week, generation), generation);

    /// <summary>Writes a week's file.</summary>
    public RunFile Write(int week, long generation, IEnumerable<ulong> entries, long most) => RunFile.Write(FileOf(week, generation), generation, entries, most);

    /// <summary>Deletes a file that the store does not name any more; one that cannot be deleted goes at the next start.</summary>
    public void Delete(int week, long generation)
    {
        if (path is not null && generation != 0)
        {
            TryDelete(FileOf(week, generation));
        }
    }

    /// <summary>Deletes what a crash left behind.</summary>
    public void DeleteOthers(IEnumerable<(int Week, long Generation)> named)
    {
        if (path is null || !Directory.Exists(path))
        {
            return;
        }

        var keep = named.Select(file => FileOf(file.Week, file.Generation)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(path, "*" + Extension))
        {
            // By the folder's own clock on both sides: no other has a say in it.
            if (!keep.Contains(file) && File.GetLastWriteTimeUtc(file) + Patience < Directory.GetLastWriteTimeUtc(path))
            {
                TryDelete(file);
            }
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It costs space only.
        }
    }

    private string FileOf(int week, long generation) =>
        Path.Combine(path!, string.Create(CultureInfo.InvariantCulture, $"{week}-{generation}{Extension}"));
}
