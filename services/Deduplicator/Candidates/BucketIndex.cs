using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Candidates;

/// <summary>
/// Which texts share a key. Kept in memory, about 600 bytes a text, in arrays without an object a text or entry; derived from the
/// store and rebuilt from it.
/// </summary>
/// <remarks>
/// A key that more texts have than <paramref name="limit"/> is hot: its texts are kept aside, and it makes no candidates until
/// it has fewer again. What is hot depends on the set of texts only, never on the order in which they came.
/// </remarks>
internal sealed class BucketIndex(int limit)
{
    private const int PageBits = 12;
    private const int PageSize = 1 << PageBits;
    private const int None = -1;

    // A text has a slot, a slot has one entry for each key: its number is slot × Most + position. Pages, so that growing copies nothing.
    private readonly List<uint[]> _keys = [];
    private readonly List<int[]> _next = [];
    private readonly List<int[]> _texts = [];
    private readonly Dictionary<int, int> _slots = [];
    private readonly Stack<int> _free = [];
    private readonly Dictionary<uint, List<int>> _hot = [];
    private int[] _heads = NewHeads(1 << 12);
    private int _used;
    private long _entries;

    /// <summary>How many texts are in it.</summary>
    public int Count => _slots.Count;

    /// <summary>How many keys are hot.</summary>
    public int HotKeys => _hot.Count;

    /// <summary>Whether a text is in it.</summary>
    public bool Contains(int text) => _slots.ContainsKey(text);

    /// <summary>Whether a key makes no candidates at present.</summary>
    public bool IsHot(uint key) => _hot.ContainsKey(key);

    /// <summary>Adds a text.</summary>
    /// <param name="text">Its number.</param>
    /// <param name="keys">Its distinct keys.</param>
    /// <param name="candidates">Receives the texts that share a key with it that is not hot.</param>
    /// <param name="turnedHot">Receives, for each key that is hot from now on, the texts that had it before.</param>
    public void Add(int text, ReadOnlySpan<uint> keys, HashSet<int> candidates, List<int[]> turnedHot)
    {
        var slot = TakeSlot(text);
        Span<int> found = limit <= 1024 ? stackalloc int[limit + 1] : new int[limit + 1];
        for (var k = 0; k < keys.Length; k++)
        {
            var key = keys[k];
            var entry = (slot * BandKeys.Most) + k;
            if (_hot.TryGetValue(key, out var crowd))
            {
                KeyOf(entry) = key;
                crowd.Add(entry);
                continue;
            }

            var count = Find(key, found);
            if (count < limit)
            {
                Link(entry, key);
                foreach (var other in found[..count])
                {
                    candidates.Add(TextOf(other));
                }

                continue;
            }

            UnlinkAll(key);
            KeyOf(entry) = key;
            _hot.Add(key, [.. found[..count], entry]);
            turnedHot.Add(TextsOf(found[..count]));
        }
    }

    /// <summary>Takes a text out.</summary>
    /// <param name="text">Its number.</param>
    /// <param name="keys">The keys it was added with.</param>
    /// <param name="turnedCold">Receives, for each key that makes candidates again from now on, the texts that have it.</param>
    public void Remove(int text, ReadOnlySpan<uint> keys, List<int[]> turnedCold)
    {
        var slot = _slots[text];
        for (var k = 0; k < keys.Length; k++)
        {
            var entry = (slot * BandKeys.Most) + k;
            if (!_hot.TryGetValue(keys[k], out var crowd))
            {
                Unlink(entry, keys[k]);
                continue;
            }

            crowd.Remove(entry);
            if (crowd.Count <= limit)
            {
                _hot.Remove(keys[k]);
                crowd.ForEach(member => Link(member, KeyOf(member)));
                turnedCold.Add(TextsOf(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(crowd)));
            }
        }

        _slots.Remove(text);
        _free.Push(slot);
    }

    private static int[] NewHeads(int size)
    {
        var heads = new int[size];
        Array.Fill(heads, None);
        return heads;
    }

    private int TakeSlot(int text)
    {
        if (!_free.TryPop(out var slot))
        {
            slot = _used++;
            if (slot >> PageBits == _keys.Count)
            {
                _keys.Add(new uint[PageSize * BandKeys.Most]);
                _next.Add(new int[PageSize * BandKeys.Most]);
                _texts.Add(new int[PageSize]);
            }
        }

        _slots.Add(text, slot);
        _texts[slot >> PageBits][slot & (PageSize - 1)] = text;
        return slot;
    }

    private ref uint KeyOf(int entry) => ref _keys[entry / (PageSize * BandKeys.Most)][entry % (PageSize * BandKeys.Most)];

    private ref int NextOf(int entry) => ref _next[entry / (PageSize * BandKeys.Most)][entry % (PageSize * BandKeys.Most)];

    private int TextOf(int entry)
    {
        var slot = entry / BandKeys.Most;
        return _texts[slot >> PageBits][slot & (PageSize - 1)];
    }

    private int Find(uint key, Span<int> found)
    {
        var count = 0;
        for (var entry = _heads[key & (uint)(_heads.Length - 1)]; entry != None && count < found.Length; entry = NextOf(entry))
        {
            if (KeyOf(entry) == key)
            {
                found[count++] = entry;
            }
        }

        return count;
    }

    private void Link(int entry, uint key)
    {
        // Up to two entries a head: shorter chains cost more memory than they save time.
        if (++_entries > _heads.Length * 2L && _heads.Length < 1 << 30)
        {
            Grow();
        }

        ref var head = ref _heads[key & (uint)(_heads.Length - 1)];
        KeyOf(entry) = key;
        NextOf(entry) = head;
        head = entry;
    }

    private void Unlink(int entry, uint key)
    {
        ref var link = ref _heads[key & (uint)(_heads.Length - 1)];
        while (link != entry)
        {
            link = ref NextOf(link);
        }

        link = NextOf(entry);
        _entries--;
    }

    private void UnlinkAll(uint key)
    {
        ref var link = ref _heads[key & (uint)(_heads.Length - 1)];
        while (link != None)
        {
            if (KeyOf(link) == key)
            {
                link = NextOf(link);
                _entries--;
            }
            else
            {
                link = ref NextOf(link);
            }
        }
    }

    private void Grow()
    {
        var old = _heads;
        _heads = NewHeads(old.Length * 2);
        foreach (var head in old)
        {
            for (var entry = head; entry != None;)
            {
                var next = NextOf(entry);
                ref var to = ref _heads[KeyOf(entry) & (uint)(_heads.Length - 1)];
                NextOf(entry) = to;
                to = entry;
                entry = next;
            }
        }
    }

    private int[] TextsOf(ReadOnlySpan<int> entries)
    {
        var texts = new int[entries.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = TextOf(entries[i]);
        }

        return texts;
    }
}
