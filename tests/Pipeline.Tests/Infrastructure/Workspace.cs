using System.IO.Compression;

namespace Ingest.Pipeline.Tests.Infrastructure;

/// <summary>A temporary place for one test: a folder to drop files into, and a data folder.</summary>
public sealed class Workspace : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("ingest-test-").FullName;

    public Workspace()
    {
        Directory.CreateDirectory(Folder);
        Directory.CreateDirectory(Data);
    }

    /// <summary>The watched folder. Always of the same name, so that identifiers are comparable between tests.</summary>
    public string Folder => Path.Combine(_root, "news");

    public string Data => Path.Combine(_root, "data");

    /// <summary>A second data folder, for a run to compare with.</summary>
    public string OtherData(string name) => Directory.CreateDirectory(Path.Combine(_root, "data-" + name)).FullName;

    /// <summary>Puts a file into the folder the careful way: written elsewhere, then renamed into place.</summary>
    public string Drop(string name, string content) => Drop(name, temporary => File.WriteAllText(temporary, content));

    /// <summary>A zip file of texts in one move.</summary>
    public string DropZip(string name, IEnumerable<(string Name, string Content)> members) => Drop(name, temporary =>
    {
        using var archive = ZipFile.Open(temporary, ZipArchiveMode.Create);
        foreach (var member in members)
        {
            using var writer = new StreamWriter(archive.CreateEntry(member.Name).Open());
            writer.Write(member.Content);
        }
    });

    private string Drop(string name, Action<string> write)
    {
        var target = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var temporary = Path.Combine(_root, Path.GetRandomFileName());
        write(temporary);
        File.Move(temporary, target, overwrite: true);
        return target;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (IOException)
        {
            // A killed process may still hold a file for a moment; it is a temporary folder.
        }
    }
}
