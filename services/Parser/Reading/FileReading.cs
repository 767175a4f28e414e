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
        /// <summary>The same as a stream.</summary>
        public Stream Stream() => new MemoryStream(Buffer, 0, Length, writable: false);

        public ReadOnlyMemory<byte> Bytes => Buffer.AsMemory(0, Length);

        public void Dispose() => ArrayPool<byte>.Shared.Return(Buffer);
    }

    /// <summary>Other content, or none.</summary>
    public sealed record Changed : FileReading;

    /// <summary>More bytes than are read as a whole, of the announced size. Whoever gets it disposes it.</summary>
    /// <param name="Stream">The content; it can seek.</param>
    /// <param name="IsUnchanged">Whether it is (still) the announced content; the first answer takes as long as reading it.</param>
    public sealed record Large(Stream Stream, Func<bool> IsUnchanged) : FileReading, IDisposable
    {
        public void Dispose() => Stream.Dispose();
    }

    /// <summary>It is there and cannot be read; the sentence says why.</summary>
    public sealed record Unreadable(string Detail) : FileReading;
}
