using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Ingest.Parser.Containers;

/// <summary>
/// Makes names of members unique: an archive may hold one name twice, and a page is fetched again. Keeps hashes only, so a
/// million names take some 30 MB.
/// </summary>
internal sealed class UniqueNames
{
    private readonly Dictionary<ulong, int> _seen = [];

    /// <summary>The name, or with <c>~2</c>, <c>~3</c> … behind it.</summary>
    public string Of(string name)
    {
        var unique = name;
        ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, Hash(name), out var known);
        if (!known)
        {
            times = 1;
            return name;
        }

        var repeat = times;
        do
        {
            unique = FormattableString.Invariant($"{name}~{++repeat}");
        }
        while (!_seen.TryAdd(Hash(unique), 1));
        _seen[Hash(name)] = repeat;
        return unique;
    }

    private static ulong Hash(string name) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(name.AsSpan()));
}
