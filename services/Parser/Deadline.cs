namespace Ingest.Parser;

/// <summary>The time one file may take; readers ask between steps.</summary>
internal readonly struct Deadline(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
{
    private readonly long _start = time.GetTimestamp();

    /// <exception cref="TimeoutException">The limit has passed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public void Check()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (time.GetElapsedTime(_start) > limit)
        {
            throw new TimeoutException();
        }
    }
}
