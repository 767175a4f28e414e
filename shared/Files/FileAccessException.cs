namespace Ingest.Files;

/// <summary>A path below a watched folder could not be used; the message is a sentence that a person can act on.</summary>
public sealed class FileAccessException : IOException
{
    /// <summary>For serialisers and tools.</summary>
    public FileAccessException()
    {
    }

    /// <summary>With a sentence.</summary>
    public FileAccessException(string message)
        : base(message)
    {
    }

    /// <summary>With a sentence and what caused it.</summary>
    public FileAccessException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>With the problem and a sentence.</summary>
    public FileAccessException(Problem problem, string message, Exception? innerException = null)
        : base(message, innerException) => Problem = problem;

    /// <summary>What kind of problem it is.</summary>
    public Problem Problem { get; } = Problem.Unreadable;
}
