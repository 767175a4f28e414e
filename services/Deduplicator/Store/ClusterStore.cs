using System.Diagnostics;
using Ingest.Deduplicator.Candidates;
using Ingest.Deduplicator.Clusters;
using Ingest.Deduplicator.Comparing;
using Ingest.Deduplicator.Sketching;
using Ingest.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ingest.Deduplicator.Store;

/// <summary>
/// Texts, edges and clusters in their database, and the index over them in memory. The clusters are a function of the set of
/// articles: order, repeats, restarts and other processes that write the same database have no say in them.
/// </summary>
public sealed class ClusterStore : IAsyncDisposable
{
    /// <summary>Articles a transaction; larger ones hold the write lock long and gain little.</summary>
    private const int BatchSize = 256;

    /// <summary>One article may wait to be filed for so many texts whose keys are in memory.</summary>
    private const int HotToUnfiled = 4;

    private readonly Database _database;
    private readonly DeduplicatorOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly LiveIndex _index;
    private readonly NumberDirectory _directory;
    private readonly TextRules _textRules;
    private readonly ArticleRules _articleRules;
    private readonly DecisionLog? _decisions;
    private readonly DecisionBook _book = new();
    private readonly List<DecisionRow> _unfollowed = [];
    private readonly GroupCommit<Change, Placement?> _commits;
    private readonly SemaphoreSlim _writer = new(1);
    private volatile bool _ready;

