namespace Ingest.Evaluation.Dedup;

/// <summary>
/// Pairs that stand together and are not known to be copies. Where one is nobody's copy, or their stories have next to no text in common, the pair
/// is false. Copies of two real stories that share text are as much one story as these two are (an update, a later report), which nobody has judged:
/// they are told apart and listed.
/// </summary>
/// <param name="files">All articles, by number.</param>
/// <param name="columns">Numbers of those that hold several stories: scored by themselves.</param>
/// <param name="stories">The real stories as they were before any edit.</param>
internal sealed class FalsePairs(IReadOnlyList<Made> files, HashSet<int> columns, IReadOnlyList<News> stories)
{
    /// <summary>Share of the smaller story's word triples up to which two stories cannot be one.</summary>
    private const double NextToNothing = 0.1;

    private readonly Dictionary<int, HashSet<string>> _triples = [];

    /// <summary>The pairs of an archive that was clustered; each made article once with each story beside it.</summary>
    public (List<Pair> Known, List<Pair> Unknown) In(Clustered clustered)
    {
        var (known, unknown) = (new List<Pair>(), new List<Pair>());
        foreach (var cluster in clustered.Rows.GroupBy(row => row.Value.ClusterId, row => row.Key))
        {
            var members = cluster.Where(member => !columns.Contains(member)).Order().ToList();
            var real = members.Where(member => files[member].Kind == "real").Select(member => files[member].Story).ToHashSet();
            foreach (var number in members.Where(member => files[member].Kind != "real"))
            {
                var file = files[number];
                // A copy beside its original, and what this stands with: pairs of real stories, which no edit has brought together.
                var home = file.Story >= 0 && real.Contains(file.Story);
                foreach (var other in members.Where(other => other != number && (files[other].Kind == "real" || other < number)))
                {
                    var (isKnown, containment) = Judge(file, files[other]);
                    if (files[other].Story == file.Story && file.Story >= 0 || (home && files[other].Story >= 0 && real.Contains(files[other].Story)))
                    {
                        continue;
                    }

                    (isKnown ? known : unknown).Add(new Pair(file, files[other], containment));
                }
            }
        }

        return (known, unknown);
    }

    private (bool IsKnown, double Containment) Judge(Made first, Made second)
    {
        if (first.Story < 0 || second.Story < 0)
        {
            return (true, 0);
        }

        var (a, b) = (Triples(first.Story), Triples(second.Story));
        var containment = (double)a.Count(b.Contains) / Math.Max(1, Math.Min(a.Count, b.Count));
        return (containment < NextToNothing, containment);
    }

    private HashSet<string> Triples(int story)
    {
        if (!_triples.TryGetValue(story, out var triples))
        {
            var words = stories[story].Body.ToUpperInvariant().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', '"', '(', ')')).ToArray();
            triples = [.. Enumerable.Range(0, Math.Max(0, words.Length - 2)).Select(i => $"{words[i]} {words[i + 1]} {words[i + 2]}")];
            _triples.Add(story, triples);
        }

        return triples;
    }

    /// <summary>Two articles of one cluster.</summary>
    /// <param name="First">A made one.</param>
    /// <param name="Second">The other.</param>
    /// <param name="Containment">Share of the smaller one's story that stands in the other's.</param>
    public sealed record Pair(Made First, Made Second, double Containment);
}
