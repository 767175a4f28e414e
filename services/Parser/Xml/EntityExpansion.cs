using System.Text.RegularExpressions;

namespace Ingest.Parser.Xml;

/// <summary>
/// How large a document would become if the entities of its own document type were expanded, which no reader here does: what
/// would be a bomb elsewhere (a "billion laughs") is one here too, and its text is worth nothing without them.
/// </summary>
internal static partial class EntityExpansion
{
    private const int MostEntities = 10_000;
    private const int MostRounds = 64;
    private const int LongestPreamble = 65_536;

    /// <summary>Characters that the document's entities would give; 0 when it declares none. Saturates.</summary>
    public static double Size(string text, Deadline deadline)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, LongestPreamble)).IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
        if (start < 0 || text.IndexOf("<!ENTITY", start, StringComparison.Ordinal) is not (var first and >= 0) || text.IndexOf("]>", first, StringComparison.Ordinal) is not (var end and >= 0))
        {
            return 0;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match declared in Declaration().Matches(text[first..end]))
        {
            deadline.Check();
            if (values.Count < MostEntities)
            {
                values.TryAdd(declared.Groups["name"].Value, declared.Groups["value"].Value);
            }
        }

        return References(text.AsSpan(end), Sizes(values, deadline), deadline);
    }

    /// <summary>
    /// The size of each entity with all that it refers to. They may be declared in any order, so sizes are added up until nothing
    /// changes; those that refer to each other in a circle grow with every round.
    /// </summary>
    private static Dictionary<string, double> Sizes(Dictionary<string, string> values, Deadline deadline)
    {
        var sizes = values.ToDictionary(entity => entity.Key, entity => (double)entity.Value.Length, StringComparer.Ordinal);
        var changed = true;
        for (var round = 0; changed && round < MostRounds; round++)
        {
            changed = false;
            foreach (var (name, value) in values)
            {
                var size = value.Length + References(value, sizes, deadline);
                changed |= size > sizes[name];
                sizes[name] = size;
            }
        }

        return sizes;
    }

    /// <summary>What the references in a text would give.</summary>
    private static double References(ReadOnlySpan<char> text, Dictionary<string, double> sizes, Deadline deadline)
    {
        var total = 0d;
        var names = sizes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var count = 1; text.IndexOf('&') is var at and >= 0; count++)
        {
            if (count % 4_096 == 0)
            {
                deadline.Check();
            }

            text = text[(at + 1)..];
            var length = text[..Math.Min(text.Length, 256)].IndexOf(';');
            total += length > 0 && names.TryGetValue(text[..length], out var size) ? size : 0;
        }

        return total;
    }

    [GeneratedRegex("""<!ENTITY\s+(?<name>[^\s%"']+)\s+(?:"(?<value>[^"]*)"|'(?<value>[^']*)')""", RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();
}
