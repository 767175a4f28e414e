using System.Security.Cryptography;
using System.Text;

namespace Ingest.Contracts;

/// <summary>
/// Deterministic identifiers: the same file or article has the same identifier in every run, so every message and every row
/// can be written again without harm. 128 bits of SHA-256 in lower-case hexadecimal.
/// </summary>
public static class Identifiers
{
    /// <summary>A file is its watch and its path below it.</summary>
    public static string File(string watch, string path) => Hash("file", watch, path);

    /// <summary>An article is its file and its key there.</summary>
    public static string Article(string fileId, string key) => Hash("article", fileId, key);

    /// <summary>A message's identifier, so that a broker or a person can recognise a repeat.</summary>
    public static Guid Message(string kind, string subject, long revision, long attempt = 0)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        Digest(digest, kind, subject, FormattableString.Invariant($"{revision}.{attempt}"));
        return new Guid(digest[..16]);
    }

    private static string Hash(string kind, string first, string second)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        Digest(digest, kind, first, second);
        return Convert.ToHexStringLower(digest[..16]);
    }

    private static void Digest(Span<byte> digest, string kind, string first, string second)
    {
        // A NUL separates the parts: it can stand in no path, so no two different inputs run together.
        var bytes = Encoding.UTF8.GetBytes($"{kind}\0{first}\0{second}");
        SHA256.HashData(bytes, digest);
    }
}
