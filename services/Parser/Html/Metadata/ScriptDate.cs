using System.Text.RegularExpressions;
using Ingest.Parser.Dates;

namespace Ingest.Parser.Html.Metadata;

/// <summary>A day of publication that only the page's scripts state, as data for an application or for counting readers.</summary>
internal static partial class ScriptDate
{
    private const int LongestScript = 1 << 20;

    public static FoundDate? Find(IEnumerable<string> scripts)
    {
        foreach (var script in scripts)
        {
            if (script.Length < LongestScript && Stated().Match(script) is { Success: true } match && MachineDate.Read(match.Groups[1].Value) is { IsDay: true, Year: > 1990 and < 2100 } date)
            {
                return date;
            }
        }

        return null;
    }

    [GeneratedRegex("""(?:date_?published|publish(?:ed|ing)?_?(?:at|date|time|on)|publication_?(?:date|time)|pub_?date|first_?publi(?:shed|cation)\w{0,9})\\?["']?\s*[:=]\s*\\?["']([0-9]{4}-[0-9]{2}-[0-9]{2}[T0-9:.+ Z-]{0,24})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stated();
}
