using Ingest.Deduplicator.Candidates;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Store;

namespace Ingest.Deduplicator.Clusters;

/// <summary>Lets articles come and go.</summary>
internal sealed class Placing(Workspace workspace, StoreState state, TextGraph graph, StarCover cover)
{
    /// <summary>An article came. False when a newer revision of it, or its retraction, is known.</summary>
    public bool Place(Signature signature)
    {
        var article = workspace.Find(signature.ArticleId);
        if (article is not null && (signature.Revision < article.Revision || (article.Text is null && signature.Revision == article.Revision)))
        {
            return false;
        }

        article ??= workspace.AddArticle(signature.ArticleId);
        var isSame = article.Text is { } text && text.Signature.Identity == signature.Text.Identity && article.Published == signature.Published &&
            article.Headline == signature.Headline && article.Origin == signature.Origin && article.AgencyRank == signature.AgencyRank && article.IsTimed == Text.Publication.IsTimed(signature.PublishedAt);
        if (!isSame)
        {
            Leave(article, article);
        }

        Describe(article, signature);
        if (!isSame)
        {
            Arrive(article, workspace.TextOf(signature.Text, Weeks.Of(signature.Published)));
        }

        return true;
    }

    /// <summary>An article goes. False when a newer revision of it is known.</summary>
    public bool Retract(string articleId, long revision)
    {
        // One that is not known yet is kept as retracted: its article may come late.
        var article = workspace.Find(articleId) ?? workspace.AddArticle(articleId);
        if (revision < article.Revision)
        {
            return false;
        }

        Leave(article, article);
        article.Revision = revision;
        (article.Path, article.Ordinal, article.Title, article.PublishedAt) = ("", 0, "", null);
        (article.Published, article.Headline, article.Origin) = (default, default, 0);
        (article.CauseNo, article.CauseRevision) = (article.No, revision);
        article.IsChanged = true;
        return true;
    }

    /// <summary>A person has decided about two articles. Those that are not here are met when they come.</summary>
    public void Follow(DecisionRow decision)
    {
        var (first, second) = (workspace.Find(decision.FirstId), workspace.Find(decision.SecondId));
        var cause = first ?? second;
        foreach (var article in new[] { first, second }.OfType<ArticleNode>())
        {
            cover.Touch(article, cause);
        }
    }

    private static void Describe(ArticleNode article, Signature signature)
    {
        if (article.Revision == signature.Revision && article.Path == signature.Path && article.Ordinal == signature.Ordinal &&
            article.Title == signature.Title && article.PublishedAt == signature.PublishedAt && article.Text is not null)
        {
            return;
        }

        article.Revision = signature.Revision;
        article.Path = signature.Path;
        article.Ordinal = signature.Ordinal;
        article.Title = signature.Title;
        article.PublishedAt = signature.PublishedAt;
        article.Published = signature.Published;
        article.Headline = signature.Headline;
        article.Origin = signature.Origin;
        article.AgencyRank = signature.AgencyRank;
        article.IsChanged = true;
    }

    private void Arrive(ArticleNode article, TextNode text)
    {
        article.Arrived = true;
        article.Cause = article;
        if (text.Articles == 0)
        {
            ComeOrGo(text, isDead: false);
            graph.Add(text, article);
        }

        text.Articles++;
        text.IsChanged = true;
        text.Known.Add(article);
        article.Text = text;
        cover.Touch(article, article);
        cover.TouchPartners(article, article);
    }

    private void Leave(ArticleNode article, ArticleNode cause)
    {
        if (article.Text is not { } text)
        {
            return;
        }

        cover.TouchPartners(article, cause);
        if (article.IsCentre)
        {
            cover.TouchMembers(article, cause);
            workspace.CentresOf(text).Remove(article);
        }

        article.Place = Clusters.Place.Nowhere;
        article.Text = null;
        article.Arrived = false;
        text.Known.Remove(article);
        text.Articles--;
        text.IsChanged = true;
        if (text.Articles == 0)
        {
            graph.Remove(text, cause);
            ComeOrGo(text, isDead: true);
        }
    }

    private void ComeOrGo(TextNode text, bool isDead)
    {
        state.Dead += (isDead ? 1 : 0) - (text.IsDead ? 1 : 0);
        text.IsDead = isDead;
        text.CameOrWent = true;
    }
}
