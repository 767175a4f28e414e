using System.Text.Json;
using Ingest.Parser.Tables.Columns;
using Ingest.Parser.Tables.Mapping;

namespace Ingest.Parser.Json;

/// <summary>Finds in a document the objects that are articles: the root, a list of it, or one somewhere inside.</summary>
internal static class JsonRecordList
{
    private const int MostCandidates = 200;
    private const int Deepest = 6;

    /// <summary>The records and what they hold; null when nothing in the document is like an article.</summary>
    public static (IReadOnlyList<JsonElement> Records, JsonShape Shape)? Find(JsonElement root, RecordMapping? mapping, Deadline deadline)
    {
        (IReadOnlyList<JsonElement> Records, JsonShape Shape)? best = null;
        var (bestRank, rank) = ((false, false, 0d), (false, false, 0d));
        foreach (var candidate in Candidates(root))
        {
            deadline.Check();
            var shape = JsonShape.Of([.. candidate.Take(RecordSample.MostRecords)], mapping);
            if (!shape.Map.IsArticleLike || shape.Fault is not null)
            {
                continue;
            }

            if (best is null && candidate is [var only] && only.ValueKind == root.ValueKind && root.ValueKind == JsonValueKind.Object && shape.Map.HasText && IsRootsOwn(shape))
            {
                // What stands in lists inside of an article is comments or the like.
                return (candidate, shape);
            }

            rank = (shape.Map.HasText, candidate.Count > 1, shape.Map.TextLength * Math.Min(candidate.Count, 100));
            if (best is null || rank.CompareTo(bestRank) > 0)
            {
                (best, bestRank) = ((candidate, shape), rank);
            }
        }

        return best;
    }

    /// <summary>Whether title and text are properties of the object itself and not of what lists inside of it hold.</summary>
    private static bool IsRootsOwn(JsonShape shape) =>
        shape.Map[ColumnRole.Body].Take(1).All(body => shape.Columns[body.Column].Path.Length == 1) && shape.Map[ColumnRole.Title].Take(1).All(title => shape.Columns[title.Column].Path.Length == 1);

    private static IEnumerable<IReadOnlyList<JsonElement>> Candidates(JsonElement root)
    {
        var queue = new Queue<(JsonElement Value, int Depth)>([(root, 0)]);
        for (var seen = 0; queue.Count > 0 && seen < MostCandidates; seen++)
        {
            var (value, depth) = queue.Dequeue();
            if (value.ValueKind == JsonValueKind.Array)
            {
                List<JsonElement> objects = [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)];
                if (objects.Count > 0)
                {
                    yield return objects;
                }

                continue;
            }

            yield return [value];
            List<JsonElement> inside = [.. value.EnumerateObject().Select(property => property.Value).Where(inner => inner.ValueKind is JsonValueKind.Object or JsonValueKind.Array)];
            List<JsonElement> members = [.. inside.Where(inner => inner.ValueKind == JsonValueKind.Object)];
            if (members.Count > 1)
            {
                // A dictionary of articles by their identifiers.
                yield return members;
            }

            foreach (var inner in depth < Deepest ? inside : [])
            {
                queue.Enqueue((inner, depth + 1));
            }
        }
    }
}
