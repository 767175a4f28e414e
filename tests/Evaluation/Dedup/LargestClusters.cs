namespace Ingest.Evaluation.Dedup;

/// <summary>The largest clusters with their headlines, for a person to judge.</summary>
internal static class LargestClusters
{
    public static void Print(string folder, Clustered clustered, int count)
    {
        var files = Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories)
            .ToDictionary(path => int.Parse(Path.GetFileNameWithoutExtension(path), System.Globalization.CultureInfo.InvariantCulture));
        var clusters = clustered.Rows.GroupBy(row => row.Value.ClusterId).Where(cluster => cluster.Count() > 1).ToList();
        var relations = clustered.Rows.CountBy(row => row.Value.Relation).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}");
        Console.WriteLine($"{clusters.Count} clusters of two or more; {string.Join(", ", relations)}");
        foreach (var cluster in clusters.OrderByDescending(cluster => cluster.Count()).ThenBy(cluster => cluster.Key, StringComparer.Ordinal).Take(count))
        {
            Console.WriteLine($"  cluster of {cluster.Count()}");
            foreach (var (number, row) in cluster.OrderBy(member => member.Key))
            {
                Console.WriteLine($"    {number,5} {row.Relation,-9} {File.ReadLines(files[number]).First().Trim()}");
            }
        }
    }
}
