using System.Text.RegularExpressions;

namespace Ingest.Evaluation.Feeds;

/// <summary>One comparison that a file states in its comment: <c>entries[0]['title'] == 'Bridge'</c>.</summary>
/// <param name="Entry">The item's index; null for the feed.</param>
/// <param name="Field">Names without brackets and list positions: <c>title_detail.value</c>.</param>
/// <param name="Literal">The right side, as written.</param>
internal sealed partial record Expectation(int? Entry, string Field, string Literal)
{
    /// <summary>All comparisons of a file; what is no comparison is left out and counted.</summary>
    public static List<Expectation> Read(string text, out int others)
    {
        others = 0;
        var found = new List<Expectation>();
        var at = text.IndexOf("Expect:", StringComparison.Ordinal);
        if (at < 0)
        {
            return found;
        }

        var end = text.IndexOf("-->", at, StringComparison.Ordinal);
        foreach (var part in Conjunction().Split(text[(at + 7)..(end < 0 ? text.Length : end)]))
        {
            if (Comparison().Match(part) is { Success: true } match)
            {
                var path = Bracket().Replace(match.Groups["path"].Value, ".$1").Trim('.');
                found.Add(new Expectation(match.Groups["entry"].Success ? int.Parse(match.Groups["entry"].Value, System.Globalization.CultureInfo.InvariantCulture) : null, path, Bare(match.Groups["literal"].Value)));
            }
            else if (part.Trim() is not ("" or "bozo" or "not bozo"))
            {
                others++;
            }
        }

        return found;
    }

    /// <summary>Without the parenthesis that groups it, and of <c>a == b == 'text'</c> and <c>a == 'text' or a == "text"</c> the last.</summary>
    private static string Bare(string written)
    {
        var last = written.LastIndexOf("== ", StringComparison.Ordinal);
        var literal = (last < 0 ? written : written[(last + 3)..]).Trim();
        return literal is ['\'' or '"', .., ')'] ? literal.TrimEnd(')') : literal;
    }

    [GeneratedRegex(@"\s+and\s+(?=not |bozo|\(?entries\[|\(?feed[\[.]|\(?version|\(?encoding|len\()", RegexOptions.None, 1000)]
    private static partial Regex Conjunction();

    [GeneratedRegex(@"^\s*\(?(?:entries\[(?<entry>\d+)\]|feed)(?<path>(?:\.\w+|\['?\w+'?\]|\[""\w+""\])+)\s*==\s*(?<literal>.+)$", RegexOptions.Singleline, 1000)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"\[['""]?(\w+)['""]?\]", RegexOptions.None, 1000)]
    private static partial Regex Bracket();
}
