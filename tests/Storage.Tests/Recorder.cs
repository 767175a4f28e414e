using System.Collections.Concurrent;

namespace Ingest.Storage.Tests;

/// <summary>Stands in for a store's transaction: remembers each batch, can hold one back, and fails where it is told to.</summary>
internal sealed class Recorder
{
    private readonly ConcurrentQueue<int[]> _attempts = [];
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Every batch that was tried, in order.</summary>
    public IReadOnlyList<int[]> Attempts => [.. _attempts];

    /// <summary>What makes a batch fail; nothing by default.</summary>
    public Func<IReadOnlyList<int>, Exception?> Fails { get; init; } = _ => null;

    /// <summary>Done when the first commit is under way; it ends when <see cref="Release"/> is called.</summary>
    public Task Begun => _begun.Task;

    public void Release() => _gate.SetResult();

    public async Task<IReadOnlyList<string>> CommitAsync(IReadOnlyList<int> items, CancellationToken cancellationToken)
    {
        _attempts.Enqueue([.. items]);
        _begun.TrySetResult();
        await _gate.Task.WaitAsync(cancellationToken);
        return Fails(items) is { } failure ? throw failure : [.. items.Select(item => $"result of {item}")];
    }
}
