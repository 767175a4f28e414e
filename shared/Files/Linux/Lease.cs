using System.Runtime.InteropServices;

namespace Ingest.Files.Linux;

/// <summary>
/// Asks the kernel whether a file is open for writing: a read lease (fcntl(2), F_SETLEASE) is refused exactly then. The other
/// way, reading every process's descriptors under /proc, needs rights over them and milliseconds.
/// </summary>
internal static class Lease
{
    private const int SetSignal = 10;
    private const int SetLease = 1024;
    private const int ReadLease = 0;
    private const int Unlock = 2;

    /// <summary>SIGURG, which is ignored unless handled; the default, SIGIO, would end this process.</summary>
    private const int HarmlessSignal = 23;

    public static bool? HasWriter(int descriptor)
    {
        // A share grants leases, if at all, by what this machine knows, and that is not all.
        if (FileSystems.RemoteName(descriptor) is not null || Libc.Control(descriptor, SetSignal, HarmlessSignal) != 0)
        {
            return null;
        }

        if (Libc.Control(descriptor, SetLease, ReadLease) == 0)
        {
            // Whoever opened it for writing in these microseconds was held up by the kernel, and goes on now.
            _ = Libc.Control(descriptor, SetLease, Unlock);
            return false;
        }

        return Marshal.GetLastPInvokeError() == Errno.TryAgain ? true : null;
    }
}
