using System.Runtime.InteropServices;

namespace Ingest.Watcher.Tests.Folders;

/// <summary>Lets this thread open files as a user without rights, for tests that run as root: setfsuid(2) is a thread's own.</summary>
internal static partial class ThreadIdentity
{
    private const uint Nobody = 65534;

    public static T AsNobody<T>(Func<T> open)
    {
        var before = (uint)SetFileSystemUser(Nobody);
        try
        {
            return open();
        }
        finally
        {
            _ = SetFileSystemUser(before);
        }
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileSystemUser(uint user);
}
