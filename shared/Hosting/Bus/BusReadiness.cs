namespace Ingest.Hosting.Bus;

/// <summary>Whether the bus can take messages: what publishes on its own account waits for it first.</summary>
public sealed class BusReadiness
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isLost;

    /// <summary>Completes when every queue exists and every consumer is connected.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Does nothing unless this process has to be started anew.</summary>
    /// <exception cref="BusLostException">The bus will not come back in this process.</exception>
    public void ThrowIfLost()
    {
        if (_isLost)
        {
            throw new BusLostException("The broker answers, but the bus does not come back in this process; start it again. Nothing is lost.");
        }
    }

    /// <summary>Says that messages may go out.</summary>
    internal void SetReady() => _ready.TrySetResult();

    /// <summary>Says that the bus will not come back in this process.</summary>
    internal void SetLost() => _isLost = true;
}
