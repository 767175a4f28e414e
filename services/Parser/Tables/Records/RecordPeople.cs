using System.Text;
using Ingest.Parser.Agencies;
using Ingest.Parser.Articles;

namespace Ingest.Parser.Tables.Records;

/// <summary>
/// Names as tables have them: a list, the text of a list (<c>["A", "B"]</c>, <c>['A', 'B']</c>), or one text
/// (<c>Doe, Jane; Roe, John</c>, <c>A and B</c>).
/// </summary>
internal static class RecordPeople
{
    private const int LongestList = 4_000;

    public static bool Set(ArticleFields fields, IReadOnlyList<string> values, string rule) =>
        StatedPeople.Set(fields, values.SelectMany(Parts).Select(Turned), rule);

    /// <summary>The items when the text is a list, else its parts between semicolons or bars.</summary>
    public static IEnumerable<string> Parts(string value)
    {
        var text = value.Trim();
        if (text.Length > LongestList)
        {
            return [];
        }

        if (text is ['[' or '(', .., ']' or ')'] && text.AsSpan(1).TrimStart() is ['"' or '\'' or ']', ..])
        {
            return Items(text[1..^1]);
        }

        if (text is ['[', '{', ..] or ['{', '"' or '\'', ..])
        {
            // Objects with a name each.
            var items = Items(text);
            return items.Where((_, at) => at > 0 && items[at - 1] == "name");
        }

        return text.Split([';', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary><c>Doe, Jane</c> among others of its kind is Jane Doe.</summary>
    private static string Turned(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        return comma > 0 && name.LastIndexOf(',') == comma && !name[..comma].Trim().Contains(' ', StringComparison.Ordinal) && name[(comma + 1)..].Trim() is { Length: > 0 } given && IsGivenName(given) && KnownAgencies.Find(given) is null
            ? given + " " + name[..comma].Trim()
            : name;
    }

    private static bool IsGivenName(string name) => char.IsUpper(name[0]) && name.Split(' ').Length <= 3 && !name.Any(char.IsDigit) && name.Any(char.IsLower);

    /// <summary>The quoted texts of a list in the notation of JSON or Python.</summary>
    private static List<string> Items(string inside)
    {
        var items = new List<string>();
        for (var at = 0; at < inside.Length; at++)
        {
            if (inside[at] is not ('"' or '\''))
            {
                continue;
            }

            var quote = inside[at++];
            var item = new StringBuilder();
            while (at < inside.Length && inside[at] != quote)
            {
                at += inside[at] == '\\' && at + 1 < inside.Length ? 1 : 0;
                item.Append(inside[at++]);
            }

            if (item.ToString().Trim() is { Length: > 0 } text)
            {
                items.Add(text);
            }
        }

        return items;
    }
}
