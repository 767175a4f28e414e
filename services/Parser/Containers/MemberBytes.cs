using System.Buffers;
using System.Runtime.InteropServices;
using Ingest.Contracts;

namespace Ingest.Parser.Containers;

/// <summary>Reads the content of one member into memory, up to the limit of a file.</summary>
internal static class MemberBytes
{
    private const int Step = 1 << 16;

    /// <summary>The content; what came before damage is given with the problem.</summary>
    public static MemberContent Read(Stream content, WalkLimits limits)
    {
        var limit = limits.Options.MaxFileBytes;
        using var memory = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(Step);
        try
        {
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                limits.Deadline.Check();
                if (memory.Length + read > limit)
                {
                    return new MemberContent(default, TooLarge(limit));
                }

                memory.Write(buffer, 0, read);
            }

            return new MemberContent(memory.ToArray());
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
            return new MemberContent(memory.ToArray(), Damage.Of(fault));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
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
}
