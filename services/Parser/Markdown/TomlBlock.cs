using System.Text;

namespace Ingest.Parser.Markdown;

/// <summary>The part of TOML that front matter is written in: tables, strings of all four kinds, bare values, lists of them.</summary>
internal static class TomlBlock
{
    /// <summary>The keys; null when a line is none of TOML's.</summary>
    public static FrontMatter? Read(string toml)
    {
        var matter = new FrontMatter();
        var table = "";
        var rest = toml.AsSpan();
        while (!(rest = rest.TrimStart()).IsEmpty)
        {
            var lineEnd = rest.IndexOf('\n');
            var line = lineEnd < 0 ? rest : rest[..lineEnd];
            if (line[0] == '#')
            {
                rest = rest[line.Length..];
            }
            else if (line[0] == '[')
            {
                table = line.Trim().Trim("[]\r ").ToString() + ".";
                rest = rest[line.Length..];
            }
            else if (line.IndexOf('=') is var equals and > 0)
            {
                var key = table + line[..equals].Trim().Trim('"').ToString();
                rest = rest[(equals + 1)..];
                Value(ref rest, matter, key);
            }
            else
            {
                return null;
            }
        }

        return matter;
    }

    private static void Value(ref ReadOnlySpan<char> rest, FrontMatter matter, string key)
    {
        rest = rest.TrimStart(" \t");
        if (rest is not ['[', ..])
        {
            matter.Add(key, Single(ref rest, ""));
            return;
        }

        // Inner lists and tables are flattened: what is inside counts.
        rest = rest[1..];
        for (var depth = 1; depth > 0 && !(rest = rest.TrimStart(" \t\r\n,")).IsEmpty;)
        {
            if (rest[0] is '[' or ']')
            {
                depth += rest[0] == '[' ? 1 : -1;
                rest = rest[1..];
            }
            else if (rest[0] == '#')
            {
                rest = rest.IndexOf('\n') is var end and >= 0 ? rest[end..] : default;
            }
            else
            {
                matter.Add(key, Single(ref rest, ",]"));
            }
        }
    }

    private static string Single(ref ReadOnlySpan<char> rest, string ends)
    {
        foreach (var quote in new[] { "\"\"\"", "'''", "\"", "'" })
        {
            if (rest.StartsWith(quote))
            {
                return Quoted(ref rest, quote);
            }
        }

        var stop = rest.IndexOfAny(ends + "\n#");
        var value = (stop < 0 ? rest : rest[..stop]).Trim().ToString();
        rest = stop < 0 ? default : stop == 0 ? rest[1..] : rest[stop..];
        return value;
    }

    private static string Quoted(ref ReadOnlySpan<char> rest, string quote)
    {
        rest = rest[quote.Length..];
        var value = new StringBuilder();
        while (!rest.IsEmpty && !rest.StartsWith(quote))
        {
            if (rest[0] == '\\' && quote[0] == '"' && rest.Length > 1)
            {
                value.Append(rest[1] switch { 'n' => '\n', 't' => '\t', var other => other });
                rest = rest[2..];
                continue;
            }

            value.Append(rest[0]);
            rest = rest[1..];
        }

        rest = rest.IsEmpty ? rest : rest[quote.Length..];
        return value.ToString();
    }
}
