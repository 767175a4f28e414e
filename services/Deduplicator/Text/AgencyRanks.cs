namespace Ingest.Deduplicator.Text;

/// <summary>Whether an article is an agency's own, by its publication, and how that agency ranks.</summary>
/// <remarks>
/// The agencies that an article names do not tell: an agency's name stands in the copies as it does in the original. Time alone does not tell
/// either: a paper dates by the day, so its copy seems to come before a wire of that afternoon.
/// </remarks>
internal sealed class AgencyRanks
{
    /// <summary>Of an article that is no agency's own.</summary>
    public const int None = int.MaxValue;

    private const int LongestAbbreviation = 4;

    private readonly string[] _names;

    /// <param name="names">Names in the order of their rank, with semicolons between them.</param>
    public AgencyRanks(string names) => _names = names.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The rank, 0 for the first; <see cref="None"/> for a paper, and for what has no publication.</summary>
    public int Of(string? publication)
    {
        if (publication is null)
        {
            return None;
        }

        var name = publication.AsSpan().Trim();
        name = name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name[4..].TrimStart() : name;
        for (var i = 0; i < _names.Length; i++)
        {
            if (Is(name, _names[i]))
            {
                return i;
            }
        }

        return None;
    }

    /// <summary><c>Reuters UK</c> is Reuters, <c>AP News</c> is AP; <c>Ap</c> and <c>Apple Daily</c> are not.</summary>
    private static bool Is(ReadOnlySpan<char> name, string agency) =>
        name.StartsWith(agency, agency.Length <= LongestAbbreviation ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)
        && (name.Length == agency.Length || !char.IsLetterOrDigit(name[agency.Length]));
}
