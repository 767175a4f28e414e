using Ingest.Deduplicator.Clusters;

namespace Ingest.Deduplicator.Candidates;

/// <summary>The index of every week, and what a key finds in a week and around it.</summary>
internal sealed class WeekIndex(DeduplicatorOptions options) : IDisposable
{
    /// <summary>Removals from a file until it may be written anew: so few that the memory for them is small beside that of the texts in memory.</summary>
    private const int HotToGone = 100;

    private readonly Dictionary<int, Partition> _weeks = [];
    private readonly int[] _found = new int[options.BucketLimit + 2];
    private (int Week, int Of, List<Partition> Partitions) _around = (int.MinValue, 0, []);
    private long _uses;

    /// <summary>How many texts are in memory.</summary>
    public int Fresh => _weeks.Values.Sum(week => week.Fresh.Count);

    /// <summary>How many keys are hot in a week, of those in memory.</summary>
    public int HotKeys => _weeks.Values.Sum(week => week.Fresh.Crowds);

    /// <summary>Whether a file should be written anew.</summary>
    public bool IsWorn => _weeks.Values.Any(week => week.IsWorn);

    /// <summary>The weeks with something in memory, the longest unused first, and before them those whose file should be written anew.</summary>
    public IReadOnlyList<(int Week, Partition Partition)> ByUse =>
        [.. _weeks.Where(pair => pair.Value.Fresh.Count > 0 || pair.Value.IsWorn).OrderByDescending(pair => pair.Value.IsWorn).ThenBy(pair => pair.Value.LastUse).Select(pair => (pair.Key, pair.Value))];

    /// <summary>A week's part, made when it is first needed.</summary>
    public Partition Of(int week)
    {
        if (!_weeks.TryGetValue(week, out var partition))
        {
            partition = new Partition(options.BucketLimit, options.HotTexts / HotToGone);
            _weeks.Add(week, partition);
        }

        partition.LastUse = ++_uses;
        return partition;
    }

    /// <summary>The postings of the texts of a week that have a key: all, or so many that the key is hot.</summary>
    public ReadOnlySpan<int> Find(int week, uint key) => _found.AsSpan(0, Of(week).Find(key, _found));

    /// <summary>Whether a key makes no candidates in a week at present.</summary>
    public bool IsHot(int week, uint key) => Find(week, key).Length > options.BucketLimit;

    /// <summary>Reads the places of a text's keys in its week and around it, see <see cref="BucketIndex.Warm"/>.</summary>
    public ulong Warm(int week, ReadOnlySpan<uint> keys)
    {
        var seen = Of(week).Warm(keys);
        foreach (var other in Around(week))
        {
            seen |= other.Warm(keys);
        }

        return seen;
    }

    /// <summary>Collects the texts of the weeks around one, or of all for texts without a day, that have a key which is not hot there.</summary>
    public void Around(int week, uint key, HashSet<int> candidates, bool onlyMisread)
    {
        foreach (var other in Around(week))
        {
            var count = other.Find(key, _found);
            if (count <= options.BucketLimit)
            {
                Posting.Collect(_found.AsSpan(0, count), candidates, onlyMisread);
            }
        }
    }

    /// <summary>Adds a text. A headline has no keys, and nothing to look for.</summary>
    public void Insert(TextNode text)
    {
        if (text.Signature.Keys.Length > 0)
        {
            Of(text.Week).Insert(Posting.Of(text), text.Signature.Keys);
        }
    }

    /// <summary>Takes a text out.</summary>
    public void Delete(TextNode text)
    {
        if (text.Signature.Keys.Length > 0)
        {
            Of(text.Week).Delete(Posting.Of(text), text.Signature.Keys);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var partition in _weeks.Values)
        {
            partition.Dispose();
        }
    }

    /// <summary>The other weeks that have something and whose texts one of this week may meet. Asked for each key: most texts come in a row of one week.</summary>
    private List<Partition> Around(int week)
    {
        if (_around.Week != week || _around.Of != _weeks.Count)
        {
            var reach = Weeks.Reach(options.MostHours);
            int[] others = week == Weeks.Undated ? [.. _weeks.Keys] : [.. Enumerable.Range(week - reach, (2 * reach) + 1), Weeks.Undated];
            _around = (week, _weeks.Count, [.. others.Where(other => other != week).Select(_weeks.GetValueOrDefault).OfType<Partition>()]);
        }

        return _around.Partitions;
    }
}
