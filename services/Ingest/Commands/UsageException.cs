namespace Ingest.CommandLine.Commands;

/// <summary>The command line asks for something that cannot be; the message is one sentence that says what to change.</summary>
public sealed class UsageException : Exception
{
    /// <inheritdoc/>
    public UsageException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public UsageException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public UsageException() : this("The command line cannot be understood; see ingest --help.")
    {
    }
}
