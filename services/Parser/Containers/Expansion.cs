using Ingest.Contracts;

namespace Ingest.Parser.Containers;

/// <summary>
/// What came out of one file, all its nested containers together: the limits against bombs. Overlapping members and containers
/// in containers count each time.
/// </summary>
internal sealed class Expansion(long length, ParserOptions options)
{
    private long _out;
    private int _members;

    /// <summary>Counts a member.</summary>
    public void AddMember()
    {
        if (++_members > options.MaxMembers)
        {
            throw new ContainerLimitException(
                new ParseOutcome.Rejected(
                    RejectionReasons.TooManyMembers,
                    FormattableString.Invariant($"It has more than {options.MaxMembers:N0} members (Ingest:Parser:MaxMembers). Split it, or raise the limit.")),
                endsAll: true);
        }
    }

    /// <summary>Counts bytes that came out of a compressed content.</summary>
    /// <param name="count">How many just now.</param>
    /// <param name="unpacked">How many from this content so far.</param>
    /// <param name="packed">How many went into it.</param>
    public void Add(int count, long unpacked, long packed)
    {
        _out += count;
        if (IsBomb(_out, length))
        {
            throw new ContainerLimitException(Exceeded("All its content together"), endsAll: true);
        }

        if (IsBomb(unpacked, packed))
        {
            throw new ContainerLimitException(Exceeded("It"), endsAll: false);
        }
    }

    /// <summary>Holds what an archive states of its members against the limits, before any of it is unpacked.</summary>
    public void Announce(long unpacked, long packed)
    {
        if (IsBomb(unpacked, packed))
        {
            throw new ContainerLimitException(Exceeded("It"), endsAll: false);
        }
    }

    private bool IsBomb(long unpacked, long packed) => unpacked > options.FreeExpansionBytes && unpacked / Math.Max(1, packed) >= options.MaxExpansionRatio;

    private ParseOutcome.Rejected Exceeded(string what) => new(
        RejectionReasons.ExpansionRatio,
        FormattableString.Invariant($"{what} grows to more than {options.MaxExpansionRatio} times its compressed size (Ingest:Parser:MaxExpansionRatio), as bombs do. Unpack it, or raise the limit."));
}
