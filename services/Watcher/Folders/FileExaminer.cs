using System.Buffers;
using System.Security.Cryptography;
using Ingest.Contracts;
using Ingest.Files;
using Ingest.Watcher.Ledger;

namespace Ingest.Watcher.Folders;

/// <summary>Looks at one path: what it is, whether it is complete, and what its content's hash is.</summary>
internal sealed class FileExaminer(string watch, WatchedRoot root, FolderOptions options, TimeProvider time)
{
    private const int BufferSize = 128 * 1024;

    /// <param name="path">The path.</param>
    /// <param name="quietSince">Since when the file has been seen with the stamp it had last; null when it was not seen before.</param>
    /// <param name="takeAnyway">Take it as it stands, finished or not.</param>
    /// <param name="cancellationToken">Stops between two blocks of a large file.</param>
    /// <exception cref="FileAccessException">The root itself cannot be used.</exception>
    public Examination Examine(string path, (FileStamp Stamp, DateTimeOffset Since)? quietSince, bool takeAnyway, CancellationToken cancellationToken)
    {
        try
        {
            if (root.Stat(path) is not { } status)
            {
                return new Examination.Nothing();
            }

            return status.Kind switch
            {
                FileKind.Directory => new Examination.Folder(),
                FileKind.SymbolicLink => Link(path, status),
                FileKind.Other => Rejected(path, status, RejectionReasons.NotAFile, "It is a pipe, socket or device, not a file."),
                _ when !takeAnyway && !IsFinished(path, status, quietSince) => new Examination.Unfinished(Stamp(status)),
                _ => Hashed(path, status, takeAnyway, cancellationToken),
            };
        }
        catch (FileAccessException exception)
        {
            return Failed(path, exception);
        }
    }

    private bool IsFinished(string path, FileStatus status, (FileStamp Stamp, DateTimeOffset Since)? quietSince)
    {
        if (root.HasWriter(path) is { } written)
        {
            return !written;
        }

        // Nobody can say: then it must have been left alone for a while. Its own times tell at the first look, unless the share's
        // clock is ahead of ours; two equal looks tell in any case.
        var now = time.GetUtcNow();
        var changed = DateTimeOffset.UnixEpoch.AddTicks(Math.Max(status.ModifiedNs, status.ChangedNs) / 100);
        return now - changed >= options.StableAfter || (quietSince is { } seen && seen.Stamp == Stamp(status) && now - seen.Since >= options.StableAfter);
    }

    private Examination Hashed(string path, FileStatus before, bool takeAnyway, CancellationToken cancellationToken)
    {
        var sha256 = Hash(path, cancellationToken);
        if (root.Stat(path) is not { } after)
        {
            return new Examination.Nothing();
        }

        // Changed while it was read: the hash may be of a content that never was.
        return Stamp(after) != Stamp(before) && !takeAnyway
            ? new Examination.Unfinished(Stamp(after))
            : new Examination.Stands(new ObservedFile { Watch = watch, Path = path, Stamp = Stamp(after), Sha256 = sha256 });
    }

    private string Hash(string path, CancellationToken cancellationToken)
    {
        using var stream = root.OpenRead(path);
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(stream.Length + 1, 1024, BufferSize));
        try
        {
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                sha256.AppendData(buffer, 0, read);
            }
        }
        catch (IOException exception) when (exception is not FileAccessException)
        {
            throw new FileAccessException(Problem.Unreadable, $"Reading '{path}' failed: {exception.Message}", exception);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return Convert.ToHexStringLower(sha256.GetHashAndReset());
    }

    private Examination Link(string path, FileStatus status) => root.Resolve(path) switch
    {
        // What it leads to has a name of its own here.
        LinkTarget.Inside => new Examination.Nothing(),
        LinkTarget.Outside => Rejected(path, status, RejectionReasons.SymbolicLink, "It is a symbolic link that leads out of the watched folder. Put the file itself here."),
        _ => Rejected(path, status, RejectionReasons.SymbolicLink, "It is a symbolic link that leads nowhere. Put the file itself here."),
    };

    private Examination Failed(string path, FileAccessException exception)
    {
        // Throws when it is the root that is gone: then nothing can be said of this file.
        _ = root.Identity();
        return exception.Problem switch
        {
            Problem.Missing or Problem.OutsideRoot => new Examination.Nothing(),
            Problem.NotAFile => Rejected(path, default, RejectionReasons.NotAFile, exception.Message),
            _ => Rejected(path, Status(path), RejectionReasons.Unreadable, exception.Message),
        };
    }

    private FileStatus Status(string path)
    {
        try
        {
            return root.Stat(path) ?? default;
        }
        catch (FileAccessException)
        {
            return default;
        }
    }

    private Examination.Stands Rejected(string path, FileStatus status, string reason, string detail) =>
        new(new ObservedFile { Watch = watch, Path = path, Stamp = Stamp(status), Reason = reason, Detail = detail });

    internal static FileStamp Stamp(FileStatus status) => new(status.Size, status.ModifiedNs, status.ChangedNs);
}
