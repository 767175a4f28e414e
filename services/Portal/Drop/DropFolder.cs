using Ingest.Files;
using Ingest.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Portal.Drop;

/// <summary>
/// Takes files into the watched folder. A file is written under a name that no Watcher takes, made durable and then moved to its own, so
/// that nobody ever sees a part of it; and it never takes the place of another one.
/// </summary>
internal sealed class DropFolder(IOptions<PortalOptions> options, IConfiguration configuration, TimeProvider time, ILogger<DropFolder> log)
{
    private const string Prefix = OwnNames.Prefix + "drop-";
    private const double LeastFree = 0.02;
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);
    private bool _tidied;

    /// <summary>The folder; null when dropping is off, or this process knows no folder.</summary>
    public string? Folder =>
        options.Value.Drop && (NullIfBlank(options.Value.DropFolder) ?? NullIfBlank(configuration["Ingest:Folder"])) is { } folder && Directory.Exists(folder)
            ? Path.GetFullPath(folder)
            : null;

    /// <summary>Largest file, in bytes.</summary>
    public long Largest => options.Value.MaxDropBytes;

    /// <summary>Takes one file. Its name is checked before, see <see cref="DropName"/>.</summary>
    /// <exception cref="DropException">It was not taken; nothing of it is left.</exception>
    public async Task<DroppedFile> TakeAsync(string path, Stream content, long? length, CancellationToken cancellationToken)
    {
        var folder = Folder ?? throw new DropException(DropProblem.Off, "Files cannot be dropped here: this process knows no folder. Set Ingest:Portal:DropFolder to the watched folder.");
        if (length > Largest)
        {
            throw TooLarge();
        }

        if (DiskSpace.FreeShare(folder) is < LeastFree || DiskSpace.FreeBytes(folder) < length)
        {
            throw new DropException(DropProblem.DiskFull, "The disk of the folder is full. Free some space and drop the file again.");
        }

        Tidy(folder);
        var place = Path.Combine(folder, Prefix + Guid.NewGuid().ToString("N"));
        try
        {
            var bytes = await WriteAsync(place, path, content, cancellationToken);
            var taken = new WatchedRoot(place).Move(path, folder);
            Log.Dropped(log, taken, bytes);
            return new DroppedFile(taken, Path.Combine(folder, taken), bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FileAccessException)
        {
            Log.DropFailed(log, path, exception);
            throw new DropException(DropProblem.Unwritable, $"The file could not be written into the folder: {exception.Message}", exception);
        }
        finally
        {
            Remove(place);
        }
    }

    private async Task<long> WriteAsync(string place, string path, Stream content, CancellationToken cancellationToken)
    {
        // The notation doubles backslashes, which a checked name has none of, so it is the name on disk.
        var file = Path.Combine(place, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var output = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
        var buffer = new byte[128 * 1024];
        long bytes = 0;
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes += read;
            if (bytes > Largest)
            {
                throw TooLarge();
            }

            await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        output.Flush(flushToDisk: true);
        return bytes;
    }

    private DropException TooLarge() =>
        new(DropProblem.TooLarge, $"The file is larger than {Layout.Wording.Size(Largest)} (Ingest:Portal:MaxDropBytes). Copy it into the folder by other means.");

    /// <summary>Removes what a process that died has left.</summary>
    private void Tidy(string folder)
    {
        if (_tidied)
        {
            return;
        }

        _tidied = true;
        foreach (var left in Directory.EnumerateDirectories(folder, Prefix + "*").Where(left => time.GetUtcNow() - Directory.GetLastWriteTimeUtc(left) > Abandoned))
        {
            Remove(left);
        }
    }

    private static void Remove(string place)
    {
        try
        {
            if (Directory.Exists(place))
            {
                Directory.Delete(place, recursive: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has a name that nobody takes, and is removed a day later.
        }
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
