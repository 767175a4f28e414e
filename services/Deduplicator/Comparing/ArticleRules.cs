using Ingest.Contracts;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Comparing;

/// <summary>What the rules ask of an article beside its text.</summary>
internal interface IComparedArticle
{
    /// <summary>When it was published.</summary>
    Publication Published { get; }

    /// <summary>Whether a time of day is known.</summary>
    bool IsTimed { get; }

    /// <summary>Its title.</summary>
    Headline Headline { get; }

    /// <summary>Its publication and agencies; 0 when neither is known.</summary>
    long Origin { get; }
}

/// <summary>Decides over two articles whose texts match: dates, titles, and what the one is to the other.</summary>
internal sealed class ArticleRules(DeduplicatorOptions options)
{
    /// <summary>Hours that articles of these texts may lie apart; null when dates decide nothing, as both are in the identity.</summary>
    public int? HoursFor(TextKind first, TextKind second) =>
        first == TextKind.Headline ? null
        : first == TextKind.Full && second == TextKind.Full ? options.HoursApart
        : options.ShortHoursApart;

    /// <summary>Whether their titles must be the same.</summary>
    public static bool NeedsSameTitle(TextKind first, TextKind second) => first != TextKind.Full || second != TextKind.Full;

    /// <summary>Whether dates and titles allow them to be one story. Symmetric.</summary>
    public bool Agree(IComparedArticle first, TextKind firstKind, IComparedArticle second, TextKind secondKind) =>
        DatesAgree(first.Published, second.Published, HoursFor(firstKind, secondKind)) &&
        (!NeedsSameTitle(firstKind, secondKind) || first.Headline.Key == second.Headline.Key);

    /// <summary>Whether two publications lie close enough; a missing date says nothing against it.</summary>
    public static bool DatesAgree(Publication first, Publication second, int? hours) =>
        hours is not { } most || Publication.HoursApart(first, second) is not { } apart || apart <= most;

    /// <summary>What <paramref name="article"/> is to one that it matches.</summary>
    /// <param name="article">The article.</param>
    /// <param name="other">What it is compared with.</param>
    /// <param name="verdict">On their texts, seen from the article; null when the text is the same.</param>
    public static string RelationOf(IComparedArticle article, IComparedArticle other, TextVerdict? verdict)
    {
        if (verdict is null or TextVerdict.Same)
        {
            return Relations.Exact;
        }

        if (verdict == TextVerdict.Quotes)
        {
            return Relations.Quotes;
        }

        if (article.Headline.IsVersion && !IsBefore(article, other))
        {
            return Relations.Version;
        }

        return verdict == TextVerdict.FirstIsBrief ? Relations.Contained
            : IsLaterFromSameOrigin(article, other) ? Relations.Version
            : Relations.Near;
    }

    private static bool IsBefore(IComparedArticle article, IComparedArticle other) =>
        article.Published.Starts is { } own && other.Published.Starts is { } others && own < others;

    /// <summary>
    /// The same publication or agency again, later on, with a changed text: a write-through. Asks for times of day: a paper
    /// that prints an agency's story a day later names the same agency and has no version of its own.
    /// </summary>
    private static bool IsLaterFromSameOrigin(IComparedArticle article, IComparedArticle other) =>
        article.Origin != 0 && article.Origin == other.Origin && article.IsTimed && other.IsTimed && IsBefore(other, article);
}
