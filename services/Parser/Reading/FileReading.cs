using System.Buffers;

namespace Ingest.Parser.Reading;

/// <summary>What stands in the folder where a file was announced.</summary>
internal abstract record FileReading
{
    private FileReading()
    {
    }

    /// <summary>The announced content, in a pooled buffer: whoever gets it disposes it and keeps nothing of it.</summary>
    public sealed record Content(byte[] Buffer, int Length) : FileReading, IDisposable
    {
        public ReadOnlyMemory<byte> Bytes => Buffer.AsMemory(0, Length);

        public void Dispose() => ArrayPool<byte>.Shared.Return(Buffer);
    }

    /// <summary>Other content, or none.</summary>
    public sealed record Changed : FileReading;

    /// <summary>More bytes than are read.</summary>
    public sealed record TooLarge(long Size) : FileReading;

    /// <summary>It is there and cannot be read; the sentence says why.</summary>
    public sealed record Unreadable(string Detail) : FileReading;
}