    /// <param name="database">Where it is; migrated at first use.</param>
    /// <param name="options">The figures that decide; a store works with those it was made with only.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Where to say that the index is ready.</param>
    /// <param name="indexFolder">Where the index writes what does not stay in memory; null keeps all of it there.</param>
    /// <param name="decisions">What people decided; null for nothing.</param>
    public ClusterStore(
        Database database,
        DeduplicatorOptions options,
        TimeProvider time,
        ILogger<ClusterStore>? log = null,
        string? indexFolder = null,
        DecisionLog? decisions = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_database, _options, _time) = (database, options, time);
        _log = log ?? NullLogger<ClusterStore>.Instance;
        _decisions = decisions;
        _index = new LiveIndex(options, new IndexFolder(indexFolder));
        _directory = new NumberDirectory(options.HotTexts / HotToUnfiled);
        _textRules = new TextRules(options);
        _articleRules = new ArticleRules(options);
        _commits = new GroupCommit<Change, Placement?>(ApplyAsync, BatchSize);
    }

    /// <summary>An article came: places it. Returns when that is durable; null when a newer revision or a retraction is known.</summary>
    public Task<Placement?> PlaceAsync(Signature signature, CancellationToken cancellationToken) =>
        _commits.CommitAsync(new Change.Arrival(signature), cancellationToken);

    /// <summary>Places many in one transaction, in the order given; for whoever has no messages to answer.</summary>
    public Task<IReadOnlyList<Placement?>> PlaceAsync(IReadOnlyList<Signature> signatures, CancellationToken cancellationToken) =>
        ApplyAsync([.. signatures.Select(signature => new Change.Arrival(signature))], cancellationToken);

    /// <summary>An article went. Returns when that is durable; null when a newer revision is known.</summary>
    public Task<Placement?> RetractAsync(string articleId, long revision, CancellationToken cancellationToken) =>
        _commits.CommitAsync(new Change.Retraction(articleId, revision), cancellationToken);

    /// <summary>
    /// What a decision changed, as it stands now: the assignments of its two articles and of all that moved with them. The same every
    /// time it is asked, once the decision was followed.
    /// </summary>
    public async Task<IReadOnlyList<Contracts.ClusterAssignment>> EffectsAsync(DecisionRow decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        await ApplyAsync([], cancellationToken);
        await using var connection = await _database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        using var statements = new Statements(connection, transaction);
        var (first, second) = (ArticleRows.NumberOf(statements, decision.FirstId), ArticleRows.NumberOf(statements, decision.SecondId));
        return ArticleRows.EffectsOf(statements, first, second);
    }

    /// <summary>Makes or migrates the database, checks that it was made with these settings, and loads the index.</summary>
    /// <exception cref="StoreException">It cannot be used; the message says what to do.</exception>
    public Task OpenAsync(CancellationToken cancellationToken) => ApplyAsync([], cancellationToken);

    /// <summary>Whether it can be worked with, without waiting for a writer.</summary>
    /// <exception cref="StoreException">It cannot; the message says what to do.</exception>
    public async Task PingAsync(CancellationToken cancellationToken)
    {
        if (!_ready)
        {
            throw new StoreException($"The store {_database.DisplayName} is not open yet.");
        }

        await using var connection = await _database.OpenAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _commits.DisposeAsync();
        _writer.Dispose();
        _index.Dispose();
    }

    internal async Task<IReadOnlyList<Placement?>> ApplyAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            var results = await ApplyAloneAsync(changes, cancellationToken);
            if (_index.IsFull)
            {
                await InTransactionAsync(_index.WriteOut, cancellationToken);
            }

            if (_directory.IsFull)
            {
                await InTransactionAsync(_directory.File, cancellationToken);
            }

            return results;
        }
        finally
        {
            _writer.Release();
        }
    }

    private async Task<IReadOnlyList<Placement?>> ApplyAloneAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        if (!_ready)
        {
            _database.Migrate(typeof(ClusterStore));
        }

        foreach (var decision in _decisions is null ? [] : await _decisions.SinceAsync(_book.Last, cancellationToken))
        {
            _book.Add(decision);
            _unfollowed.Add(decision);
        }

        await using var connection = await _database.OpenAsync(cancellationToken);
        await using var transaction = await _database.BeginWriteAsync(connection, cancellationToken);
        using var statements = new Statements(connection, transaction);
        try
        {
            if (!_ready)
            {
                StoreState.Create(statements, _options.Fingerprint, _time.GetUtcNow());
            }

            var state = StoreState.Load(statements, _options.Fingerprint);
            _index.CatchUp(statements, state);
            _directory.CatchUp(statements, state);
            var results = Batch(changes, statements, state);
            state.Save(statements);
            await transaction.CommitAsync(cancellationToken);
            _index.Accept(state);
            _directory.Accept(state);
            _unfollowed.RemoveAll(decision => decision.Sequence <= state.Decision);
            if (!_ready)
            {
                SayReady(started);
            }

            return results;
        }
        catch (Exception)
        {
            _directory.Forget();
            _index.TakeBack();
            throw;
        }
    }

    /// <summary>Does what clears memory, which says what to do once it is committed.</summary>
    private async Task InTransactionAsync(Func<Statements, StoreState, Action> work, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenAsync(cancellationToken);
        await using var transaction = await _database.BeginWriteAsync(connection, cancellationToken);
        using var statements = new Statements(connection, transaction);
        var state = StoreState.Load(statements, _options.Fingerprint);
        var accept = work(statements, state);
        state.Save(statements);
        await transaction.CommitAsync(cancellationToken);
        accept();
    }

    private List<Placement?> Batch(IReadOnlyList<Change> changes, Statements statements, StoreState state)
    {
        var workspace = new Workspace(statements, state, _directory);
        var cover = new StarCover(workspace, _textRules, _articleRules, _book);
        var placing = new Placing(workspace, state, new TextGraph(workspace, _index, _textRules, _options, cover), cover);
        foreach (var decision in _unfollowed.Where(decision => decision.Sequence > state.Decision))
        {
            placing.Follow(decision);
            state.Decision = decision.Sequence;
        }

        var settled = new List<ArticleNode?>(changes.Count);
        foreach (var change in changes)
        {
            var isCurrent = change switch
            {
                Change.Arrival arrival => placing.Place(arrival.Signature),
                Change.Retraction retraction => placing.Retract(retraction.ArticleId, retraction.Revision),
                _ => throw new UnreachableException(),
            };
            settled.Add(isCurrent ? workspace.Find(change.ArticleId) : null);
        }

        cover.Settle();
        var reassigned = workspace.Save().ToLookup(article => article.CauseNo);
        return settled.Select((article, i) => article is null || article.Revision != changes[i].Revision
            ? null
            : Result(article, reassigned[article.No], workspace)).ToList();
    }

    /// <summary>What the message of an article has to tell: its own assignment, and those of others that name it as their cause.</summary>
    private static Placement Result(ArticleNode article, IEnumerable<ArticleNode> reassigned, Workspace workspace)
    {
        // Of one that this batch made there are no earlier effects to look for.
        var changed = article.IsNew
            ? reassigned.Where(other => other != article && other.Text is not null).Select(other => AssignmentOf(other, workspace))
            : ArticleRows.CausedBy(workspace.Statements, article.No);
        return new Placement(
            article.Text is null ? null : AssignmentOf(article, workspace),
            [.. changed.OrderBy(assignment => assignment.ArticleId, StringComparer.Ordinal)]);
    }

    private static Contracts.ClusterAssignment AssignmentOf(ArticleNode article, Workspace workspace) => ArticleRows.Assignment(
        article.Id,
        workspace.Article(article.Place.CanonicalNo).Id,
        workspace.Article(article.Place.CentreNo).Id,
        article.Place.Relation,
        article.Place.Similarity,
        article.Place.Containment,
        article.Version);

    private void SayReady(long started)
    {
        _ready = true;
        Log.IndexReady(_log, _index.Fresh, (long)_time.GetElapsedTime(started).TotalMilliseconds);
        if (_index.HotKeys > 0)
        {
            Log.KeysAreHot(_log, _index.HotKeys, _options.BucketLimit);
        }
    }
}
