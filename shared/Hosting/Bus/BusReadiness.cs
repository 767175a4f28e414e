namespace Ingest.Hosting.Bus;

/// <summary>Whether the bus can take messages: what publishes on its own account waits for it first.</summary>
public sealed class BusReadiness
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when every queue exists and every consumer is connected.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Why this process has to be started anew; null while nothing is wrong that does not mend itself.</summary>
    public string? Failure { get; private set; }

    /// <summary>Says that messages may go out.</summary>
    internal void SetReady() => _ready.TrySetResult();

    /// <summary>Says that the bus will not come back in this process.</summary>
    internal void Fail(string sentence) => Failure = sentence;
}
