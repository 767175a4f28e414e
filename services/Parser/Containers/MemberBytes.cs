using System.Runtime.InteropServices;
using Ingest.Contracts;

namespace Ingest.Parser.Containers;

/// <summary>Reads the content of one member into memory, as far as is asked.</summary>
internal sealed class MemberBytes(Stream content, WalkLimits limits)
{
    private const int Step = 1 << 16;
    private byte[] _buffer = new byte[Step];
    private int _length;
    private bool _ended;

    /// <summary>What was read so far. Valid until more is read.</summary>
    public ReadOnlySpan<byte> SoFar => _buffer.AsSpan(0, _length);

    /// <summary>What was read, and behind it what was not.</summary>
    public Stream Whole => new Streams.JoinedStream(new MemoryStream(_buffer, 0, _length, writable: false), content);

    /// <summary>The content up to the limit of a file; what came before damage is given with the problem.</summary>
    public static MemberContent Read(Stream content, WalkLimits limits) =>
        new MemberBytes(content, limits).Read(limits.Options.MaxFileBytes) ?? new MemberContent(default, TooLarge(limits.Options.MaxFileBytes));

    /// <summary>The content, what came before damage with the problem; null when it is longer than <paramref name="most"/> bytes.</summary>
    public MemberContent? Read(long most)
    {
        try
        {
            while (!_ended)
            {
                if (_length > most)
                {
                    return null;
                }

                limits.Deadline.Check();
                ReadStep();
            }

            return _length > most ? null : new MemberContent(SoFar.ToArray());
        }
        catch (ContainerLimitException reached) when (!reached.EndsAll)
        {
            return new MemberContent(default, reached.Rejection);
        }
        catch (TimeoutException)
        {
            return new MemberContent(default, TooSlow(limits.Options));
        }
        catch (Exception fault) when (Damage.Is(fault))
        {
            return new MemberContent(SoFar.ToArray(), Damage.Of(fault));
        }
    }

    /// <summary>Bytes as a stream, without a copy.</summary>
    public static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array) && array.Array is not null
            ? new MemoryStream(array.Array, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    public static ParseOutcome.Rejected TooLarge(long limit) => new(
        RejectionReasons.TooLarge,
        FormattableString.Invariant($"It has more than {limit:N0} bytes (Ingest:Parser:MaxFileBytes). Split it, or raise the limit."));

    public static ParseOutcome.Rejected TooSlow(ParserOptions options) => new(
        RejectionReasons.TooSlow,
        FormattableString.Invariant($"Unpacking took longer than {options.MaxParseTime.TotalSeconds:0.#} s (Ingest:Parser:MaxParseTime). Unpack it, or raise the limit."));

    private void ReadStep()
    {
        if (_length == _buffer.Length)
        {
            Array.Resize(ref _buffer, (int)Math.Min(Array.MaxLength, _buffer.Length * 2L));
        }

        var read = content.Read(_buffer.AsSpan(_length, Math.Min(Step, _buffer.Length - _length)));
        _ended = read == 0;
        _length += read;
    }
}
