namespace Ingest.Files.Linux;

/// <summary>An open file descriptor, closed at the end of the scope that owns it.</summary>
internal readonly struct Descriptor(int number) : IDisposable
{
    public int Number { get; } = number;

    public void Dispose() => _ = Libc.Close(Number);
}
