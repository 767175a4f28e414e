namespace Ingest.Storage;

/// <summary>A store cannot be opened or migrated. The message is one sentence for an operator.</summary>
public sealed class StoreException : Exception
{
    /// <inheritdoc/>
    public StoreException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public StoreException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public StoreException() : this("The store cannot be used.")
    {
    }
}
