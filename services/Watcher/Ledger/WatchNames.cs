using System.Security.Cryptography;
using System.Text;

namespace Ingest.Watcher.Ledger;

/// <summary>Names of watches: short, stable, and never the same for two folders.</summary>
internal static class WatchNames
{
    /// <summary>The name for <paramref name="root"/>, given the watches there are.</summary>
    public static string Choose(string root, string? name, IReadOnlyCollection<WatchEntry> watches, Func<string, bool> exists)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            // A folder that has a name keeps it, also when the folder that had the plainer name is gone by now.
            if (watches.FirstOrDefault(watch => watch.Root == root) is { } bound)
            {
                return bound.Name;
            }

            name = Path.GetFileName(root) is { Length: > 0 } last ? last : "root";
        }

        var holder = watches.FirstOrDefault(watch => watch.Name == name);
        return holder is null || holder.Root == root || !exists(holder.Root) ? name : $"{name}-{Hash(root)}";
    }

    private static string Hash(string root) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)).AsSpan(0, 3));
}
