using Ingest.Deduplicator.Clusters;
using Ingest.Deduplicator.Sketching;
using Ingest.Deduplicator.Store;

namespace Ingest.Deduplicator.Candidates;

/// <summary>
/// Which texts share a key, by week of publication, beside its store. Another process may have written since, and a transaction may
/// fail after the index was changed: each begins by catching up, and one that fails is taken back.
/// </summary>
/// <remarks>
/// A key that more texts of a week have than <see cref="DeduplicatorOptions.BucketLimit"/> is hot there: it makes no candidates until
/// fewer have it again. What is hot depends on the set of texts only, never on the order in which they came.
/// </remarks>
internal sealed class LiveIndex(DeduplicatorOptions options, IndexFolder folder) : IDisposable
{
    private readonly List<(TextNode Text, bool Added)> _journal = [];
    private readonly KnownTexts _known = new();
    private WeekIndex? _weeks;
    private long _sequence;
    private long _runs;

    /// <summary>How many texts are in memory.</summary>
    public int Fresh => _weeks?.Fresh ?? 0;

    /// <summary>How many keys are hot in a week, of those in memory.</summary>
    public int HotKeys => _weeks?.HotKeys ?? 0;

    private WeekIndex ByWeek => _weeks ?? throw new InvalidOperationException("The index is used before it has caught up with its store.");

    /// <summary>Brings it to where the store is; within the transaction that is to use it.</summary>
    public void CatchUp(Statements statements, StoreState state)
    {
        if (_weeks is null || _runs != state.Runs || _sequence < state.Swept)
        {
            Open(statements);
        }
        else if (_sequence != state.Sequence)
        {
            Follow(statements);
        }

        (_sequence, _runs) = (state.Sequence, state.Runs);
    }

    /// <summary>Adds a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="candidates">Receives the texts that share a key with it that is hot in neither's week.</param>
    /// <param name="crowded">Receives the texts that had a key which is hot in its week from now on.</param>
    public void Add(TextNode text, HashSet<int> candidates, HashSet<int> crowded)
    {
        ByWeek.Warm(text.Week, text.Signature.Keys);
        foreach (var key in text.Signature.Keys)
        {
            var found = ByWeek.Find(text.Week, key);
            if (found.Length < options.BucketLimit)
            {
                Collect(text, key, found, candidates);
            }
            else if (found.Length == options.BucketLimit)
            {
                Telemetry.TurnedHot(1);
                Posting.Collect(found, crowded);
            }
        }

        ByWeek.Insert(text);
        _journal.Add((text, true));
    }

    /// <summary>Takes a text out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="turnedCold">Receives, for each key that makes candidates again from now on, the texts of the week that have it.</param>
    public void Remove(TextNode text, List<(uint Key, int[] Texts)> turnedCold)
    {
        ByWeek.Delete(text);
        _journal.Add((text, false));
        foreach (var key in text.Signature.Keys)
        {
            var found = ByWeek.Find(text.Week, key);
            if (found.Length == options.BucketLimit)
            {
                turnedCold.Add((key, Array.ConvertAll(found.ToArray(), Posting.Text)));
            }
        }
    }

    /// <summary>The texts that one of its keys makes candidates of a text.</summary>
    public void CandidatesOf(TextNode text, uint key, HashSet<int> candidates)
    {
        var found = ByWeek.Find(text.Week, key);
        if (found.Length <= options.BucketLimit)
        {
            Collect(text, key, found, candidates);
        }
    }

    /// <summary>Whether two texts share a key that is hot in neither's week; a phrase only if one of them looks misread.</summary>
    public bool Meet(TextNode first, TextNode second)
    {
        var (a, b) = (first.Signature.Keys, second.Signature.Keys);
        var byPhrases = first.Signature.LooksMisread || second.Signature.LooksMisread;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var (left, right) = (a[i], b[j]);
            if (left == right && (byPhrases || !BandKeys.IsPhrase(left)) && !ByWeek.IsHot(first.Week, left) && !ByWeek.IsHot(second.Week, left))
            {
                return true;
            }

            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }

