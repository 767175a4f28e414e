namespace Ingest.Watcher.Folders;

/// <summary>The watched folder cannot be used at the moment, so nothing in it may be taken for removed. The message says what to do.</summary>
internal sealed class FolderUnavailableException(string message, Exception? inner = null) : IOException(message, inner);
