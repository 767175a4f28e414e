namespace Ingest.Parser.Containers;

/// <summary>The file itself could not be read, which says nothing of its content: a fault of the disk or the network.</summary>
internal sealed class UnreadableException(IOException fault) : Exception(fault.Message, fault);
