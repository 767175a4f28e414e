using Ingest.Contracts;
using Ingest.Deduplicator.Comparing;

namespace Ingest.Deduplicator.Clusters;

/// <summary>
/// The clusters: the greedy star cover in canonical order. An article that has no canonical article among the neighbours before it
/// is canonical itself; another belongs to the one of these that it is most similar to, of equals to the first. A near copy of a member that is itself not much like the canonical
/// article is in that member's cluster too: the member represents it (ADR 26).
/// </summary>
/// <remarks>
/// So defined, an article's place depends on its earlier neighbours only: going through the changed ones in order, and on to
/// later neighbours where one became canonical or ceased to be, gives what a cover computed afresh would give, without
/// touching the rest of the component. Union-find was rejected: it chains unrelated stories (16 in one cluster, measured).
/// <para>What people decided comes first: an article that was joined to an earlier one is in its cluster and stays a centre for
/// those like it; one that was split from an earlier one is in no cluster that this one is in.</para>
/// </remarks>
internal sealed class StarCover(Workspace workspace, TextRules textRules, ArticleRules rules, DecisionBook decisions)
{
    /// <summary>Similarity from which a text is a near copy, which a representative takes.</summary>
    private const double NearCopy = 0.7;

    private readonly DecidedPlaces _decided = new(workspace, textRules, decisions);
    private readonly HashSet<ArticleNode> _dirty = [];
    private readonly PriorityQueue<ArticleNode, CanonicalOrder> _queue = new();
    private bool _running;

    /// <summary>An article must be placed anew, because of <paramref name="cause"/>.</summary>
    public void Touch(ArticleNode article, ArticleNode? cause)
    {
        if (article.Text is null || article.IsQueued)
        {
            return;
        }

        article.IsQueued = true;
        article.Cause ??= cause;
        if (_running)
        {
            _queue.Enqueue(article, CanonicalOrder.Of(article));
        }
        else
        {
            // The order is known only when all items of the batch are in: what is a brief may still change.
            _dirty.Add(article);
        }
    }

    /// <summary>A canonical article has left its place: those that had it must find another.</summary>
    public void TouchMembers(ArticleNode canonical, ArticleNode? cause) =>
        workspace.MembersOf(canonical).ForEach(member => Touch(member, cause));

    /// <summary>Where an article is, or whether it is there, has changed: those that people named with it may have to move.</summary>
    public void TouchPartners(ArticleNode article, ArticleNode? cause)
    {
        foreach (var (partner, _) in decisions.Of(article.Id))
        {
            if (workspace.Find(partner) is { } other)
            {
                Touch(other, cause);
            }
        }
    }

    /// <summary>A text has become a brief or ceased to be one: its articles have another place in the order.</summary>
    public void OrderChanged(TextNode text, ArticleNode? cause)
    {
        foreach (var article in workspace.ArticlesOf(text, default, null))
        {
            article.Moved = true;
            Touch(article, cause);
            TouchPartners(article, cause);
            if (article.IsCentre)
            {
                TouchMembers(article, cause);
            }
        }
    }

    /// <summary>Two texts have got an edge: the canonical articles of each may take articles of the other.</summary>
    public void EdgeAdded(TextNode first, TextNode second, TextEdge edge, ArticleNode? cause)
    {
        Offer(first, second, edge, cause);
        Offer(second, first, edge, cause);
    }

    /// <summary>Two texts have lost their edge: what it held together must be placed anew.</summary>
    public void EdgeRemoved(TextNode first, TextNode second, ArticleNode? cause)
    {
        Release(first, second, cause);
        Release(second, first, cause);
    }

    /// <summary>Places all that was touched and all that follows from it.</summary>
    public void Settle()
    {
        _running = true;
        foreach (var article in _dirty)
        {
            // One that a later item of the batch retracted has no place in the order any more.
            article.IsQueued = article.Text is not null;
            if (article.IsQueued)
            {
                _queue.Enqueue(article, CanonicalOrder.Of(article));
            }
        }

        while (_queue.TryDequeue(out var article, out _))
        {
            article.IsQueued = false;
            SettleOne(article);
            article.Moved = false;
        }

        _dirty.Clear();
        _running = false;
    }

    private void SettleOne(ArticleNode article)
    {
        var (was, wasPrimary, root) = (article.IsCentre, article.IsPrimary, article.Place.CanonicalNo);
        // Loaded before the place changes: a list loaded afterwards would have it twice.
        var centres = workspace.CentresOf(article.Text!);
        article.Place = _decided.Of(article) ?? FindCentre(article) ?? new Place(article.No, article.No, Relations.Canonical, 0, 0);
        if (root != article.Place.CanonicalNo)
        {
            foreach (var (partner, _) in decisions.Of(article.Id))
            {
                if (workspace.Find(partner) is { Text: not null } other && CanonicalOrder.IsBefore(article, other))
                {
                    Touch(other, article.Cause);
                }
            }
        }

        var isElsewhere = root != article.Place.CanonicalNo;
        if (was && (!article.IsCentre || isElsewhere || (wasPrimary && !article.IsPrimary)))
        {
            TouchMembers(article, article.Cause);
        }

        if (was && !article.IsCentre)
        {
            centres.Remove(article);
        }
        else if (!was && article.IsCentre)
        {
            centres.Add(article);
        }

        if (article.IsCentre && (!was || article.Moved || isElsewhere || (article.IsPrimary && !wasPrimary)))
        {
            OfferAll(article);
        }
    }

