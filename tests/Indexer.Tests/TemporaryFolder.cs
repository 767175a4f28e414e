namespace Ingest.Indexer.Tests;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ingest-indexer-").FullName;

    public string Index => System.IO.Path.Combine(Path, "index");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
