namespace Ingest.Parser.Store;

/// <summary>What the store knows of a file.</summary>
/// <param name="Newest">The newest revision's result; null when there is none.</param>
/// <param name="Deaths">How often a process died while it parsed <paramref name="DeathsRevision"/>.</param>
/// <param name="DeathsRevision">The revision that the deaths are counted for.</param>
internal sealed record KnownFile(FileResult? Newest, long Deaths, long DeathsRevision)
{
    public static KnownFile Nothing { get; } = new(null, 0, 0);

    public long DeathsOf(long revision) => revision == DeathsRevision ? Deaths : 0;
}
