namespace Ingest.Parser.Containers.Streams;

/// <summary>Counts what comes out of a decompressor against the limits of expansion and time.</summary>
/// <param name="unpacking">The decompressor.</param>
/// <param name="packed">Bytes that went into it so far.</param>
/// <param name="limits">The file's limits.</param>
internal sealed class MeteredStream(Stream unpacking, Func<long> packed, WalkLimits limits) : ForwardStream, IResumable
{
    // Small steps: a decompressor that is asked for much works long before the limits are looked at.
    private const int Step = 1 << 16;
    private long _out;

    public override int Read(Span<byte> buffer)
    {
        limits.Deadline.Check();
        var read = unpacking.Read(buffer[..Math.Min(buffer.Length, Step)]);
        _out += read;
        limits.Expansion.Add(read, _out, packed());
        return read;
    }

    public bool Resume() => unpacking is IResumable resumable && resumable.Resume();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacking.Dispose();
        }

        base.Dispose(disposing);
    }
}
