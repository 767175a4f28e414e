using System.Runtime.CompilerServices;

namespace Ingest.Deduplicator.Candidates;

/// <summary>
/// Which texts have a key. In memory, about 950 bytes a text: one table of numbers <c>key × 2³² + text</c>, in order.
/// </summary>
/// <remarks>
/// Keys are evenly spread hashes, so the place of one follows from its value, and entries that find it taken stand right behind, still in order
/// (ordered linear probing: Amble and Knuth, "Ordered hash tables", 1974). A key that is not there, as most are, costs one cache line; chains, which stood here before, cost
/// three or four, and made a quarter of all work of the Deduplicator. In order, the table grows by copying from front to back and is written out without sorting.
/// </remarks>
/// <param name="limit">Texts that may have one key before it counts as crowded.</param>
internal sealed class BucketIndex(int limit)
{
    private const int FewestHomes = 64;

    /// <summary>Places behind the last home at first, for what finds it taken.</summary>
    private const int Spill = 64;

    // Shares of the homes in use, in hundredths: fuller costs longer walks, emptier costs memory.
    private const int Fullest = 85;
    private const int FullAfterGrowing = 57;

    /// <summary>Texts of a key that stand in the table: the texts of one with more stand aside, so that they are not in the way of its neighbours.</summary>
    private const int MostInline = 8;

    /// <summary>In place of a text: the key's texts stand aside. No text has this number, and it is the last in order.</summary>
    private const uint Aside = uint.MaxValue;

    private const ulong Free = 0;

    private readonly HashSet<int> _texts = [];
    private readonly Dictionary<uint, List<int>> _aside = [];
    private ulong[] _table = new ulong[FewestHomes + Spill];
    private int _homes = FewestHomes;
    private int _used;

    /// <summary>How many texts are in it.</summary>
    public int Count => _texts.Count;

    /// <summary>How many keys its texts have together.</summary>
    public long EntryCount => _used + _aside.Values.Sum(texts => (long)texts.Count - 1);

    /// <summary>How many keys more texts have than the limit.</summary>
    public int Crowds { get; private set; }

    /// <summary>Whether a text is in it.</summary>
    public bool Contains(int text) => _texts.Contains(text);

    /// <summary>
    /// Reads the places of some keys, so that they are at hand when they are asked for one by one: places that do not depend on each other are
    /// fetched from memory at the same time.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ulong Warm(ReadOnlySpan<uint> keys)
    {
        var (table, homes, seen) = (_table, (ulong)_homes, 0UL);
        foreach (var key in keys)
        {
            seen |= table[(int)((key * homes) >> 32)];
        }

        return seen;
    }

    /// <summary>The texts that have a key, as many as there is room for; returns how many that are.</summary>
    public int Find(uint key, Span<int> texts)
    {
        var (table, count) = (_table, 0);
        for (var at = LowerBound((ulong)key << 32); (uint)at < (uint)table.Length && table[at] >> 32 == key && table[at] != Free && count < texts.Length; at++)
        {
            if ((uint)table[at] == Aside)
            {
                var aside = _aside[key];
                count = Math.Min(aside.Count, texts.Length);
                aside[..count].CopyTo(texts);
                break;
            }

            texts[count++] = (int)table[at];
        }

        return count;
    }

    /// <summary>Adds a text with its distinct keys.</summary>
    public void Insert(int text, ReadOnlySpan<uint> keys)
    {
        foreach (var key in keys)
        {
            Insert(key, text);
        }

        _texts.Add(text);
    }

    /// <summary>Adds one key of a text.</summary>
    public void Insert(uint key, int text)
    {
        _texts.Add(text);
        if (!_aside.TryGetValue(key, out var aside))
        {
            Put(Entry(key, (uint)text));
            SetAsideIfMany(key);
            return;
        }

        aside.Add(text);
        Crowds += aside.Count == limit + 1 ? 1 : 0;
    }

