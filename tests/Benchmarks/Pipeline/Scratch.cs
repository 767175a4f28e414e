namespace Ingest.Benchmarks.Pipeline;

/// <summary>Temporary folders of one benchmark run, on the disk that holds the temporary folder.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("ingest-bench-").FullName;

    /// <summary>The files to ingest.</summary>
    public string Folder => Directory.CreateDirectory(Path.Combine(_root, "news")).FullName;

    /// <summary>An empty folder.</summary>
    public string New(string name)
    {
        var path = Path.Combine(_root, name);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        return Directory.CreateDirectory(path).FullName;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
