using Ingest.Contracts;
using Ingest.Files;
using Ingest.Watcher.Ledger;

namespace Ingest.Watcher.Folders.Looking;

/// <summary>Finds out what stands at one path, and reads it when it is a file that nobody writes any more. Safe for many threads.</summary>
internal sealed class FileLook(string watch, WatchedRoot root, NameRules rules, FolderOptions options, FolderSeams seams, TimeProvider time)
{
    /// <summary>A change within the same tick of the kernel's clock (up to 10 ms) leaves all times as they were.</summary>
    private const long ClockTickNs = 20_000_000;

    /// <summary>A share's clock may differ from ours by so much; a file older than this has been left alone in any case.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    private readonly Func<string, bool?> _hasWriter = seams.HasWriter ?? root.HasWriter;
    private readonly Func<string, Stream> _openRead = seams.OpenRead ?? root.OpenRead;

    /// <param name="ask">The path.</param>
    /// <param name="named">True when a person named this very file, so that the name rules do not apply.</param>
    /// <param name="cancellationToken">Ends the reading of a large file.</param>
    /// <exception cref="FileAccessException">The watched folder itself is not there.</exception>
    public Look At(Ask ask, bool named, CancellationToken cancellationToken)
    {
        if (!named && !rules.Takes(ask.Path))
        {
            return Look.Gone.Instance;
        }

        const int attempts = 3;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var look = AtOnce(ask, force: ask.Force && attempt >= attempts, cancellationToken);
                if (look is not Look.Busy || !ask.Force)
                {
                    return look;
                }
            }
            catch (FileAccessException e) when (e.Problem is not Problem.Unreadable && attempt < attempts)
            {
                // It went away or became something else between two calls: what is it now?
                _ = root.Identity();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _ = root.Identity();
                return Unreadable(ask.Path, e.Message);
            }
        }
    }

    /// <summary>Rejected as unreadable, with a stamp that no file has: every scan tries again.</summary>
    public Look.Here Unreadable(string path, string why) => Rejected(path, default, RejectionReasons.Unreadable, why);

    private Look AtOnce(Ask ask, bool force, CancellationToken cancellationToken)
    {
        if (root.Stat(ask.Path) is not { } status)
        {
            return Look.Gone.Instance;
        }

        switch (status.Kind)
        {
            case FileKind.Directory:
                return Look.Gone.Instance;
            case FileKind.SymbolicLink:
                return AtLink(ask.Path, status);
            case FileKind.Other:
                return Rejected(
                    ask.Path, StampOf(status), RejectionReasons.NotAFile, "This is a pipe, socket or device and has no content to take; remove it from the folder.");
        }

        if (!ask.Force && IsBusy(ask, status))
        {
            return Busy(ask, status);
        }

        string sha256;
        using (var content = _openRead(ask.Path))
        {
            sha256 = ContentHash.Of(content, cancellationToken);
        }

        // What changed while it was read is neither the old content nor the new.
        if (root.Stat(ask.Path) is not { } after)
        {
            return Look.Gone.Instance;
        }

        if (after != status && !force)
        {
            return Busy(ask, after);
        }

        return new Look.Here(new ObservedFile { Watch = watch, Path = ask.Path, Stamp = Distrusted(status), Sha256 = sha256 });
    }

    private Look AtLink(string path, FileStatus status) => root.Resolve(path) switch
    {
        // Its target has a name of its own in the folder and is taken by that.
        LinkTarget.Inside => Look.Gone.Instance,
        LinkTarget.Outside => Rejected(
            path, StampOf(status), RejectionReasons.SymbolicLink, "This symbolic link leads out of the watched folder and is not followed; put the file itself into the folder."),
        _ => Rejected(path, StampOf(status), RejectionReasons.SymbolicLink, "This symbolic link leads to nothing; put the file itself into the folder."),
    };

    private bool IsBusy(Ask ask, FileStatus status)
    {
        bool? written;
        try
        {
            written = _hasWriter(ask.Path);
        }
        catch (FileAccessException e) when (e.Problem == Problem.Unreadable)
        {
            // The reading will say so.
            return false;
        }

        if (written is { } known)
        {
            return known;
        }

        var untouched = ask.Last is { } last && last.Status == status && time.GetElapsedTime(last.Since) >= options.StableAfter;
        return !ask.Closed && !untouched && NowNs() - status.ChangedNs < (options.StableAfter + ClockSkew).Ticks * 100;
    }

    private Look.Busy Busy(Ask ask, FileStatus status) =>
        new(ask.Last is { } last && last.Status == status ? last : new Sighting(status, time.GetTimestamp()));

    /// <summary>
    /// The stamp to keep. One so fresh that a later change might leave it the same is spoilt, so that the next scan reads the file
    /// once more: what git calls "racily clean".
    /// </summary>
    private FileStamp Distrusted(FileStatus status) =>
        Math.Abs(NowNs() - status.ChangedNs) < ClockTickNs ? StampOf(status) with { ChangedNs = 0 } : StampOf(status);

    private static FileStamp StampOf(FileStatus status) => new(status.Size, status.ModifiedNs, status.ChangedNs);

    private Look.Here Rejected(string path, FileStamp stamp, string reason, string detail) =>
        new(new ObservedFile { Watch = watch, Path = path, Stamp = stamp, Reason = reason, Detail = detail });

    private long NowNs() => (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * 100;
}
