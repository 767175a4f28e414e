namespace Ingest.Parser.Containers.Streams;

/// <summary>One stream behind another; the second is not its to close.</summary>
internal sealed class JoinedStream(Stream first, Stream second) : ForwardStream
{
    private bool _behind;

    public override int Read(Span<byte> buffer)
    {
        if (!_behind)
        {
            if (first.Read(buffer) is var read and > 0)
            {
                return read;
            }

            _behind = buffer.Length > 0;
        }

        return second.Read(buffer);
    }
}
