namespace Ingest.Files;

/// <summary>What <see cref="WatchedRoot"/> needs of an operating system; paths are relative, empty for the root itself.</summary>
internal interface IFileTree
{
    string Identity();

    string? RemoteFileSystem();

    Stream OpenRead(string path);

    FileStatus? Stat(string path);

    LinkTarget Resolve(string path);

    IEnumerable<FileEntry> Enumerate(string directory);

    bool? HasWriter(string path);

    string Move(string path, string targetDirectory);

    void Delete(string path);

    void WriteText(string path, string text);
}
