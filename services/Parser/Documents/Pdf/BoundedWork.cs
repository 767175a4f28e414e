using System.Runtime.ExceptionServices;

namespace Ingest.Parser.Documents.Pdf;

/// <summary>Runs work that cannot be interrupted, and gives up on it when the deadline passes.</summary>
/// <remarks>
/// The PDF library has loops that a malformed file keeps going for ever, and nothing stops a thread from outside. So the work has
/// a thread of its own, and who waits for it stops waiting. What that costs: the thread goes on, on one core and with its memory,
/// until it comes to an end or the process does; it is a background thread, so it keeps no process alive. Work that asks the
/// deadline itself, as reading does between pages, ends there. A process for each PDF would bound it fully, at some tenths of a
/// second a file. The stack is larger than usual, for files that nest.
/// </remarks>
internal static class BoundedWork
{
    private const int StackBytes = 16 << 20;

    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(50);

    public static T Run<T>(Func<T> work, Deadline deadline)
        where T : class
    {
        T? result = null;
        ExceptionDispatchInfo? fault = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception exception)
                {
                    // On a thread of its own any exception would end the process: it is raised again where the work is awaited.
                    fault = ExceptionDispatchInfo.Capture(exception);
                }
            },
            StackBytes)
        {
            IsBackground = true,
            Name = "pdf",
        };
        thread.Start();
        while (!thread.Join(Slice))
        {
            deadline.Check();
        }

        fault?.Throw();
        return result!;
    }
}
