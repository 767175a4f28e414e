using Ingest.Queries;

namespace Ingest.Indexer.QueryLanguage;

/// <summary>
/// Reads a query: <c>words</c>, <c>"phrases"</c>, <c>-without</c>, <c>NOT</c>, <c>OR</c>, <c>AND</c>, parentheses, <c>prefix*</c>, <c>this NEAR/5 that</c> (and
/// <c>"this that"~5</c>), <c>field:word</c>, <c>date:2025-02..2025-03</c>. Never fails: a malformed query is read as plain words, and that is said.
/// </summary>
internal sealed partial class QueryParser
{
    /// <summary>Longest query in characters; what follows is not read.</summary>
    public const int LongestText = 4000;

    /// <summary>Most words, in phrases too: each costs a look into the index.</summary>
    public const int MostWords = 64;

    private const int DeepestNesting = 40;

    private readonly List<QueryToken> _tokens;
    private readonly DateOnly _today;
    private int _next;
    private int _words;
    private int _depth;
    private string? _problem;

    private QueryParser(string text, bool capitalsAreWords, DateOnly today)
    {
        var lexer = new QueryLexer(text, capitalsAreWords);
        _tokens = lexer.Read();
        (_problem, Mistaken, _today) = (lexer.Problem, lexer.Mistaken, today);
    }

    private string? Mistaken { get; }

    private QueryToken Current => _tokens[_next];

    /// <param name="query">What was typed.</param>
    /// <param name="today">What relative days count from.</param>
    public static ParsedQuery Parse(string? query, DateOnly today)
    {
        var text = (query ?? "").Trim();
        var notes = new List<QueryNote>();
        if (text.Length > LongestText)
        {
            text = text[..LongestText];
            notes.Add(new QueryNote(QueryNotes.TooLong, $"Only the first {LongestText:N0} characters of the query were read."));
        }

        var shouted = PlainText.IsShouted(text);
        if (shouted)
        {
            notes.Add(new QueryNote(QueryNotes.ReadAs, "The query is in capitals throughout, so AND, OR, NOT and NEAR were read as words."));
        }

        var parser = new QueryParser(text, shouted, today);
        var node = parser._problem is null ? parser.ReadAny(null) : null;
        if (parser._problem is null && parser.Current.Kind != QueryTokenKind.End)
        {
            parser._problem = "A parenthesis is closed that was not opened";
        }

        if (parser._problem is { } problem)
        {
            notes.Add(new QueryNote(QueryNotes.Malformed, $"{problem}, so the query was read as plain words."));
            node = PlainText.Read(text, MostWords, out parser._words);
        }
        else if (parser.Mistaken is { } name)
        {
            notes.Add(new QueryNote(QueryNotes.ReadAs, $"“{name}:” is no field, so it was read as a word; the fields are {QueryFields.List}.", name + ":"));
        }

        parser.Remark(text, node, notes);
        return new ParsedQuery(text, node, notes);
    }

    private void Remark(string text, QueryNode? node, List<QueryNote> notes)
    {
        if (_words > MostWords)
        {
            notes.Add(new QueryNote(QueryNotes.TooLong, $"Only the first {MostWords} words of the query were used."));
        }

        if (_short is not null)
        {
            notes.Add(new QueryNote(QueryNotes.ReadAs, $"A * needs at least {ShortestPrefix} letters before it, so “{_short}” was looked for as a word.", _short + "*"));
        }

        if (node is null && text.Length > 0)
        {
            notes.Add(new QueryNote(QueryNotes.NothingToFind, "The query has no word to look for, so every article is shown."));
        }
        else if (node is QueryNode.Not || (node is QueryNode.All all && all.Parts.All(part => part is QueryNode.Not)))
        {
            notes.Add(new QueryNote(QueryNotes.NothingToFind, "The query only says what to leave out; every other article is shown."));
        }
    }

    /// <summary>Plain words beside each other become one node, so that a search can tell what a person did not connect.</summary>
    private static QueryNode? Together(List<QueryNode> parts)
    {
        var loose = parts.OfType<QueryNode.Word>().Where(word => !word.IsPrefix && word.Field is null).ToList();
        if (loose.Count > 1)
        {
            parts = [new QueryNode.Words(loose), .. parts.Except(loose)];
        }

        return parts.Count switch { 0 => null, 1 => parts[0], _ => new QueryNode.All(parts) };
    }

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
        var (loose, strict) = (new List<QueryNode>(), new List<QueryNode>());
        var read = 0;
        while (_problem is null && Current.Kind is not (QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.Or))
        {
            var connected = Current.Kind == QueryTokenKind.And;
            if (connected)
            {
                _next++;
                if (read == 0 || IsEndOfPart())
                {
                    _problem ??= "AND needs something on both sides";
                    return null;
                }

                // What stands before an AND is as strict as what stands behind it.
                strict.AddRange(loose.TakeLast(1));
                loose.RemoveRange(Math.Max(0, loose.Count - 1), Math.Min(1, loose.Count));
            }

            if (ReadNear(field) is { } part)
            {
                (connected ? strict : loose).Add(part);
            }

            read++;
        }

        if (read == 0 && Current.Kind == QueryTokenKind.Or)
        {
            _problem ??= "OR needs something on both sides";
        }

        return Combine(loose, strict);
    }

    private static QueryNode? Combine(List<QueryNode> loose, List<QueryNode> strict)
    {
        var together = Together(loose);
        return (together, strict.Count) switch
        {
            (_, 0) => together,
            (null, 1) => strict[0],
            (null, _) => new QueryNode.All(strict),
            (QueryNode.All all, _) => new QueryNode.All([.. all.Parts, .. strict]),
            _ => new QueryNode.All([together, .. strict]),
        };
    }

    private QueryNode? ReadOne(string? field)
    {
        // A row of minus signs is read in a loop: recursion as deep as the query is long would end the process.
        var negated = false;
        while (Current.Kind == QueryTokenKind.Not)
        {
            negated = !negated;
            _next++;
            if (IsEndOfPart() || Current.Kind is QueryTokenKind.And or QueryTokenKind.Near)
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

    private bool IsEndOfPart() => Current.Kind is QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.Or;
}
