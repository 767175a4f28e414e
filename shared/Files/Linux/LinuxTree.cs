using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Ingest.Files.Linux;

/// <summary>Byte-exact access by the kernel's own calls; .NET's file classes cannot name a file that is not valid UTF-8.</summary>
internal sealed unsafe class LinuxTree(string root) : IFileTree
{
    private const int SetFlags = 4;

    public string Identity()
    {
        using var directory = Beneath.Root(root);
        var statx = Look(directory.Number, "", out var error);
        return error == 0
            ? FormattableString.Invariant($"{statx.DeviceMajor}.{statx.DeviceMinor}:{statx.Inode}")
            : throw Errno.Exception(error, root);
    }

    public string? RemoteFileSystem()
    {
        using var directory = Beneath.Root(root);
        return FileSystems.RemoteName(directory.Number);
    }

    public Stream OpenRead(string path)
    {
        var descriptor = OpenFile(path);
        // FileStream takes a non-blocking handle for an asynchronous one; for a regular file the flag has done its work.
        _ = Libc.Control(descriptor, SetFlags, 0);
        return new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.Read, bufferSize: 0);
    }

    public FileStatus? Stat(string path)
    {
        using var directory = Beneath.Root(root);
        if (path.Length == 0)
        {
            var self = Look(directory.Number, "", out var failure);
            return failure == 0 ? self.Status : throw Errno.Exception(failure, root);
        }

        var bytes = Beneath.Bytes(path);
        var slash = Array.LastIndexOf(bytes, (byte)'/');
        var parent = slash < 0 ? directory.Number : Beneath.TryOpen(directory.Number, bytes.AsSpan(0, slash), Libc.PathOnly | Libc.DirectoryOnly);
        if (parent < 0)
        {
            return NothingOr(-parent, path);
        }

        try
        {
            var statx = Look(parent, bytes.AsSpan(slash + 1), out var error);
            return error == 0 ? statx.Status : NothingOr(error, path);
        }
        finally
        {
            _ = slash < 0 ? 0 : Libc.Close(parent);
        }
    }

    public LinkTarget Resolve(string path) => Links.Resolve(root, path);

    public IEnumerable<FileEntry> Enumerate(string directory) => new DirectoryListing(root, directory);

    public bool? HasWriter(string path)
    {
        using var file = new Descriptor(OpenFile(path));
        return Lease.HasWriter(file.Number);
    }

    public string Move(string path, string targetDirectory) => Relocation.Move(root, path, targetDirectory);

    public void Delete(string path)
    {
        using var directory = Beneath.Root(root);
        using var parent = Beneath.Open(directory.Number, RelativePath.Directory(path), Libc.PathOnly | Libc.DirectoryOnly);
        fixed (byte* name = Beneath.ZeroTerminated(RelativePath.Encode(RelativePath.Name(path))))
        {
            if (Libc.UnlinkAt(parent.Number, name, 0) != 0 && Marshal.GetLastPInvokeError() is var error and not Errno.NoEntry)
            {
                throw Errno.Exception(error, path);
            }
        }
    }

    public void WriteText(string path, string text)
    {
        using var directory = Beneath.Root(root);
        var opened = Beneath.TryOpen(
            directory.Number, RelativePath.Encode(path), Libc.WriteOnly | Libc.Create | Libc.Truncate | Libc.NonBlocking, 0x1b4);
        if (opened < 0)
        {
            throw Errno.Exception(-opened, path);
        }

        _ = Libc.Control(opened, SetFlags, 0);
        using var stream = new FileStream(new SafeFileHandle(opened, ownsHandle: true), FileAccess.Write, bufferSize: 0);
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>statx(2) of a name in an open folder (empty: of the folder) without following a link.</summary>
    public static Statx Look(int directory, ReadOnlySpan<byte> name, out int error)
    {
        Statx statx;
        fixed (byte* bytes = Beneath.ZeroTerminated(name))
        {
            error = Libc.Statx(directory, bytes, Libc.SymlinkNoFollow | Libc.EmptyPath, Statx.BasicStats, &statx) == 0
                ? 0
                : Marshal.GetLastPInvokeError();
        }

        return statx;
    }

    private static Statx Look(int directory, string none, out int error) => Look(directory, Encoding.UTF8.GetBytes(none), out error);

    private static FileStatus? NothingOr(int error, string path) =>
        error is Errno.NoEntry or Errno.NotADirectory or Errno.Loop ? null : throw Errno.Exception(error, path);

    private int OpenFile(string path)
    {
        var bytes = RelativePath.Encode(path);
        using var directory = Beneath.Root(root);
        // Non-blocking, or a pipe that someone put there would hold this thread until somebody writes into it.
        var opened = Beneath.TryOpen(directory.Number, bytes, Libc.ReadOnly | Libc.NonBlocking);
        if (opened < 0)
        {
            throw Errno.Exception(-opened, path);
        }

        var statx = Look(opened, "", out var error);
        if (error == 0 && statx.Status.Kind == FileKind.File)
        {
            return opened;
        }

        _ = Libc.Close(opened);
        throw Errno.Exception(error != 0 ? error : Errno.IsADirectory, path);
    }
}
