using System.Security.Cryptography;
using System.Text;
using Ingest.Contracts;
using Microsoft.Data.Sqlite;

namespace Ingest.Parser.Tests;

/// <summary>A folder on disk that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("ingest-parser-").FullName;

    public string this[string name] => Path.Combine(FullPath, name);

    /// <summary>Writes a file and announces it as the Watcher would.</summary>
    public FileDiscovered Drop(string path, string text, long revision = 1) => Drop(path, Encoding.UTF8.GetBytes(text), revision);

    /// <summary>The same with bytes.</summary>
    public FileDiscovered Drop(string path, byte[] bytes, long revision = 1)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllBytes(this[path], bytes);
        return new FileDiscovered
        {
            FileId = Identifiers.File("in", path),
            Revision = revision,
            Attempt = 1,
            Watch = "in",
            Root = FullPath,
            Path = path,
            Size = bytes.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            DiscoveredAt = new DateTimeOffset(2025, 6, 1, 12, 0, 0, TimeSpan.Zero),
        };
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(FullPath, recursive: true);
    }
}
