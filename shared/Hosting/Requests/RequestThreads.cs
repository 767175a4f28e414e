using System.Collections.Concurrent;

namespace Ingest.Hosting.Requests;

/// <summary>Threads of their own for what people ask for, so that it does not wait behind the articles which the pool's threads work on.</summary>
public sealed class RequestThreads : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> _waiting = [];

    /// <param name="count">How many requests are worked on at the same time. One that waits for something else takes no thread.</param>
    public RequestThreads(int count)
    {
        MaximumConcurrencyLevel = count;
        for (var i = 0; i < count; i++)
        {
            new Thread(Work) { IsBackground = true, Name = "requests" }.UnsafeStart();
        }
    }

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel { get; }

    /// <summary>Does <paramref name="work"/> on these threads, and what follows its awaits.</summary>
    public Task RunAsync(Func<Task> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();

    /// <summary>Ends the threads when nothing waits any more.</summary>
    public void Dispose() => _waiting.CompleteAdding();

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => _waiting;

    /// <inheritdoc/>
    protected override void QueueTask(Task task)
    {
        if (!_waiting.IsAddingCompleted)
        {
            _waiting.Add(task);
            return;
        }

        // The process is ending; what is left of a request is done all the same.
        ThreadPool.UnsafeQueueUserWorkItem(late => TryExecuteTask(late), task, preferLocal: false);
    }

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => Current == this && TryExecuteTask(task);

    private void Work()
    {
        foreach (var task in _waiting.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}
