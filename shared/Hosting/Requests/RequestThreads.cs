using System.Collections.Concurrent;

namespace Ingest.Hosting.Requests;

/// <summary>Threads of their own for what people ask for, so that it does not wait behind the articles which the pool's threads work on.</summary>
/// <remarks>
/// Rejected: a <see cref="TaskScheduler"/>. What the server does behind a request, sending the end of its answer above all, would then be queued to the
/// pool, which was half of the time of a search while articles arrived.
/// </remarks>
public sealed class RequestThreads : IDisposable
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _waiting = [];
    private readonly Context _context;

    /// <param name="count">How many requests are worked on at the same time. One that waits for something else takes no thread.</param>
    public RequestThreads(int count)
    {
        _context = new Context(this);
        for (var i = 0; i < count; i++)
        {
            new Thread(Work) { IsBackground = true, Name = "requests" }.UnsafeStart();
        }
    }

    /// <summary>Does <paramref name="work"/> on these threads, and what follows its awaits. What follows the returned task is done there as well.</summary>
    public Task RunAsync(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        // Without RunContinuationsAsynchronously, on purpose.
        var done = new TaskCompletionSource();
        var caller = ExecutionContext.Capture();
        Post(
            _ =>
            {
                if (caller is null)
                {
                    _ = FinishAsync(work, done);
                }
                else
                {
                    ExecutionContext.Run(caller, _ => _ = FinishAsync(work, done), null);
                }
            },
            null);
        return done.Task;
    }

    /// <summary>Ends the threads when nothing waits any more.</summary>
    public void Dispose() => _waiting.CompleteAdding();

    private static async Task FinishAsync(Func<Task> work, TaskCompletionSource done)
    {
        Exception? fault = null;
        try
        {
            await work();
        }
        catch (Exception exception)
        {
            fault = exception;
        }

        // Under a context what follows would go to the pool.
        SynchronizationContext.SetSynchronizationContext(null);
        if (fault is null)
        {
            done.SetResult();
        }
        else
        {
            done.SetException(fault);
        }
    }

    private void Post(SendOrPostCallback callback, object? state)
    {
        try
        {
            _waiting.Add((callback, state));
        }
        catch (InvalidOperationException)
        {
            // The process is ending; what is left of a request is done all the same.
            ThreadPool.UnsafeQueueUserWorkItem(late => callback(late), state, preferLocal: false);
        }
    }

    private void Work()
    {
        foreach (var (callback, state) in _waiting.GetConsumingEnumerable())
        {
            SynchronizationContext.SetSynchronizationContext(_context);
            callback(state);
        }
    }

    private sealed class Context(RequestThreads threads) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => threads.Post(d, state);

        public override void Send(SendOrPostCallback d, object? state) => d(state);

        public override SynchronizationContext CreateCopy() => this;
    }
}
