using Ingest.Parser.PlainText;

namespace Ingest.Parser.Articles;

/// <summary>
/// Takes names as data formats state them: <c>By Jane Doe, Reuters</c>, <c>jane@news.example (Jane Doe)</c>,
/// <c>Jane Doe &lt;jane@news.example&gt;</c>.
/// </summary>
internal static class StatedPeople
{
    private const int LongestName = 300;

    /// <summary>Sets authors and agencies from a list of statements; false when none is a name.</summary>
    public static bool Set(ArticleFields fields, IEnumerable<string> statements, string rule)
    {
        var authors = new List<string>();
        var agencies = new List<string>();
        string? outlet = null;
        foreach (var statement in statements)
        {
            var name = Name(statement);
            if (name.Length is 0 or > LongestName || (Byline.Read(name) ?? Byline.OfNames(name)) is not { } byline)
            {
                continue;
            }

            authors.AddRange(byline.Authors.Where(author => !authors.Contains(author)));
            agencies.AddRange(byline.Agencies.Where(agency => !agencies.Contains(agency)));
            outlet ??= byline.Source;
        }

        fields.Set("agencies", agencies, rule);
        return fields.Set("authors", authors, rule) || agencies.Count > 0 || outlet is not null;
    }

    /// <summary>Without the address of the mailbox.</summary>
    public static string Name(string statement)
    {
        var text = statement.Trim();
        var (open, close) = (text.IndexOfAny(['(', '<']), text.LastIndexOfAny([')', '>']));
        if (open >= 0 && close > open && text.Contains('@', StringComparison.Ordinal))
        {
            var (outside, inside) = (text[..open].Trim(), text[(open + 1)..close].Trim());
            text = outside.Contains('@', StringComparison.Ordinal) || outside.Length == 0 ? inside : outside;
        }

        return text.Contains('@', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal) ? "" : text.Trim('"', ' ');
    }
}