    private void OfferAll(ArticleNode centre)
    {
        OfferTo(centre, centre.Text!, null, centre.Cause);
        foreach (var (other, edge) in workspace.EdgesOf(centre.Text!))
        {
            if (edge.Verdict.Merges())
            {
                OfferTo(centre, workspace.Text(other), edge, centre.Cause);
            }
        }
    }

    private Place? FindCentre(ArticleNode article)
    {
        ArticleNode? best = null;
        TextEdge? by = null;
        Look(article.Text!, null);
        foreach (var (other, edge) in workspace.EdgesOf(article.Text!))
        {
            if (edge.Verdict.Merges())
            {
                Look(workspace.Text(other), edge);
            }
        }

        return best is null ? null : new Place(
            best.Place.CanonicalNo,
            best.No,
            ArticleRules.RelationOf(article, best, by?.Verdict),
            by?.Similarity ?? 1,
            by?.Containment ?? 1);

        void Look(TextNode text, TextEdge? edge)
        {
            foreach (var centre in workspace.CentresOf(text))
            {
                if (centre != article && CanonicalOrder.IsBefore(centre, article) && Takes(centre, article, edge) &&
                    (best is null || IsBetter(centre, edge, best, by?.Similarity ?? 1)) &&
                    Agree(centre, article, edge) && !_decided.IsSplit(article, centre.Place.CanonicalNo))
                {
                    (best, by) = (centre, edge);
                }
            }
        }
    }

    /// <summary>
    /// A representative takes near copies only, and scans of its text, and none that is too far in time from the canonical article: what is only like it would make a chain, as the same notice of each day would.
    /// </summary>
    private bool Takes(ArticleNode centre, ArticleNode article, TextEdge? edge) => centre.IsPrimary ||
        (((edge?.Similarity ?? 1) >= NearCopy || (edge is { Grams: > 0 } scan && !scan.Verdict.IsInside())) && ArticleRules.DatesAgree(
            article.Published,
            workspace.Article(centre.Place.CanonicalNo).Published,
            rules.HoursFor(centre.Text!.Signature, article.Text!.Signature, ArticleRules.IsSame(edge))));

    private static bool IsBetter(ArticleNode canonical, TextEdge? edge, ArticleNode other, double similarity) =>
        (edge?.Similarity ?? 1).CompareTo(similarity) switch
        {
            > 0 => true,
            < 0 => false,
            _ => CanonicalOrder.IsBefore(canonical, other),
        };

    private void Offer(TextNode from, TextNode to, TextEdge edge, ArticleNode? cause)
    {
        foreach (var canonical in workspace.CentresOf(from))
        {
            OfferTo(canonical, to, edge, cause);
        }
    }

    /// <summary>Touches the articles of a text that would belong to this canonical one: later ones whose own suits them less.</summary>
    private void OfferTo(ArticleNode canonical, TextNode text, TextEdge? edge, ArticleNode? cause)
    {
        var hours = rules.HoursFor(canonical.Text!.Signature, text.Signature, ArticleRules.IsSame(edge));
        foreach (var article in workspace.ArticlesOf(text, canonical.Published, hours))
        {
            if (article != canonical && article.Place.CanonicalNo != 0 && !article.IsQueued &&
                CanonicalOrder.IsBefore(canonical, article) && Takes(canonical, article, edge) && Agree(canonical, article, edge) && IsTakenFrom(article, canonical, edge))
            {
                Touch(article, cause);
            }
        }
    }

    private bool IsTakenFrom(ArticleNode article, ArticleNode canonical, TextEdge? edge)
    {
        var own = workspace.Article(article.Place.CentreNo);
        return own == article || own.Text is null || IsBetter(canonical, edge, own, article.Place.Similarity);
    }

    private void Release(TextNode canonicals, TextNode members, ArticleNode? cause)
    {
        foreach (var canonical in workspace.CentresOf(canonicals))
        {
            foreach (var member in workspace.MembersOf(canonical).Where(member => member.Text == members))
            {
                Touch(member, cause);
            }
        }
    }

    private bool Agree(ArticleNode first, ArticleNode second, TextEdge? edge) =>
        rules.Agree(first, first.Text!.Signature, second, second.Text!.Signature, edge);
}
