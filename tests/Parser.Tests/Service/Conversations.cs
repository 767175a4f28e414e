using System.Collections.Concurrent;
using MassTransit;

namespace Ingest.Parser.Tests.Service;

/// <summary>
/// Which messages were published for which. Rejected: the harness's own lists, which keep one message for each identifier and so
/// cannot show a repeat.
/// </summary>
internal sealed class Conversations : IPublishObserver, IReceiveObserver
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _open = new();
    private readonly ConcurrentDictionary<ReceiveContext, Guid> _received = new();

    public ConcurrentQueue<(Guid? Conversation, Guid? MessageId, object Message)> Published { get; } = new();

    /// <summary>Completes when the first message of the conversation was consumed, or given up.</summary>
    public Task Open(Guid conversation) =>
        _open.GetOrAdd(conversation, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public Task PrePublish<T>(PublishContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PostPublish<T>(PublishContext<T> context)
        where T : class
    {
        Published.Enqueue((context.ConversationId, context.MessageId, context.Message));
        return Task.CompletedTask;
    }

    public Task PublishFault<T>(PublishContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context) => SettleAsync(context);

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => NoteAsync(context);

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class => NoteAsync(context);

    public Task ReceiveFault(ReceiveContext context, Exception exception) => SettleAsync(context);

    private Task NoteAsync(ConsumeContext context)
    {
        _received[context.ReceiveContext] = context.ConversationId ?? Guid.Empty;
        return Task.CompletedTask;
    }

    private Task SettleAsync(ReceiveContext context)
    {
        if (_received.TryRemove(context, out var conversation) && _open.TryGetValue(conversation, out var settled))
        {
            settled.TrySetResult();
        }

        return Task.CompletedTask;
    }
}
