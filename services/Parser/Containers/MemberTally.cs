using Ingest.Contracts;

namespace Ingest.Parser.Containers;

/// <summary>Says of a container without articles why there are none: counts the reasons of its members.</summary>
internal sealed class MemberTally
{
    // What a person can do something about stands before what is in the nature of the files.
    private static readonly string[] MostTelling =
    [
        RejectionReasons.ExpansionRatio, RejectionReasons.TooManyMembers, RejectionReasons.TooDeep, RejectionReasons.Encrypted, RejectionReasons.Damaged,
        RejectionReasons.TooLarge, RejectionReasons.TooSlow, RejectionReasons.ArticleTooLarge, RejectionReasons.NoTextLayer,
    ];

    private readonly Dictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MemberOutcome> _first = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Counts a member.</summary>
    public void Add(MemberOutcome member)
    {
        _count++;
        if (member.Reason is { } reason)
        {
            _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
            _first.TryAdd(reason, member);
        }
    }

    /// <summary>The rejection of a container of these members.</summary>
    public static ParseOutcome.Rejected Rejection(string format, IEnumerable<MemberOutcome> members)
    {
        var tally = new MemberTally();
        foreach (var member in members)
        {
            tally.Add(member);
        }

        return tally.Rejection(format);
    }

    /// <summary>The rejection of a container of the members that were added.</summary>
    public ParseOutcome.Rejected Rejection(string format)
    {
        if (_reasons.Count == 0)
        {
            return new ParseOutcome.Rejected(RejectionReasons.NoArticle, $"The {format} file has no member that could be an article.");
        }

        var ordered = _reasons.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var reason = MostTelling.FirstOrDefault(_reasons.ContainsKey) ?? ordered[0].Key;
        var first = _first[reason];
        return new ParseOutcome.Rejected(reason, _count == 1
            ? $"{first.Name}: {first.Detail}"
            : FormattableString.Invariant($"no article in any of {_count:N0} members: {string.Join(", ", ordered.Select(pair => FormattableString.Invariant($"{pair.Value:N0} {pair.Key}")))}; first: {first.Name}: {first.Detail}"));
    }
}
