namespace Ingest.Parser;

/// <summary>The time one file, or one piece of a container, may take; readers ask between steps.</summary>
internal readonly struct Deadline(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>The same time once more, from now on: for the next piece of a file.</summary>
    public Deadline Again() => new(limit, time, cancellationToken);

    /// <summary>The same time once more, for somebody else.</summary>
    public Deadline Again(CancellationToken other) => new(limit, time, other);

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
