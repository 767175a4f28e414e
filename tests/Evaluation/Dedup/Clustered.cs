using System.Globalization;
using System.Text.Json;

namespace Ingest.Evaluation.Dedup;

/// <summary>What <c>ingest clusters --json</c> says, by story number: the files are named by it.</summary>
internal sealed class Clustered
{
    private readonly Dictionary<int, Row> _rows = [];

    /// <summary>Every story with its row.</summary>
    public IReadOnlyDictionary<int, Row> Rows => _rows;

    /// <summary>Imports a folder into a new data folder and asks for the clusters.</summary>
    public static async Task<Clustered> ImportAsync(string folder, string data, CancellationToken cancellationToken)
    {
        foreach (var line in await IngestCommand.RunAsync(["import", folder, "--data", data], cancellationToken))
        {
            Console.WriteLine(line);
        }

        return Of(await IngestCommand.RunAsync(["clusters", "--json", "--data", data], cancellationToken));
    }

    /// <summary>Reads the output.</summary>
    public static Clustered Of(IEnumerable<string> lines)
    {
        var clustered = new Clustered();
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            var number = int.Parse(Path.GetFileNameWithoutExtension(row.GetProperty("path").GetString()!), CultureInfo.InvariantCulture);
            clustered._rows[number] = new Row(row.GetProperty("clusterId").GetString()!, row.GetProperty("relation").GetString()!);
        }

        return clustered;
    }

    /// <summary>Whether two stories are in one cluster.</summary>
    public bool AreTogether(int first, int second) =>
        _rows.TryGetValue(first, out var a) && _rows.TryGetValue(second, out var b) && a.ClusterId == b.ClusterId;

    /// <summary>Where a story is.</summary>
    public sealed record Row(string ClusterId, string Relation);
}
