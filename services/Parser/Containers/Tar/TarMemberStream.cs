using Ingest.Parser.Containers.Streams;

namespace Ingest.Parser.Containers.Tar;

/// <summary>The content of one member; it fills whole blocks.</summary>
internal sealed class TarMemberStream(PeekStream archive, long size) : ForwardStream
{
    private readonly long _padding = (TarHeader.Block - (size % TarHeader.Block)) % TarHeader.Block;
    private long _left = size;

    public override int Read(Span<byte> buffer)
    {
        if (_left == 0 || buffer.IsEmpty)
        {
            return 0;
        }

        var read = archive.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left -= read;
        return read > 0 ? read : throw BrokenOff();
    }

    /// <summary>Goes to the block behind it.</summary>
    public void Pass()
    {
        if (archive.Pass(_left) < _left)
        {
            throw BrokenOff();
        }

        // Some programs leave out the padding of the last member.
        archive.Pass(_padding);
        _left = 0;
    }

    private static InvalidDataException BrokenOff() => new("The TAR archive breaks off in the middle of a member. Fetch it again whole.");
}
