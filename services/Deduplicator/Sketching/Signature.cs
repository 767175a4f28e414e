using Ingest.Contracts;
using Ingest.Deduplicator.Comparing;
using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Sketching;

/// <summary>An article as the Deduplicator sees it, see <see cref="Sketcher"/>.</summary>
public sealed class Signature : IComparedArticle
{
    internal Signature(Article article, long origin, int agencyRank, Headline headline, TextSignature text)
    {
        (ArticleId, Revision, Path, Ordinal) = (article.ArticleId, article.Revision, article.Path, article.Ordinal);
        (Title, PublishedAt, Published) = (article.Title, article.PublishedAt, Publication.Of(article.PublishedAt));
        (Origin, AgencyRank, Headline, Text) = (origin, agencyRank, headline, text);
    }

    /// <summary>See <see cref="Article.ArticleId"/>.</summary>
    public string ArticleId { get; }

    /// <summary>See <see cref="Article.Revision"/>.</summary>
    public long Revision { get; }

    /// <summary>How many words the body has.</summary>
    public int Words => Text.Words;

    /// <summary>How many keys it is filed under to meet similar ones.</summary>
    public int KeyCount => Text.Keys.Length;

    internal string Path { get; }

    internal int Ordinal { get; }

    internal string Title { get; }

    internal string? PublishedAt { get; }

    internal Publication Published { get; }

    /// <summary>Hash of publication and agencies; 0 when neither is known.</summary>
    internal long Origin { get; }

    /// <summary>See <see cref="AgencyRanks"/>.</summary>
    internal int AgencyRank { get; }

    internal Headline Headline { get; }

    internal TextSignature Text { get; }

    Publication IComparedArticle.Published => Published;

    bool IComparedArticle.IsTimed => Publication.IsTimed(PublishedAt);

    Headline IComparedArticle.Headline => Headline;

    TitleWords IComparedArticle.TitleWords => field ??= TitleWords.Of(Title);

    long IComparedArticle.Origin => Origin;
}
