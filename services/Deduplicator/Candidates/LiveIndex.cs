using Ingest.Deduplicator.Clusters;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Store;

namespace Ingest.Deduplicator.Candidates;

/// <summary>
/// The bucket index beside its store. Another process may have written since, and a transaction may fail after the index was
/// changed: each begins by catching up, and one that fails is taken back.
/// </summary>
internal sealed class LiveIndex(int bucketLimit)
{
    private const int MostKnown = 8192;

    private readonly List<(int No, TextSignature Text, bool Added)> _journal = [];
    private readonly Dictionary<int, TextSignature> _known = [];
    private BucketIndex? _buckets;
    private long _sequence;

    /// <summary>How many texts are in it.</summary>
    public int Count => _buckets?.Count ?? 0;

    /// <summary>How many keys are hot.</summary>
    public int HotKeys => _buckets?.HotKeys ?? 0;

    private BucketIndex Buckets => _buckets ?? throw new InvalidOperationException("The index is used before it has caught up with its store.");

    /// <summary>Brings it to where the store is; within the transaction that is to use it.</summary>
    public void CatchUp(Statements statements, StoreState state)
    {
        if (_buckets is not null && _sequence == state.Sequence)
        {
            return;
        }

        if (_buckets is null || _sequence < state.Swept)
        {
            Rebuild(statements);
        }
        else
        {
            foreach (var text in TextRows.Since(statements, _sequence))
            {
                Follow(text);
            }
        }

        _sequence = state.Sequence;
    }

    /// <summary>See <see cref="BucketIndex.Add"/>.</summary>
    public void Add(int no, TextSignature text, HashSet<int> candidates, List<int[]> turnedHot)
    {
        Buckets.Add(no, text.Keys, candidates, turnedHot);
        _journal.Add((no, text, true));
    }

    /// <summary>See <see cref="BucketIndex.Remove"/>.</summary>
    public void Remove(int no, TextSignature text, List<int[]> turnedCold)
    {
        Buckets.Remove(no, text.Keys, turnedCold);
        _journal.Add((no, text, false));
    }

    /// <summary>Whether two texts share a key that is not hot.</summary>
    public bool Meet(TextNode first, TextNode second)
    {
        var (a, b) = (Known(first).Keys, Known(second).Keys);
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j] && !Buckets.IsHot(a[i]))
            {
                return true;
            }

            var (left, right) = (a[i], b[j]);
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }

        return false;
    }

    /// <summary>The text's signature with its shingles as they were made for an earlier batch, where it is still known.</summary>
    public TextSignature Known(TextNode text)
    {
        if (_known.TryGetValue(text.No, out var known))
        {
            return known;
        }

        if (_known.Count >= MostKnown)
        {
            _known.Clear();
        }

        _known.Add(text.No, text.Signature);
        return text.Signature;
    }

    /// <summary>The transaction is committed.</summary>
    public void Accept(StoreState state)
    {
        _journal.Clear();
        _sequence = state.Sequence;
    }

    /// <summary>The transaction failed: takes back what it changed. Should it be in the store all the same, the next one catches up.</summary>
    public void TakeBack()
    {
        // Numbers of texts that were never committed will be given again, to others.
        _known.Clear();
        for (var i = _journal.Count - 1; i >= 0; i--)
        {
            var (no, text, added) = _journal[i];
            if (added)
            {
                Buckets.Remove(no, text.Keys, []);
            }
            else
            {
                Buckets.Add(no, text.Keys, [], []);
            }
        }

        _journal.Clear();
    }

    private void Rebuild(Statements statements)
    {
        var buckets = new BucketIndex(bucketLimit);
        var (candidates, turnedHot) = (new HashSet<int>(), new List<int[]>());
        foreach (var text in TextRows.Alive(statements))
        {
            buckets.Add(text.No, text.Signature.Keys, candidates, turnedHot);
            candidates.Clear();
            turnedHot.Clear();
        }

        _buckets = buckets;
    }

    private void Follow(TextNode text)
    {
        var alive = text.Articles > 0;
        if (alive && !Buckets.Contains(text.No))
        {
            Buckets.Add(text.No, text.Signature.Keys, [], []);
        }
        else if (!alive && Buckets.Contains(text.No))
        {
            Buckets.Remove(text.No, text.Signature.Keys, []);
        }
    }
}
