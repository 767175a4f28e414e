using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace Ingest.Indexer.Search;

/// <summary>Walks the documents of several words at once, and adds up how often each has them.</summary>
internal sealed class FamilyScorer(Weight weight, DocsEnum[] words, Similarity.SimScorer scoring) : Scorer(weight)
{
    private int _document = -1;

    public override int DocID => _document;

    public override int Freq
    {
        get
        {
            var frequency = 0;
            foreach (var word in words)
            {
                frequency += word.DocID == _document ? word.Freq : 0;
            }

            return frequency;
        }
    }

    public override float GetScore() => scoring.Score(_document, Freq);

    public override long GetCost() => words.Sum(word => word.GetCost());

    public override int NextDoc() => Advance(_document + 1);

    public override int Advance(int target)
    {
        // A word has a handful of forms: a queue of them would cost more than it saves.
        var next = NO_MORE_DOCS;
        foreach (var word in words)
        {
            var document = word.DocID;
            if (document < target)
            {
                document = document + 1 == target ? word.NextDoc() : word.Advance(target);
            }

            next = Math.Min(next, document);
        }

        return _document = next;
    }
}
