using Ingest.Indexer.Text;

namespace Ingest.Indexer.QueryLanguage;

/// <summary>
/// Reads a query: <c>words</c> (all of them), <c>"phrases"</c>, <c>-without</c>, <c>NOT</c>, <c>OR</c>, <c>AND</c>, parentheses, <c>prefix*</c>,
/// <c>field:word</c>, <c>date:2025-02..2025-03</c>. Never fails: a malformed query is read as plain words, and that is said.
/// </summary>
internal sealed class QueryParser
{
    /// <summary>Longest query in characters; what follows is not read.</summary>
    public const int LongestText = 4000;

    /// <summary>Most words, in phrases too: each costs a look into the index.</summary>
    public const int MostWords = 64;

    private const int DeepestNesting = 40;

    private readonly List<QueryToken> _tokens;
    private int _next;
    private int _words;
    private int _depth;
    private string? _problem;

    private QueryParser(string text)
    {
        var lexer = new QueryLexer(text);
        _tokens = lexer.Read();
        _problem = lexer.Problem;
    }

    private QueryToken Current => _tokens[_next];

    public static ParsedQuery Parse(string? query)
    {
        var text = (query ?? "").Trim();
        var notes = new List<string>();
        if (text.Length > LongestText)
        {
            text = text[..LongestText];
            notes.Add($"Only the first {LongestText:N0} characters of the query were read.");
        }

        var parser = new QueryParser(text);
        var node = parser._problem is null ? parser.ReadAny(null) : null;
        if (parser._problem is null && parser.Current.Kind != QueryTokenKind.End)
        {
            parser._problem = "A parenthesis is closed that was not opened";
        }

        if (parser._problem is { } problem)
        {
            notes.Add($"{problem}, so the query was read as plain words.");
            node = PlainWords(text, out parser._words);
        }

        if (parser._words > MostWords)
        {
            notes.Add($"Only the first {MostWords} words of the query were used.");
        }

        if (node is null && text.Length > 0)
        {
            notes.Add("The query has no word to look for, so every article is shown.");
        }
        else if (node is QueryNode.Not || (node is QueryNode.All all && all.Parts.All(part => part is QueryNode.Not)))
        {
            notes.Add("The query only says what to leave out; every other article is shown.");
        }

        return new ParsedQuery(node, notes.Count == 0 ? null : string.Join(' ', notes));
    }

    private static QueryNode? PlainWords(string text, out int count)
    {
        var words = new List<QueryNode>();
        foreach (var run in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (run is not ("AND" or "OR" or "NOT"))
            {
                _ = QueryFields.TrySplit(run.TrimStart('(', '-', '+', '"'), out _, out var value);
                words.AddRange(WordList.Of(value).Select(word => new QueryNode.Word(null, word, IsPrefix: false)));
            }
        }

        count = words.Count;
        return Together(words.Take(MostWords).ToList());
    }

    private static QueryNode? Together(List<QueryNode> parts) =>
        parts.Count switch { 0 => null, 1 => parts[0], _ => new QueryNode.All(parts) };

    private QueryNode? ReadAny(string? field)
    {
        var parts = new List<QueryNode>();
        while (true)
        {
            if (ReadAll(field) is { } part)
            {
                parts.Add(part);
            }

            if (_problem is not null || Current.Kind != QueryTokenKind.Or)
            {
                return parts.Count > 1 ? new QueryNode.Any(parts) : parts.FirstOrDefault();
            }

            _next++;
            if (IsEndOfPart())
            {
                _problem ??= "OR needs something on both sides";
                return null;
            }
        }
    }

    private QueryNode? ReadAll(string? field)
    {
        var parts = new List<QueryNode>();
        var read = 0;
        while (_problem is null && Current.Kind is not (QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.Or))
        {
            if (Current.Kind == QueryTokenKind.And)
            {
                _next++;
                if (read == 0 || IsEndOfPart())
                {
                    _problem ??= "AND needs something on both sides";
                    return null;
                }
            }

            if (ReadOne(field) is { } part)
            {
                parts.Add(part);
            }

            read++;
        }

        if (read == 0 && Current.Kind == QueryTokenKind.Or)
        {
            _problem ??= "OR needs something on both sides";
        }

        return Together(parts);
    }

    private QueryNode? ReadOne(string? field)
    {
        // A row of minus signs is read in a loop: recursion as deep as the query is long would end the process.
        var negated = false;
        while (Current.Kind == QueryTokenKind.Not)
        {
            negated = !negated;
            _next++;
            if (IsEndOfPart() || Current.Kind == QueryTokenKind.And)
            {
                _problem ??= "NOT needs something after it";
                return null;
            }
        }

        var token = Current;
        _next++;
        var node = token.Kind == QueryTokenKind.Open ? ReadGroup(token.Field ?? field) : Leaf(token, token.Field ?? field);
        return negated && node is not null ? new QueryNode.Not(node) : node;
    }

    private QueryNode? ReadGroup(string? field)
    {
        if (++_depth > DeepestNesting)
        {
            _problem ??= "Parentheses are nested too deeply";
            return null;
        }

        var node = ReadAny(field);
        _depth--;
        if (_problem is null && Current.Kind != QueryTokenKind.Close)
        {
            _problem = "A parenthesis is not closed";
        }

        _next += _problem is null ? 1 : 0;
        return node;
    }

    private QueryNode? Leaf(QueryToken token, string? field)
    {
        if (field == QueryFields.Date)
        {
            if (DayRange.Parse(token.Text) is { } days && token.Kind != QueryTokenKind.Prefix)
            {
                return new QueryNode.Dated(days);
            }

            _problem ??= $"“{token.Text}” is not a date like 2025-02-13, 2025-02 or 2025-02..2025-03";
            return null;
        }

        var before = _words;
        var words = WordList.Of(token.Text);
        _words += words.Count;
        if (words.Count == 0 || before >= MostWords)
        {
            return null;
        }

        var text = words.Count > MostWords - before ? string.Join(' ', words.Take(MostWords - before)) : token.Text;
        return token.Kind == QueryTokenKind.Phrase
            ? new QueryNode.Phrase(field, text)
            : new QueryNode.Word(field, text, token.Kind == QueryTokenKind.Prefix);
    }

    private bool IsEndOfPart() => Current.Kind is QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.Or;
}
