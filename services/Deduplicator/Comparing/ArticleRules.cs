using Ingest.Contracts;
using Ingest.Deduplicator.Clusters;
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

    /// <summary>Its title's words.</summary>
    TitleWords TitleWords { get; }

    /// <summary>Its publication and agencies; 0 when neither is known.</summary>
    long Origin { get; }
}

/// <summary>Decides over two articles whose texts match: dates, titles, and what the one is to the other.</summary>
internal sealed class ArticleRules(DeduplicatorOptions options)
{
    /// <summary>From this similarity on a text speaks for itself, whatever the titles say.</summary>
    private const double BeyondTitles = 0.8;

    /// <summary>Hours that articles of these texts may lie apart; null when dates decide nothing.</summary>
    /// <param name="first">A text.</param>
    /// <param name="second">The other, or the same.</param>
    /// <param name="areSame">Whether they have the same words.</param>
    public int? HoursFor(TextSignature first, TextSignature second, bool areSame) =>
        // A headline's day is in its identity. A long text word for word is a copy at any time; a shorter one may be a notice that
        // is true every other week ("left credit policies unchanged").
        first.Kind == TextKind.Headline || (areSame && first.Words >= options.ExactWords) ? null
        : first.Kind == TextKind.Full && second.Kind == TextKind.Full ? options.HoursApart
        : options.ShortHoursApart;

    /// <summary>Whether their titles must agree.</summary>
    public static bool NeedsTitle(TextSignature first, TextSignature second) => first.Kind != TextKind.Full || second.Kind != TextKind.Full;

    /// <summary>Whether dates and titles allow them to be one story. Symmetric.</summary>
    /// <param name="first">An article.</param>
    /// <param name="firstText">Its text.</param>
    /// <param name="second">The other.</param>
    /// <param name="secondText">Its text.</param>
    /// <param name="edge">How the texts match; null when it is one text.</param>
    public bool Agree(IComparedArticle first, TextSignature firstText, IComparedArticle second, TextSignature secondText, TextEdge? edge) =>
        DatesAgree(first.Published, second.Published, HoursFor(firstText, secondText, IsSame(edge))) &&
        TitlesAgree(first, firstText, second, secondText, edge);

    /// <summary>Whether the titles allow it.</summary>
    public bool TitlesAgree(IComparedArticle first, TextSignature firstText, IComparedArticle second, TextSignature secondText, TextEdge? edge) =>
        first.Headline.Key == second.Headline.Key ||
        (NeedsTitle(firstText, secondText)
            ? first.TitleWords.NamesTheSame(second.TitleWords) && IsCovered(first, firstText, second, secondText) && IsCovered(second, secondText, first, firstText)
            : IsSame(edge) || edge is not { } found || (!IsWeak(found) && found.Jaccard >= BeyondTitles) ||
                (IsWeak(found)
                    ? first.TitleWords.NamesTheSame(second.TitleWords)
                    : !Contradict(first, firstText, second, secondText, found)));

    /// <summary>
    /// Whether texts match only so far that their titles must name the same: one long block in common, some other numbers, or the one inside the
    /// other.
    /// </summary>
    public bool IsWeak(TextEdge edge) => edge.Verdict.IsInside() ||
        (edge.Grams == 0 && (edge.Numbers < options.NumberAgreement || (edge.Jaccard < options.NearSimilarity && edge.Containment < options.Containment)));

    /// <summary>Whether it is one text, or two of the same words.</summary>
    public static bool IsSame(TextEdge? edge) => edge is null or { Verdict: TextVerdict.Same };

    // A scanner misreads titles too, and names in large letters most of all.
    private static bool Contradict(IComparedArticle first, TextSignature firstText, IComparedArticle second, TextSignature secondText, TextEdge edge) => edge.Grams > 0
        ? first.TitleWords.ContradictsAsScan(firstText.Tokens, second.TitleWords, secondText.Tokens)
        : first.TitleWords.Contradicts(firstText.Tokens, second.TitleWords, secondText.Tokens);

    private static bool IsCovered(IComparedArticle article, TextSignature text, IComparedArticle other, TextSignature otherText) =>
        text.Kind == TextKind.Full || article.TitleWords.IsCoveredBy(text.Tokens, other.TitleWords, otherText.Tokens);

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

        return verdict is TextVerdict.FirstIsBrief or TextVerdict.FirstIsInside ? Relations.Contained
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
