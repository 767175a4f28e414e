using System.Runtime.InteropServices;
using System.Text;

namespace Ingest.Files.Linux;

/// <summary>
/// Opens paths below a folder so that no symbolic link in any part is followed. Checking first and opening then would leave a
/// moment to swap a folder for a link, so the kernel does both: openat2(2) (Linux 5.6), or else one openat(2) a segment.
/// </summary>
internal static unsafe class Beneath
{
    private const nint OpenAt2Number = 437;
    private const ulong NoSymlinks = 0x04;
    private const ulong BeneathOnly = 0x08;
    private static volatile bool _withoutOpenAt2;

    /// <summary>The folder itself.</summary>
    public static Descriptor Root(string root, int flags = Libc.PathOnly)
    {
        fixed (byte* bytes = ZeroTerminated(Encoding.UTF8.GetBytes(root)))
        {
            var descriptor = Libc.OpenAt(Libc.CurrentDirectory, bytes, flags | Libc.DirectoryOnly | Libc.CloseOnExec, 0);
            return descriptor >= 0 ? new Descriptor(descriptor) : throw Errno.Exception(Marshal.GetLastPInvokeError(), root);
        }
    }

    /// <summary>A path below it (empty: itself), or the negative error number.</summary>
    public static int TryOpen(int root, ReadOnlySpan<byte> path, int flags, uint mode = 0)
    {
        flags |= Libc.CloseOnExec | Libc.NoFollow;
        var bytes = ZeroTerminated(path.IsEmpty ? "."u8 : path);
        if (!_withoutOpenAt2)
        {
            fixed (byte* pointer = bytes)
            {
                var how = new OpenHow { Flags = (ulong)flags, Mode = mode, Resolve = BeneathOnly | NoSymlinks };
                var result = (int)Libc.OpenAt2(OpenAt2Number, root, pointer, &how, sizeof(OpenHow));
                if (result >= 0)
                {
                    return result;
                }

                var error = Marshal.GetLastPInvokeError();
                // "Not a directory" is also said of a link where a folder was asked for: the other way tells the two apart.
                if (error is not (Errno.NotImplemented or Errno.NotPermitted or Errno.TryAgain or Errno.NameTooLong or Errno.NotADirectory))
                {
                    return -error;
                }

                _withoutOpenAt2 |= error == Errno.NotImplemented;
            }
        }

        return TryOpenSegments(root, bytes, flags, mode);
    }

    /// <summary>As <see cref="TryOpen"/>, by the older call; separate so that tests reach it on a newer kernel.</summary>
    internal static int TryOpenSegments(int root, byte[] zeroTerminated, int flags, uint mode)
    {
        var parent = root;
        fixed (byte* start = zeroTerminated)
        {
            for (var segment = start; ;)
            {
                var end = segment;
                while (*end is not 0 and not (byte)'/')
                {
                    end++;
                }

                var last = *end == 0;
                *end = 0;
                var wanted = last ? flags : Libc.PathOnly | Libc.DirectoryOnly | Libc.NoFollow | Libc.CloseOnExec;
                var opened = Libc.OpenAt(parent, segment, wanted, mode);
                var error = opened >= 0 ? 0 : Marshal.GetLastPInvokeError();
                if (error == Errno.NotADirectory && IsLink(parent, segment))
                {
                    error = Errno.Loop;
                }

                _ = parent != root ? Libc.Close(parent) : 0;
                if (error != 0)
                {
                    return -error;
                }

                if (last)
                {
                    return opened;
                }

                parent = opened;
                segment = end + 1;
            }
        }
    }

    /// <summary>As <see cref="TryOpen"/>, with the problem as an exception.</summary>
    public static Descriptor Open(int root, string path, int flags, uint mode = 0)
    {
        var result = TryOpen(root, Bytes(path), flags, mode);
        return result >= 0 ? new Descriptor(result) : throw Errno.Exception(-result, path);
    }

    /// <summary>The bytes of a path; none for the root itself.</summary>
    public static byte[] Bytes(string path) => path.Length == 0 ? [] : RelativePath.Encode(path);

    public static byte[] ZeroTerminated(ReadOnlySpan<byte> path)
    {
        var bytes = new byte[path.Length + 1];
        path.CopyTo(bytes);
        return bytes;
    }

    private static bool IsLink(int parent, byte* name)
    {
        Statx statx;
        return Libc.Statx(parent, name, Libc.SymlinkNoFollow, Statx.BasicStats, &statx) == 0
            && statx.Status.Kind == FileKind.SymbolicLink;
    }
}
