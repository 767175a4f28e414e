namespace Ingest.Watcher.Folders.Inotify;

/// <summary>The system gives no (more) watches; the message says which limit to raise.</summary>
internal sealed class WatchLimitException(string message) : Exception(message);
