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
            var read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (read < buffer.Length)
            {
                // Nearly every file: it ends within the buffer, and needs no incremental hash.
                return Convert.ToHexStringLower(SHA256.HashData(buffer.AsSpan(0, read)));
            }

            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(buffer);
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
