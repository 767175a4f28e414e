using System.Runtime.InteropServices;

namespace Ingest.Benchmarks.Search;

/// <summary>
/// Processor time of the calling thread (clock_gettime, CLOCK_THREAD_CPUTIME_ID). A search runs on one thread from beginning to end; other
/// threads of the process, and whatever else the machine does, do not count.
/// </summary>
internal static class ThreadClock
{
    private const int ThreadTime = 3;

    public static TimeSpan Now => GetTime(ThreadTime, out var time) == 0 ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / 100) : TimeSpan.Zero;

    [DllImport("libc", EntryPoint = "clock_gettime"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
