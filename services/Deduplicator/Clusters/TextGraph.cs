using Ingest.Deduplicator.Candidates;
using Ingest.Deduplicator.Comparing;
using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Clusters;

/// <summary>
/// The edges between texts: two texts have one when they have the same words, or share a key that is not hot and the rules accept
/// them. Keeps that true while texts come and go, and tells the cover what changed.
/// </summary>
internal sealed class TextGraph(Workspace workspace, LiveIndex index, TextRules rules, DeduplicatorOptions options, StarCover cover)
{
    /// <summary>A text has got its first article.</summary>
    public void Add(TextNode text, ArticleNode cause)
    {
        var (candidates, crowded) = (new HashSet<int>(), new HashSet<int>());
        index.Add(text, candidates, crowded);
        DropUnsupported(crowded, cause);
        foreach (var other in workspace.SameIn(text).Where(other => MayMeet(text, other)))
        {
            Connect(text, other, new TextEdge(TextVerdict.Same, 1, 1, 1, 1, 0, text.Signature.Words), cause);
        }

        Compare(text, candidates, cause);
        index.Know(text);
    }

    /// <summary>A text has lost its last article.</summary>
    public void Remove(TextNode text, ArticleNode cause)
    {
        foreach (var other in workspace.EdgesOf(text).Keys.ToList())
        {
            Disconnect(text, workspace.Text(other), cause);
        }

        var turnedCold = new List<(uint Key, int[] Texts)>();
        index.Remove(text, turnedCold);
        foreach (var member in turnedCold.SelectMany(cold => cold.Texts, (cold, no) => (cold.Key, No: no)).GroupBy(pair => pair.No, pair => pair.Key))
        {
            var (one, candidates) = (workspace.Text(member.Key), new HashSet<int>());
            foreach (var key in member)
            {
                index.CandidatesOf(one, key, candidates);
            }

            Compare(one, candidates, cause);
        }
    }

    /// <summary>Long texts of the same words are copies at any time.</summary>
    private bool MayMeet(TextNode first, TextNode second) =>
        (first.Signature.Kind == TextKind.Full && first.Signature.Words >= options.ExactWords) ||
        first.Week == Weeks.Undated || second.Week == Weeks.Undated || Math.Abs(first.Week - second.Week) <= Weeks.Reach(options.MostHours);

    private void Compare(TextNode text, HashSet<int> candidates, ArticleNode cause)
    {
        var edges = workspace.EdgesOf(text);
        Telemetry.Compared(candidates.Count);
        foreach (var no in candidates)
        {
            if (no == text.No || edges.ContainsKey(no))
            {
                continue;
            }

            var other = index.SignatureOf(no, workspace);
            var (pair, verdict) = rules.Judge(text.Signature, other);
            if (verdict != TextVerdict.Different)
            {
                var shared = SharedBlock.Find(text.Signature.Tokens, other.Tokens).Words;
                Connect(text, workspace.Text(no), TextEdge.Of(pair, verdict, shared), cause);
            }
        }
    }

    private void Connect(TextNode first, TextNode second, TextEdge edge, ArticleNode cause)
    {
        var (wasBrief, wasOtherBrief) = (first.Briefs > 0, second.Briefs > 0);
        workspace.AddEdge(first, second, edge);
        CountBriefs(first, second, edge.Verdict, 1);
        NoteOrder(first, wasBrief, cause);
        NoteOrder(second, wasOtherBrief, cause);
        if (edge.Verdict.Merges())
        {
            cover.EdgeAdded(first, second, edge, cause);
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
    private void DropUnsupported(HashSet<int> crowded, ArticleNode cause)
    {
        foreach (var no in crowded)
        {
            var text = workspace.Text(no);
            foreach (var other in workspace.EdgesOf(text).Keys.Select(workspace.Text).ToList())
            {
                if (!text.Signature.Identity.HasSameWords(other.Signature.Identity) && !index.Meet(text, other))
                {
                    Disconnect(text, other, cause);
                }
            }
        }
    }
}
