using System.Globalization;
using System.Text.Json;

namespace Ingest.Evaluation.Search;

/// <summary>Documents, queries and judgements: <c>corpus.jsonl</c>, <c>queries.tsv</c>, <c>qrels.tsv</c>.</summary>
/// <param name="Documents">Identifier, title and text.</param>
/// <param name="Queries">Identifier and text of those that have a relevant document.</param>
/// <param name="Gains">For each query the gain of each judged document.</param>
internal sealed record SearchCollection(
    IReadOnlyList<(string Id, string Title, string Text)> Documents,
    IReadOnlyList<(string Id, string Text)> Queries,
    IReadOnlyDictionary<string, Dictionary<string, int>> Gains)
{
    public static SearchCollection Read(string folder)
    {
        var documents = File.ReadLines(Path.Combine(folder, "corpus.jsonl")).Select(Document).ToList();
        var gains = new Dictionary<string, Dictionary<string, int>>();
        foreach (var cells in File.ReadLines(Path.Combine(folder, "qrels.tsv")).Select(line => line.Split('\t')).Where(cells => cells.Length == 3))
        {
            gains.TryAdd(cells[0], []);
            gains[cells[0]][cells[1]] = int.Parse(cells[2], CultureInfo.InvariantCulture);
        }

        var queries = File.ReadLines(Path.Combine(folder, "queries.tsv")).Select(line => line.Split('\t', 2))
            .Where(cells => cells.Length == 2 && gains.GetValueOrDefault(cells[0])?.Values.Any(gain => gain > 0) == true)
            .Select(cells => (cells[0], cells[1]));
        return new SearchCollection(documents, [.. queries], gains);
    }

    private static (string Id, string Title, string Text) Document(string line)
    {
        using var json = JsonDocument.Parse(line);
        return (Text("_id"), Text("title"), Text("text"));

        string Text(string name) => json.RootElement.GetProperty(name).GetString() ?? "";
    }
}
