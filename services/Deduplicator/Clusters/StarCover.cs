using Ingest.Contracts;
using Ingest.Deduplicator.Comparing;

namespace Ingest.Deduplicator.Clusters;

/// <summary>
/// The clusters: the greedy star cover in canonical order. An article belongs to the first canonical article, in that order, among
/// the neighbours before it; when there is none, it is canonical itself.
/// </summary>
/// <remarks>
/// So defined, an article's place depends on its earlier neighbours only: going through the changed ones in order, and on to
/// later neighbours where one became canonical or ceased to be, gives what a cover computed afresh would give, without
/// touching the rest of the component. Union-find was rejected: it chains unrelated stories (16 in one cluster, measured).
/// </remarks>
internal sealed class StarCover(Workspace workspace, ArticleRules rules)
{
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

    /// <summary>A text has become a brief or ceased to be one: its articles have another place in the order.</summary>
    public void OrderChanged(TextNode text, ArticleNode? cause)
    {
        foreach (var article in workspace.ArticlesOf(text, default, null))
        {
            article.Moved = true;
            Touch(article, cause);
            if (article.IsCanonical)
            {
                TouchMembers(article, cause);
            }
        }
    }

    /// <summary>Two texts have got an edge: the canonical articles of each may take articles of the other.</summary>
    public void EdgeAdded(TextNode first, TextNode second, ArticleNode? cause)
    {
        Offer(first, second, cause);
        Offer(second, first, cause);
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
        var was = article.IsCanonical;
        if (FindCanonical(article) is { } match)
        {
            article.Place = match;
            if (was)
            {
                workspace.CanonicalsOf(article.Text!).Remove(article);
                TouchMembers(article, article.Cause);
            }

            return;
        }

        // Loaded before the place changes: a list loaded afterwards would have it twice.
        var canonicals = workspace.CanonicalsOf(article.Text!);
        article.Place = new Place(article.No, Relations.Canonical, 0, 0);
        if (!was)
        {
            canonicals.Add(article);
        }

        if (!was || article.Moved)
        {
            OfferTo(article, article.Text!, article.Cause);
            foreach (var (other, edge) in workspace.EdgesOf(article.Text!))
            {
                if (edge.Verdict.Merges())
                {
                    OfferTo(article, workspace.Text(other), article.Cause);
                }
            }
        }
    }

    private Place? FindCanonical(ArticleNode article)
    {
        ArticleNode? first = null;
        TextEdge? by = null;
        Look(article.Text!, null);
        foreach (var (other, edge) in workspace.EdgesOf(article.Text!))
        {
            if (edge.Verdict.Merges())
            {
                Look(workspace.Text(other), edge);
            }
        }

        return first is null ? null : new Place(
            first.No,
            ArticleRules.RelationOf(article, first, by?.Verdict),
            by?.Jaccard ?? 1,
            by?.Containment ?? 1);

        void Look(TextNode text, TextEdge? edge)
        {
            foreach (var canonical in workspace.CanonicalsOf(text))
            {
                if (canonical != article && CanonicalOrder.IsBefore(canonical, first ?? article) && Agree(canonical, article))
                {
                    (first, by) = (canonical, edge);
                }
            }
        }
    }

    private void Offer(TextNode from, TextNode to, ArticleNode? cause)
    {
        foreach (var canonical in workspace.CanonicalsOf(from))
        {
            OfferTo(canonical, to, cause);
        }
    }

    /// <summary>Touches the articles of a text that would belong to this canonical one: later ones whose own comes after it.</summary>
    private void OfferTo(ArticleNode canonical, TextNode text, ArticleNode? cause)
    {
        var hours = rules.HoursFor(canonical.Text!.Signature.Kind, text.Signature.Kind);
        foreach (var article in workspace.ArticlesOf(text, canonical.Published, hours))
        {
            if (article != canonical && article.Place.CanonicalNo != 0 && !article.IsQueued &&
                CanonicalOrder.IsBefore(canonical, article) && Agree(canonical, article) && IsTakenFrom(article, canonical))
            {
                Touch(article, cause);
            }
        }
    }

    private bool IsTakenFrom(ArticleNode article, ArticleNode canonical)
    {
        var own = workspace.Article(article.Place.CanonicalNo);
        return own.Text is null || CanonicalOrder.IsBefore(canonical, own);
    }

    private void Release(TextNode canonicals, TextNode members, ArticleNode? cause)
    {
        foreach (var canonical in workspace.CanonicalsOf(canonicals))
        {
            foreach (var member in workspace.MembersOf(canonical).Where(member => member.Text == members))
            {
                Touch(member, cause);
            }
        }
    }

    private bool Agree(ArticleNode first, ArticleNode second) =>
        rules.Agree(first, first.Text!.Signature.Kind, second, second.Text!.Signature.Kind);
}
