namespace Ingest.Storage;

/// <summary>Lists of identifiers for <c>IN</c>.</summary>
public static class IdLists
{
    /// <summary>The longest chunk.</summary>
    public const int ChunkSize = 256;

    /// <summary>
    /// In chunks, each padded with its last value to one of five lengths: that gives five statements in all for the database to
    /// prepare and for Dapper to remember, and not one for every length.
    /// </summary>
    public static IEnumerable<string[]> Chunks(IEnumerable<string> ids)
    {
        foreach (var chunk in ids.Chunk(ChunkSize))
        {
            var length = chunk.Length switch { <= 1 => 1, <= 4 => 4, <= 16 => 16, <= 64 => 64, _ => ChunkSize };
            yield return chunk.Length == length ? chunk : [.. chunk, .. Enumerable.Repeat(chunk[^1], length - chunk.Length)];
        }
    }
}
