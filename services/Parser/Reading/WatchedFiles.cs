using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Ingest.Contracts;
using Ingest.Files;

namespace Ingest.Parser.Reading;

/// <summary>Reads announced files from the watched folders as this process has them mounted, and from nowhere else.</summary>
internal sealed class WatchedFiles(ParserOptions options)
{
    private readonly VerifiedFiles _verified = new();
    private readonly ConcurrentDictionary<string, WatchedRoot> _roots = new(StringComparer.Ordinal);

    /// <summary>Reads a file whole, or opens one that is too large for that, if it still is what was announced.</summary>
    /// <exception cref="FileAccessException">The watched folder itself is not there.</exception>
    public FileReading Read(FileDiscovered file)
    {
        var root = RootOf(file);
        try
        {
            var stream = root.OpenRead(file.Path);
            if (stream.Length == file.Size && stream.Length > options.MaxFileBytes)
            {
                return new FileReading.Large(stream, () => _verified.Holds(root, file, stream));
            }

            using (stream)
            {
                return stream.Length == file.Size ? ReadAll(stream, (int)stream.Length, file.Sha256) : new FileReading.Changed();
            }
        }
        catch (FileAccessException exception) when (exception.Problem != Problem.Unreadable)
        {
            // A link or folder that took the file's place is also another content; only the Watcher judges those.
            ThrowIfNotMounted(root, file.Watch);
            return new FileReading.Changed();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FileReading.Unreadable(exception.Message);
        }
    }

    /// <summary>
    /// Reads at most so many bytes of a file in the same folder, through the same root, so that no link leads out of it; null
    /// where there is none.
    /// </summary>
    /// <exception cref="FileAccessException">It is there and cannot be read.</exception>
    public byte[]? ReadBeside(FileDiscovered file, string name, int most)
    {
        try
        {
            using var stream = RootOf(file).OpenRead(RelativePath.Join(RelativePath.Directory(file.Path), name));
            var bytes = new byte[(int)Math.Min(stream.Length, most)];
            return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (FileAccessException exception) when (exception.Problem != Problem.Unreadable)
        {
            return null;
        }
    }

    private WatchedRoot RootOf(FileDiscovered file) =>
        _roots.GetOrAdd(options.Mounts.GetValueOrDefault(file.Watch, file.Root), path => new WatchedRoot(path));

    private static FileReading ReadAll(Stream stream, int size, string sha256)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(size, 1));
        var content = new FileReading.Content(buffer, size);
        try
        {
            if (stream.ReadAtLeast(buffer.AsSpan(0, size), size, throwOnEndOfStream: false) == size && HasHash(content.Bytes.Span, sha256))
            {
                return content;
            }
        }
        catch
        {
            content.Dispose();
            throw;
        }

        content.Dispose();
        return new FileReading.Changed();
    }

    private static bool HasHash(ReadOnlySpan<byte> bytes, string sha256)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash) == sha256;
    }

    /// <summary>
    /// When the whole folder is away, nothing is known of the file: calling every file of it changed would have the Watcher
    /// announce them over and over. As an error it is tried again later.
    /// </summary>
    private static void ThrowIfNotMounted(WatchedRoot root, string watch)
    {
        try
        {
            root.Identity();
        }
        catch (FileAccessException exception)
        {
            throw new FileAccessException(
                exception.Problem,
                $"The watched folder {root.FullPath} is not there for the parser. Mount it, or set Ingest:Parser:Mounts:{watch} to where it is.",
                exception);
        }
    }
}
