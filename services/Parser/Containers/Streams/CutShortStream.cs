namespace Ingest.Parser.Containers.Streams;

/// <summary>Ends where its content is damaged or comes to a limit, and says why, so that what came before can be used.</summary>
internal sealed class CutShortStream(Stream content, WalkLimits limits) : ForwardStream
{
    /// <summary>Why it is not all; null while nothing is wrong.</summary>
    public ParseOutcome.Rejected? Problem { get; private set; }

    /// <summary>Whether the problem is one of the whole file and not of this member.</summary>
    public bool EndsAll { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (Problem is not null)
        {
            return 0;
        }

        try
        {
            limits.Deadline.Check();
            return content.Read(buffer);
        }
        catch (ContainerLimitException limit)
        {
            (Problem, EndsAll) = (limit.Rejection, limit.EndsAll);
        }
        catch (TimeoutException)
        {
            Problem = MemberBytes.TooSlow(limits.Options);
        }
        catch (Exception fault) when (Damage.Is(fault))
        {
            Problem = Damage.Of(fault);
        }

        return 0;
    }
}
