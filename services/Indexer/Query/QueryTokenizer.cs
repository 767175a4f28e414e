using System.Buffers;

namespace Ingest.Indexer.Query;

/// <summary>Takes a query apart. Typographic quotation marks count as plain ones: people paste them.</summary>
internal static class QueryTokenizer
{
    /// <summary>Fields that can be named; anything else before a colon is text.</summary>
    public static readonly string[] Fields = ["title", "body", "author", "agency", "source", "section", "url", "path", "lang", "date"];

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„«»");

    /// <exception cref="QuerySyntaxException">A quotation mark is not closed.</exception>
    public static List<QueryToken> Read(string query)
    {
        var tokens = new List<QueryToken>();
        for (var at = 0; at < query.Length;)
        {
            var c = query[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (c is '(' or ')')
            {
                tokens.Add(new QueryToken(c == '(' ? QueryTokenKind.Open : QueryTokenKind.Close, c.ToString()));
                at++;
            }
            else if (Quotes.Contains(c))
            {
                at = ReadPhrase(query, at, tokens);
            }
            else if (c is '-' && at + 1 < query.Length && !char.IsWhiteSpace(query[at + 1]))
            {
                tokens.Add(new QueryToken(QueryTokenKind.Not, "-"));
                at++;
            }
            else
            {
                at = ReadWord(query, at, tokens);
            }
        }

        return tokens;
    }

    private static int ReadPhrase(string query, int at, List<QueryToken> tokens)
    {
        var end = query.AsSpan(at + 1).IndexOfAny(Quotes);
        if (end < 0)
        {
            throw new QuerySyntaxException("A quotation mark is not closed.");
        }

        tokens.Add(new QueryToken(QueryTokenKind.Phrase, query.Substring(at + 1, end)));
        return at + end + 2;
    }

    private static int ReadWord(string query, int at, List<QueryToken> tokens)
    {
        var end = at;
        while (end < query.Length && !char.IsWhiteSpace(query[end]) && query[end] is not ('(' or ')') && !Quotes.Contains(query[end]))
        {
            end++;
            if (query[end - 1] == ':' && Array.Exists(Fields, field => field.Equals(query[at..(end - 1)], StringComparison.OrdinalIgnoreCase)))
            {
                tokens.Add(new QueryToken(QueryTokenKind.Field, query[at..(end - 1)].ToLowerInvariant()));
                return end;
            }
        }

        var word = query[at..end];
        tokens.Add(new QueryToken(
            word switch { "AND" => QueryTokenKind.And, "OR" => QueryTokenKind.Or, "NOT" => QueryTokenKind.Not, _ => QueryTokenKind.Word }, word));
        return end;
    }
}
