using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ingest.Files.Linux;

/// <summary>
/// Moves a file below another folder and never over another file, not even one that appears at the same moment: the kernel is
/// asked to refuse (RENAME_NOREPLACE, or link(2), which always does).
/// </summary>
internal static unsafe class Relocation
{
    private const uint NoReplace = 1;
    private const uint FolderMode = 0x1ff;
    private const int NameMax = 255;

    public static string Move(string root, string path, string targetDirectory)
    {
        Directory.CreateDirectory(targetDirectory);
        var folder = RelativePath.Directory(path);
        using var from = Beneath.Root(root);
        using var fromFolder = Beneath.Open(from.Number, folder, Libc.PathOnly | Libc.DirectoryOnly);
        using var to = Beneath.Root(targetDirectory);
        using var toFolder = MakeFolders(to.Number, folder);
        var name = RelativePath.Encode(RelativePath.Name(path));
        for (var attempt = 1; ; attempt++)
        {
            var free = attempt == 1 ? name : Numbered(name, attempt);
            var error = Rename(fromFolder.Number, name, toFolder.Number, free);
            if (error == Errno.CrossDevice)
            {
                error = Copy(fromFolder.Number, name, toFolder.Number, free, path);
            }

            if (error == 0)
            {
                return RelativePath.Join(folder, RelativePath.Decode(free));
            }

            if (error != Errno.Exists)
            {
                throw Errno.Exception(error, path);
            }
        }
    }

    private static Descriptor MakeFolders(int target, string folder)
    {
        var path = "";
        foreach (var segment in folder.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            using var parent = Beneath.Open(target, path, Libc.PathOnly | Libc.DirectoryOnly);
            path = RelativePath.Join(path, segment);
            fixed (byte* name = Beneath.ZeroTerminated(RelativePath.Encode(segment)))
            {
                if (Libc.MakeDirectoryAt(parent.Number, name, FolderMode) != 0
                    && Marshal.GetLastPInvokeError() is var error and not Errno.Exists)
                {
                    throw Errno.Exception(error, path);
                }
            }
        }

        return Beneath.Open(target, path, Libc.ReadOnly | Libc.DirectoryOnly);
    }

    private static int Rename(int from, byte[] name, int to, byte[] newName)
    {
        fixed (byte* source = Beneath.ZeroTerminated(name), target = Beneath.ZeroTerminated(newName))
        {
            if (Libc.RenameAt2(from, source, to, target, NoReplace) == 0)
            {
                return 0;
            }

            var error = Marshal.GetLastPInvokeError();
            if (error is not (Errno.InvalidArgument or Errno.NotImplemented))
            {
                return error;
            }

            // The file system does not know the flag. A second name refuses to overwrite as well; where there are no second
            // names either, a copy into a name that must be new does.
            if (Libc.LinkAt(from, source, to, target, 0) != 0)
            {
                error = Marshal.GetLastPInvokeError();
                return error is Errno.NotPermitted or Errno.NotSupported ? Errno.CrossDevice : error;
            }

            return Libc.UnlinkAt(from, source, 0) == 0 ? 0 : Marshal.GetLastPInvokeError();
        }
    }

    private static int Copy(int from, byte[] name, int to, byte[] newName, string path)
    {
        fixed (byte* source = Beneath.ZeroTerminated(name), target = Beneath.ZeroTerminated(newName))
        {
            var input = Libc.OpenAt(from, source, Libc.ReadOnly | Libc.NoFollow | Libc.NonBlocking | Libc.CloseOnExec, 0);
            if (input < 0)
            {
                return Marshal.GetLastPInvokeError();
            }

            using var reading = new SafeFileHandle(input, ownsHandle: true);
            var statx = LinuxTree.Look(input, [], out _);
            var output = Libc.OpenAt(to, target, Libc.WriteOnly | Libc.Create | Libc.Exclusive | Libc.CloseOnExec, 0x1b4);
            if (output < 0)
            {
                return Marshal.GetLastPInvokeError();
            }

            using var writing = new SafeFileHandle(output, ownsHandle: true);
            try
            {
                CopyContent(reading, writing);
                var times = stackalloc long[4] { statx.ModifiedSeconds, statx.ModifiedNanoseconds, statx.ModifiedSeconds, statx.ModifiedNanoseconds };
                _ = Libc.SetTimes(output, times);
                Require(Libc.Sync(output), path);
                Require(Libc.Sync(to), path);
            }
            catch (IOException)
            {
                // Half a copy helps nobody; the file still stands where it stood.
                _ = Libc.UnlinkAt(to, target, 0);
                throw;
            }

            return Libc.UnlinkAt(from, source, 0) == 0 ? 0 : Marshal.GetLastPInvokeError();
        }
    }

    private static void CopyContent(SafeFileHandle reading, SafeFileHandle writing)
    {
        var buffer = new byte[128 * 1024];
        long offset = 0;
        int read;
        while ((read = RandomAccess.Read(reading, buffer, offset)) > 0)
        {
            RandomAccess.Write(writing, buffer.AsSpan(0, read), offset);
            offset += read;
        }
    }

    private static void Require(int result, string path)
    {
        if (result != 0)
        {
            throw Errno.Exception(Marshal.GetLastPInvokeError(), path);
        }
    }

    /// <summary><c>a.txt</c> → <c>a (2).txt</c>, shortened where the name would grow too long.</summary>
    private static byte[] Numbered(byte[] name, int number)
    {
        var dot = Array.LastIndexOf(name, (byte)'.');
        var stem = dot <= 0 ? name.Length : dot;
        var suffix = System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $" ({number})"));
        var kept = Math.Max(1, Math.Min(stem, NameMax - suffix.Length - (name.Length - stem)));
        return [.. name.AsSpan(0, kept), .. suffix, .. name.AsSpan(stem)];
    }
}