    /// <summary>Takes a text out that has these keys.</summary>
    public void Delete(int text, ReadOnlySpan<uint> keys)
    {
        foreach (var key in keys)
        {
            if (!_aside.TryGetValue(key, out var aside))
            {
                Take(Entry(key, (uint)text));
                continue;
            }

            aside.Remove(text);
            Crowds -= aside.Count == limit ? 1 : 0;
            if (aside.Count == 0)
            {
                _aside.Remove(key);
                Take(Entry(key, Aside));
            }
        }

        _texts.Remove(text);
    }

    /// <summary>Every key of every text, as <c>key × 2³² + text</c>, in order.</summary>
    public IEnumerable<ulong> Entries()
    {
        foreach (var entry in _table)
        {
            if (entry == Free)
            {
                continue;
            }

            if ((uint)entry != Aside)
            {
                yield return entry;
                continue;
            }

            foreach (var text in _aside[(uint)(entry >> 32)].Order())
            {
                yield return Entry((uint)(entry >> 32), (uint)text);
            }
        }
    }

    private static ulong Entry(uint key, uint text) => ((ulong)key << 32) | text;

    private int HomeOf(ulong entry) => (int)(((entry >> 32) * (ulong)_homes) >> 32);

    /// <summary>Where the first entry from a value on stands or would stand: at its home, or behind those that found theirs taken.</summary>
    private int LowerBound(ulong entry)
    {
        var (table, at) = (_table, HomeOf(entry));
        while (at < table.Length && table[at] != Free && table[at] < entry)
        {
            at++;
        }

        return at;
    }

    /// <summary>Puts an entry where it belongs, and what stands there and behind one place on.</summary>
    private void Put(ulong entry)
    {
        if (_used >= (long)_homes * Fullest / 100)
        {
            Grow();
        }

        var at = LowerBound(entry);
        var free = at;
        while (free < _table.Length && _table[free] != Free)
        {
            free++;
        }

        if (free == _table.Length)
        {
            // Keys crowd at the very end. More homes would not part them.
            Array.Resize(ref _table, _table.Length + _table.Length - _homes);
        }

        Array.Copy(_table, at, _table, at + 1, free - at);
        _table[at] = entry;
        _used++;
    }

    /// <summary>Takes an entry out; those behind it that are not at home move up.</summary>
    private void Take(ulong entry)
    {
        var (table, at) = (_table, LowerBound(entry));
        if (at >= table.Length || table[at] != entry)
        {
            throw new InvalidOperationException("A text that is not in the index was to be taken out of it.");
        }

        for (; at + 1 < table.Length && table[at + 1] != Free && HomeOf(table[at + 1]) <= at; at++)
        {
            table[at] = table[at + 1];
        }

        table[at] = Free;
        _used--;
    }

    private void SetAsideIfMany(uint key)
    {
        var (table, first) = (_table, LowerBound(Entry(key, 0)));
        var end = first;
        while (end < table.Length && table[end] >> 32 == key && table[end] != Free)
        {
            end++;
        }

        if (end - first <= Math.Min(MostInline, limit))
        {
            return;
        }

        var texts = new List<int>(end - first + 1);
        for (var at = first; at < end; at++)
        {
            texts.Add((int)table[at]);
        }

        texts.ForEach(text => Take(Entry(key, (uint)text)));
        Put(Entry(key, Aside));
        _aside.Add(key, texts);
        Crowds += texts.Count > limit ? 1 : 0;
    }

    /// <summary>Spreads the entries over more homes, from front to back.</summary>
    private void Grow()
    {
        var (old, spill) = (_table, _table.Length - _homes);
        _homes = checked((int)Math.Max(_homes + FewestHomes, (long)_used * 100 / FullAfterGrowing));
        _table = new ulong[checked(_homes + spill)];
        var next = 0;
        foreach (var entry in old)
        {
            if (entry == Free)
            {
                continue;
            }

            next = Math.Max(next, HomeOf(entry));
            if (next == _table.Length)
            {
                Array.Resize(ref _table, _table.Length + spill);
            }

            _table[next++] = entry;
        }
    }
}
