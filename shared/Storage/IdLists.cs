namespace Ingest.Storage;

/// <summary>Lists of identifiers for <c>IN</c>.</summary>
public static class IdLists
{
    /// <summary>
    /// SQLite looks each parameter up among all names before it. With lists of 256 a file's lookup and write took 89 microseconds
    /// of processor time together, with 64 it was 59.
    /// </summary>
    private const int ChunkSize = 64;

    /// <summary>
    /// In chunks, each padded with its last value to one of four lengths: that gives four statements in all for Dapper to
    /// remember, and not one for every length.
    /// </summary>
    public static IEnumerable<T[]> Chunks<T>(IEnumerable<T> ids)
    {
        foreach (var chunk in ids.Chunk(ChunkSize))
        {
            var length = chunk.Length switch { <= 1 => 1, <= 4 => 4, <= 16 => 16, _ => ChunkSize };
            yield return chunk.Length == length ? chunk : [.. chunk, .. Enumerable.Repeat(chunk[^1], length - chunk.Length)];
        }
    }
}