        return false;
    }

    /// <summary>A text's signature with its shingles as they were made for an earlier batch, where it is still known.</summary>
    public TextSignature SignatureOf(int no, Workspace workspace) => _known.Get(no) ?? _known.Keep(no, workspace.Text(no).Signature);

    /// <summary>Keeps a signature for later batches.</summary>
    public void Know(TextNode text) => _known.Keep(text.No, text.Signature);

    /// <summary>The transaction is committed.</summary>
    public void Accept(StoreState state)
    {
        _journal.Clear();
        (_sequence, _runs) = (state.Sequence, state.Runs);
    }

    /// <summary>The transaction failed: takes back what it changed. Should it be in the store all the same, the next one catches up.</summary>
    public void TakeBack()
    {
        // Numbers of texts that were never committed will be given again, to others.
        _known.Clear();
        for (var i = _journal.Count - 1; i >= 0; i--)
        {
            var (text, added) = _journal[i];
            if (added)
            {
                ByWeek.Delete(text);
            }
            else
            {
                ByWeek.Insert(text);
            }
        }

        _journal.Clear();
    }

    /// <summary>Whether so much is in memory that some of it should be written out, or a file should be written anew.</summary>
    public bool IsFull => folder.Exists && (Fresh > options.HotTexts || ByWeek.IsWorn);

    /// <summary>
    /// Writes weeks to files, those worn by removals and then the longest unused, until three quarters of what may be are in memory. In a transaction of its own, right after
    /// one that was accepted.
    /// </summary>
    /// <returns>What to do when the transaction is committed.</returns>
    public Action WriteOut(Statements statements, StoreState state)
    {
        if (state.Sequence != _sequence || state.Runs != _runs)
        {
            // Another process has written in between: first catch up.
            return () => { };
        }

        var written = new List<(int Week, Partition Partition, RunFile Run, long Generation)>();
        var fresh = Fresh;
        var isFull = fresh > options.HotTexts;
        foreach (var (week, partition) in ByWeek.ByUse)
        {
            if (!partition.IsWorn && (!isFull || fresh <= options.HotTexts / 4 * 3L))
            {
                break;
            }

            var generation = ++state.Version;
            written.Add((week, partition, folder.Write(week, generation, partition.Entries(), partition.MostEntries), generation));
            WeekRows.Written(statements, week, generation, state.Sequence);
            fresh -= partition.Fresh.Count;
        }

        state.Runs++;
        return () =>
        {
            foreach (var (week, partition, run, generation) in written)
            {
                folder.Delete(week, partition.Generation);
                partition.Replace(run, generation);
            }

            _runs = state.Runs;
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _weeks?.Dispose();

    /// <summary>Collects those found in a text's own week, and those of the weeks around it that have the key too.</summary>
    private void Collect(TextNode text, uint key, ReadOnlySpan<int> found, HashSet<int> candidates)
    {
        var onlyMisread = BandKeys.IsPhrase(key) && !text.Signature.LooksMisread;
        Posting.Collect(found, candidates, onlyMisread);
        ByWeek.Around(text.Week, key, candidates, onlyMisread);
    }

    private void Open(Statements statements)
    {
        Dispose();
        _known.Clear();
        _weeks = new WeekIndex(options);
        var files = new List<(int, long)>();
        foreach (var row in WeekRows.All(statements))
        {
            var partition = ByWeek.Of(row.Week);
            var run = row.Generation == 0 ? null : folder.TryOpen(row.Week, row.Generation);
            if (run is not null)
            {
                partition.Attach(run, row.Generation);
                files.Add((row.Week, row.Generation));
            }

            partition.Generation = row.Generation;
            foreach (var text in TextRows.Since(statements, row.Week, run is null ? -1 : row.Through))
            {
                Place(text);
            }
        }

        folder.DeleteOthers(files);
    }

    private void Follow(Statements statements)
    {
        foreach (var row in WeekRows.All(statements).Where(row => row.Last > _sequence))
        {
            foreach (var text in TextRows.Since(statements, row.Week, _sequence))
            {
                Place(text);
            }
        }
    }

    /// <summary>Follows what became of a text, which may be known already, or be in a file.</summary>
    private void Place(TextNode text)
    {
        if (text.Articles > 0)
        {
            ByWeek.Insert(text);
        }
        else
        {
            ByWeek.Delete(text);
        }
    }
}
