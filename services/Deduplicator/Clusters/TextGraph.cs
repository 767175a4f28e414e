using Ingest.Deduplicator.Candidates;
using Ingest.Deduplicator.Comparing;

namespace Ingest.Deduplicator.Clusters;

/// <summary>
/// The edges between texts: two texts have one when they share a key that is not hot and the rules accept them. Keeps that true
/// while texts come and go, and tells the cover what changed.
/// </summary>
internal sealed class TextGraph(Workspace workspace, LiveIndex index, TextRules rules, StarCover cover)
{
    /// <summary>A text has got its first article.</summary>
    public void Add(TextNode text, ArticleNode cause)
    {
        var candidates = new HashSet<int>();
        var turnedHot = new List<int[]>();
        index.Add(text.No, text.Signature, candidates, turnedHot);
        if (turnedHot.Count > 0)
        {
            DropUnsupported(turnedHot, cause);
        }

        Telemetry.Compared(candidates.Count);
        foreach (var no in candidates)
        {
            Compare(text, workspace.Text(no), cause);
        }
    }

    /// <summary>A text has lost its last article.</summary>
    public void Remove(TextNode text, ArticleNode cause)
    {
        foreach (var other in workspace.EdgesOf(text).Keys.ToList())
        {
            Disconnect(text, workspace.Text(other), cause);
        }

        var turnedCold = new List<int[]>();
        index.Remove(text.No, text.Signature, turnedCold);
        // The crowds of a family of texts are mostly the same: each pair is compared once.
        var compared = new HashSet<(int, int)>();
        foreach (var crowd in turnedCold)
        {
            CompareAll(crowd, compared, cause);
        }
    }

    private void Compare(TextNode first, TextNode second, ArticleNode cause)
    {
        var (pair, verdict) = rules.Judge(index.Known(first), index.Known(second));
        if (verdict == TextVerdict.Different)
        {
            return;
        }

        var (wasBrief, wasOtherBrief) = (first.Briefs > 0, second.Briefs > 0);
        workspace.AddEdge(first, second, new TextEdge(verdict, pair.Jaccard, pair.Containment));
        CountBriefs(first, second, verdict, 1);
        NoteOrder(first, wasBrief, cause);
        NoteOrder(second, wasOtherBrief, cause);
        if (verdict.Merges())
        {
            cover.EdgeAdded(first, second, cause);
        }
    }

    private void Disconnect(TextNode first, TextNode second, ArticleNode cause)
    {
        var edge = workspace.EdgesOf(first)[second.No];
        var (wasBrief, wasOtherBrief) = (first.Briefs > 0, second.Briefs > 0);
        workspace.RemoveEdge(first, second);
        CountBriefs(first, second, edge.Verdict, -1);
        NoteOrder(first, wasBrief, cause);
        NoteOrder(second, wasOtherBrief, cause);
        if (edge.Verdict.Merges())
        {
            cover.EdgeRemoved(first, second, cause);
        }
    }

    private static void CountBriefs(TextNode first, TextNode second, TextVerdict verdict, int change)
    {
        if (verdict is TextVerdict.FirstIsBrief or TextVerdict.SecondIsBrief)
        {
            var brief = verdict == TextVerdict.FirstIsBrief ? first : second;
            brief.Briefs += change;
            brief.IsChanged = true;
        }
    }

    private void NoteOrder(TextNode text, bool wasBrief, ArticleNode cause)
    {
        if (wasBrief != text.Briefs > 0)
        {
            cover.OrderChanged(text, cause);
        }
    }

    /// <summary>
    /// Keys became hot. An edge that only they made must go, or it would tell that its texts came before the others. Bounded: at
    /// most <see cref="DeduplicatorOptions.BucketLimit"/> texts a key, and only when a key crosses the limit.
    /// </summary>
    private void DropUnsupported(List<int[]> crowds, ArticleNode cause)
    {
        Telemetry.TurnedHot(crowds.Count);
        var members = crowds.SelectMany(crowd => crowd).ToHashSet();
        foreach (var no in members)
        {
            var text = workspace.Text(no);
            foreach (var other in workspace.EdgesOf(text).Keys.Where(other => other > no && members.Contains(other)).ToList())
            {
                if (!index.Meet(text, workspace.Text(other)))
                {
                    Disconnect(text, workspace.Text(other), cause);
                }
            }
        }
    }

    private void CompareAll(int[] crowd, HashSet<(int, int)> compared, ArticleNode cause)
    {
        Array.Sort(crowd);
        for (var i = 0; i < crowd.Length; i++)
        {
            var text = workspace.Text(crowd[i]);
            foreach (var other in crowd.AsSpan(i + 1))
            {
                if (compared.Add((crowd[i], other)) && !workspace.EdgesOf(text).ContainsKey(other))
                {
                    Compare(text, workspace.Text(other), cause);
                }
            }
        }
    }
}
