namespace Ingest.Hosting.Bus;

/// <summary>The bus will not come back in this process; its message says to a person what to do.</summary>
public sealed class BusLostException(string message) : Exception(message);
