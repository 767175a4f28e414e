using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Ingest.Files.Linux;

/// <summary>
/// Finds where a link leads by a descriptor that only names (O_PATH): the target itself is not opened. openat2(2) alone could
/// not say it, as it takes every absolute link for one that leads out.
/// </summary>
internal static unsafe class Links
{
    public static LinkTarget Resolve(string root, string path)
    {
        using var directory = Beneath.Root(root);
        using var parent = Beneath.Open(directory.Number, RelativePath.Directory(path), Libc.PathOnly | Libc.DirectoryOnly);
        int opened;
        fixed (byte* name = Beneath.ZeroTerminated(RelativePath.Encode(RelativePath.Name(path))))
        {
            opened = Libc.OpenAt(parent.Number, name, Libc.PathOnly | Libc.CloseOnExec, 0);
        }

        if (opened < 0)
        {
            // A place on the way that this process may not enter lies, as far as can be told, outside.
            return Marshal.GetLastPInvokeError() is Errno.NoEntry or Errno.NotADirectory or Errno.Loop
                ? LinkTarget.Missing
                : LinkTarget.Outside;
        }

        using var target = new Descriptor(opened);
        var rootPath = AbsolutePath(directory.Number);
        var targetPath = AbsolutePath(target.Number);
        var inside = targetPath.AsSpan().StartsWith(rootPath)
            && (targetPath.Length == rootPath.Length || rootPath is [(byte)'/'] || targetPath[rootPath.Length] == (byte)'/');
        return inside && rootPath.Length > 0 ? LinkTarget.Inside : LinkTarget.Outside;
    }

    private static byte[] AbsolutePath(int descriptor)
    {
        const int longest = 4096;
        var link = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{descriptor}"));
        var buffer = stackalloc byte[longest];
        fixed (byte* bytes = Beneath.ZeroTerminated(link))
        {
            var length = Libc.ReadLinkAt(Libc.CurrentDirectory, bytes, buffer, longest);
            return length <= 0 ? [] : new ReadOnlySpan<byte>(buffer, (int)length).ToArray();
        }
    }
}
