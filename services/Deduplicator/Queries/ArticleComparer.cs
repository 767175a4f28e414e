using Ingest.Contracts;
using Ingest.Deduplicator.Clusters;
using Ingest.Deduplicator.Comparing;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Text;
using Ingest.Queries;

namespace Ingest.Deduplicator.Queries;

/// <summary>Why two articles are or are not one story: the rules that the clusters are made by, asked for two articles.</summary>
public sealed class ArticleComparer(DeduplicatorOptions options)
{
    private readonly Sketcher _sketcher = new(options);
    private readonly TextRules _textRules = new(options);
    private readonly ArticleRules _articleRules = new(options);

    /// <summary>Compares; asks no store, so <see cref="Comparison.SameCluster"/> is left to the caller.</summary>
    public Comparison Compare(Article first, Article second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (a, b) = (_sketcher.Of(first), _sketcher.Of(second));
        var isSame = a.Text.Identity.HasSameWords(b.Text.Identity);
        var (pair, verdict) = _textRules.Judge(a.Text, b.Text);
        isSame |= verdict == TextVerdict.Same;
        TextEdge? edge = isSame ? null : TextEdge.Of(pair, verdict, 0);
        var agree = _articleRules.Agree(a, a.Text, b, b.Text, edge);
        var block = SharedBlock.Find(a.Text.Tokens, b.Text.Tokens);
        return new Comparison
        {
            Relation = !agree || (!isSame && verdict == TextVerdict.Different)
                ? null
                : ArticleRules.RelationOf(b, a, isSame ? null : verdict.Reversed()),
            Similarity = isSame ? 1 : pair.Jaccard,
            FirstInSecond = isSame ? 1 : pair.FirstInSecond,
            SecondInFirst = isSame ? 1 : pair.SecondInFirst,
            NumberAgreement = isSame || a.Text.Kind == TextKind.Headline || b.Text.Kind == TextKind.Headline ? 1 : pair.Numbers,
            HoursApart = Publication.HoursApart(a.Published, b.Published),
            SharedText = TextOf(first.Body, block),
            SharedWords = block.Words,
            FirstMarked = MarkedText.Of(first.Body, b.Text.Shingles, options.MaxWords),
            SecondMarked = MarkedText.Of(second.Body, a.Text.Shingles, options.MaxWords),
            Findings = new Findings(options, _textRules, _articleRules).Of(a, b, edge, pair, verdict, block),
        };
    }

    private string TextOf(string body, SharedBlock block)
    {
        if (block.Words == 0)
        {
            return "";
        }

        var text = Tokenizer.Compose(body);
        var offsets = Tokenizer.Read(text, options.MaxWords, withOffsets: true).Offsets;
        return text[offsets[block.First].Start..offsets[block.First + block.Words - 1].End];
    }
}
