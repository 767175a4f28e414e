using Ingest.Files;

namespace Ingest.Watcher.Folders.Looking;

/// <summary>A path that is to be looked at.</summary>
/// <param name="Path">The path.</param>
/// <param name="Closed">The system has just said that a writer closed it, or that it was moved here complete.</param>
/// <param name="Force">It is taken as it stands, whoever writes it.</param>
/// <param name="Last">What it was when it was last looked at and not taken.</param>
internal readonly record struct Ask(string Path, bool Closed = false, bool Force = false, Sighting? Last = null);

/// <summary>How a file looked, and when (a timestamp of the <see cref="TimeProvider"/>) it was first seen to look so.</summary>
internal readonly record struct Sighting(FileStatus Status, long Since);
