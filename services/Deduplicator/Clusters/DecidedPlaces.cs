using Ingest.Deduplicator.Comparing;

namespace Ingest.Deduplicator.Clusters;

/// <summary>
/// What people's decisions make of an article's place. Asked of earlier articles in canonical order only, as all of the cover is.
/// </summary>
internal sealed class DecidedPlaces(Workspace workspace, TextRules textRules, DecisionBook decisions)
{
    /// <summary>Where a person has put it; null when nobody has.</summary>
    public Place? Of(ArticleNode article)
    {
        ArticleNode? to = null;
        foreach (var (partner, isSame) in decisions.Of(article.Id))
        {
            if (isSame && workspace.Find(partner) is { Text: not null } other && CanonicalOrder.IsBefore(other, to ?? article))
            {
                to = other;
            }
        }

        if (to is null || IsSplit(article, to.Place.CanonicalNo))
        {
            return null;
        }

        var canonical = workspace.Article(to.Place.CanonicalNo);
        var (pair, verdict) = textRules.Judge(article.Text!.Signature, canonical.Text!.Signature);
        return new Place(
            canonical.No,
            article.No,
            // They are one story because a person says so, whatever the rules think of the texts.
            ArticleRules.RelationOf(article, canonical, verdict.Merges() ? verdict : TextVerdict.Near),
            pair.Jaccard,
            pair.Containment);
    }

    /// <summary>Whether a person has said that it is not one with an earlier article of a cluster.</summary>
    public bool IsSplit(ArticleNode article, int canonicalNo)
    {
        foreach (var (partner, isSame) in decisions.Of(article.Id))
        {
            if (!isSame && workspace.Find(partner) is { Text: not null } other && other.Place.CanonicalNo == canonicalNo &&
                CanonicalOrder.IsBefore(other, article))
            {
                return true;
            }
        }

        return false;
    }
}
