using System.Globalization;

namespace Ingest.Indexer.Search;

/// <summary>What an index says of itself with each commit.</summary>
/// <param name="Format">Version of fields and analysis it was written with.</param>
/// <param name="Store">Identity of the store it was made from.</param>
/// <param name="Sequence">The last change of that store which it holds.</param>
internal sealed record IndexPosition(int Format, string Store, long Sequence)
{
    /// <summary>Reads it from a commit; null for an index that is not ours.</summary>
    public static IndexPosition? Read(IDictionary<string, string>? data) =>
        data is not null
        && data.TryGetValue("format", out var format) && int.TryParse(format, CultureInfo.InvariantCulture, out var version)
        && data.TryGetValue("store", out var store)
        && data.TryGetValue("sequence", out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var sequence)
            ? new IndexPosition(version, store, sequence)
            : null;

    /// <summary>As a commit keeps it.</summary>
    public Dictionary<string, string> ToCommitData() => new()
    {
        ["format"] = Format.ToString(CultureInfo.InvariantCulture),
        ["store"] = Store,
        ["sequence"] = Sequence.ToString(CultureInfo.InvariantCulture),
    };
}
