using Ingest.Contracts;
using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Sketching;

/// <summary>Makes signatures: all the work on a text that needs no store, so that it can be done for many articles at a time.</summary>
/// <remarks>
/// The work is bounded: a body is read once, at most <see cref="DeduplicatorOptions.MaxWords"/> words of it are kept and
/// shingled, and a word repeated a million times is one shingle.
/// </remarks>
public sealed class Sketcher(DeduplicatorOptions options)
{
    private readonly AgencyRanks _agencies = new(options.Agencies);

    /// <summary>The signature of an article, complete with shingles and keys.</summary>
    public Signature Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var headline = Headline.Of(article.Title);
        var text = SignatureOf(article, headline, Tokenizer.Read(Tokenizer.Compose(article.Body), options.MaxWords, withGrams: true));
        // Made here, not when the store first asks: there only one thread works.
        _ = text.Keys;
        return new Signature(article, OriginOf(article), _agencies.Of(article.Source), headline, text);
    }

    private TextSignature SignatureOf(Article article, Headline headline, TokenizedText text)
    {
        var kind = text.Words == 0 ? TextKind.Headline : text.Words < options.ShortWords ? TextKind.Short : TextKind.Full;
        var (high, low) = text.Identity;
        if (kind == TextKind.Headline)
        {
            // Without title and body there is nothing to compare: such an article is like no other.
            (high, low) = (headline.Key, WordHash.Of(headline.Key == 0 ? article.ArticleId : NewsDate.Day(article.PublishedAt) ?? ""));
        }

        // All that comparisons ask of a text must follow from its identity, or it would matter which copy came first: marks that
        // words do not show (quotations, the dash after a dateline, what scanners leave) belong to it.
        foreach (var place in text.Quotations)
        {
            low = WordHash.Combine(low, (ulong)place);
        }

        foreach (var number in text.Numbers)
        {
            low = WordHash.Combine(low, number);
        }

        var looksMisread = kind == TextKind.Full && text.LooksMisread;
        var identity = new TextIdentity(WordHash.Combine(high, (ulong)kind), kind == TextKind.Short ? WordHash.Combine(low, headline.Key) : low);
        return new TextSignature
        {
            Identity = looksMisread ? identity.ToTwin() : identity,
            Kind = kind,
            Words = text.Words,
            Tokens = text.Tokens,
            Numbers = text.Numbers,
            Grams = kind == TextKind.Full ? text.Grams : [],
            Phrases = kind == TextKind.Full ? text.Phrases : [],
            LooksMisread = looksMisread,
            Quotations = text.Quotations,
            TitleKey = kind == TextKind.Short ? headline.Key : 0,
        };
    }

    private static long OriginOf(Article article)
    {
        if (article.Agencies.Count == 0 && string.IsNullOrWhiteSpace(article.Source))
        {
            return 0;
        }

        var names = article.Agencies.Select(agency => agency.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal);
        return (long)WordHash.Of($"{article.Source?.Trim().ToUpperInvariant()}\n{string.Join('\n', names)}") | 1;
    }
}
