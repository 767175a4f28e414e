using System.Buffers;
using System.Security.Cryptography;

namespace Ingest.Watcher.Folders.Looking;

/// <summary>SHA-256 of a whole content, streamed, so that a file of any size takes the same memory.</summary>
internal static class ContentHash
{
    private const int BufferSize = 128 * 1024;

    /// <returns>Lower-case hexadecimal.</returns>
    public static string Of(Stream content, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var read = content.Read(buffer);
            var next = read == 0 ? 0 : content.Read(buffer.AsSpan(read));
            if (next == 0)
            {
                // Nearly every file: all of it is there at once, and needs no incremental hash.
                return Convert.ToHexStringLower(SHA256.HashData(buffer.AsSpan(0, read)));
            }

            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(buffer.AsSpan(0, read + next));
            while ((read = content.Read(buffer)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                hash.AppendData(buffer.AsSpan(0, read));
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
