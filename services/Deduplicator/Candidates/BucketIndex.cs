using System.Runtime.InteropServices;

namespace Ingest.Deduplicator.Candidates;

/// <summary>
/// Which texts have a key. In memory, about 800 bytes a text, in arrays without an object a text or entry.
/// </summary>
/// <remarks>
/// The texts of a key that more than <paramref name="limit"/> have are kept aside, so that they do not make the chains of other keys long.
/// </remarks>
internal sealed class BucketIndex(int limit)
{
    // Small pages, because an archive that comes in no order has some texts of every week here.
    private const int PageBits = 6;
    private const int PageSize = 1 << PageBits;
    private const int PageEntries = PageSize * Sketching.BandKeys.Most;
    private const int None = -1;

    // A text has a slot, a slot has one entry for each key: its number is slot × Most + position. Pages, so that growing copies nothing.
    private readonly List<uint[]> _keys = [];
    private readonly List<int[]> _next = [];
    private readonly List<(int Text, int Keys)[]> _texts = [];
    private readonly Dictionary<int, int> _slots = [];
    private readonly Stack<int> _free = [];
    private readonly Dictionary<uint, List<int>> _crowds = [];
    private int[] _heads = NewHeads(1 << 6);
    private int _used;
    private long _entries;

    /// <summary>How many texts are in it.</summary>
    public int Count => _slots.Count;

    /// <summary>How many keys more texts have than the limit.</summary>
    public int Crowds => _crowds.Count;

    /// <summary>Whether a text is in it.</summary>
    public bool Contains(int text) => _slots.ContainsKey(text);

    /// <summary>The texts that have a key, as many as there is room for; returns how many that are.</summary>
    public int Find(uint key, Span<int> texts)
    {
        if (_crowds.TryGetValue(key, out var crowd))
        {
            var most = Math.Min(crowd.Count, texts.Length);
            for (var i = 0; i < most; i++)
            {
                texts[i] = TextOf(crowd[i]).Text;
            }

            return most;
        }

        var count = 0;
        for (var entry = _heads[key & (uint)(_heads.Length - 1)]; entry != None && count < texts.Length; entry = NextOf(entry))
        {
            if (KeyOf(entry) == key)
            {
                texts[count++] = TextOf(entry).Text;
            }
        }

        return count;
    }

    /// <summary>Adds a text with its distinct keys.</summary>
    public void Insert(int text, ReadOnlySpan<uint> keys)
    {
        var slot = TakeSlot(text, keys.Length);
        for (var k = 0; k < keys.Length; k++)
        {
            var entry = (slot * Sketching.BandKeys.Most) + k;
            KeyOf(entry) = keys[k];
            if (_crowds.TryGetValue(keys[k], out var crowd))
            {
                crowd.Add(entry);
            }
            else
            {
                Link(entry, keys[k]);
                SetAsideIfCrowded(keys[k]);
            }
        }
    }

    /// <summary>Takes a text out.</summary>
    public void Delete(int text)
    {
        var slot = _slots[text];
        var keys = TextOf(slot * Sketching.BandKeys.Most).Keys;
        for (var entry = slot * Sketching.BandKeys.Most; entry < (slot * Sketching.BandKeys.Most) + keys; entry++)
        {
            var key = KeyOf(entry);
            if (!_crowds.TryGetValue(key, out var crowd))
            {
                Unlink(entry, key);
                continue;
            }

            crowd.Remove(entry);
            if (crowd.Count <= limit)
            {
                _crowds.Remove(key);
                crowd.ForEach(member => Link(member, key));
            }
        }

        _slots.Remove(text);
        _free.Push(slot);
    }

    /// <summary>Every key of every text, as <c>key × 2³² + text</c>, in no order.</summary>
    public ulong[] Entries()
    {
        var (entries, count) = (new ulong[_slots.Count * Sketching.BandKeys.Most], 0);
        foreach (var (text, slot) in _slots)
        {
            var first = slot * Sketching.BandKeys.Most;
            var keys = TextOf(first).Keys;
            for (var entry = first; entry < first + keys; entry++)
            {
                entries[count++] = ((ulong)KeyOf(entry) << 32) | (uint)text;
            }
        }

        return entries[..count];
    }

    private static int[] NewHeads(int size)
    {
        var heads = new int[size];
        Array.Fill(heads, None);
        return heads;
    }

    private int TakeSlot(int text, int keys)
    {
        if (!_free.TryPop(out var slot))
        {
            slot = _used++;
            if (slot >> PageBits == _keys.Count)
            {
                _keys.Add(new uint[PageEntries]);
                _next.Add(new int[PageEntries]);
                _texts.Add(new (int, int)[PageSize]);
            }
        }

        _slots.Add(text, slot);
        _texts[slot >> PageBits][slot & (PageSize - 1)] = (text, keys);
        return slot;
    }

    private ref uint KeyOf(int entry) => ref CollectionsMarshal.AsSpan(_keys)[entry / PageEntries][entry % PageEntries];

    private ref int NextOf(int entry) => ref CollectionsMarshal.AsSpan(_next)[entry / PageEntries][entry % PageEntries];

    private (int Text, int Keys) TextOf(int entry)
    {
        var slot = entry / Sketching.BandKeys.Most;
        return _texts[slot >> PageBits][slot & (PageSize - 1)];
    }

    private void SetAsideIfCrowded(uint key)
    {
        var count = 0;
        for (var entry = _heads[key & (uint)(_heads.Length - 1)]; entry != None; entry = NextOf(entry))
        {
            count += KeyOf(entry) == key ? 1 : 0;
        }

        if (count <= limit)
        {
            return;
        }

        var crowd = new List<int>(count);
        ref var link = ref _heads[key & (uint)(_heads.Length - 1)];
        while (link != None)
        {
            if (KeyOf(link) == key)
            {
                crowd.Add(link);
                link = NextOf(link);
                _entries--;
            }
            else
            {
                link = ref NextOf(link);
            }
        }

        _crowds.Add(key, crowd);
    }

    private void Link(int entry, uint key)
    {
        // Up to two entries a head: shorter chains cost more memory than they save time.
        if (++_entries > _heads.Length * 2L && _heads.Length < 1 << 30)
        {
            Grow();
        }

        ref var head = ref _heads[key & (uint)(_heads.Length - 1)];
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
}
