namespace Ingest.Indexer.Query;

/// <summary>
/// Reads a query: words are all wanted, <c>OR</c> and parentheses group, <c>-</c> and <c>NOT</c> exclude, <c>field:</c> limits,
/// <c>word*</c> is a prefix. A malformed query is read as plain words, with the reason.
/// </summary>
internal sealed class QueryReader
{
    private const int MaxDepth = 32;
    private const int MaxTokens = 256;
    private const int MaxLength = 4096;

    private readonly List<QueryToken> _tokens;
    private int _at;

    private QueryReader(List<QueryToken> tokens) => _tokens = tokens;

    /// <summary>The query, and a sentence when it was not well formed.</summary>
    public static (QueryNode Query, string? Explanation) Read(string text)
    {
        try
        {
            if (text.Length > MaxLength)
            {
                throw new QuerySyntaxException($"The query is longer than {MaxLength} characters.");
            }

            var tokens = QueryTokenizer.Read(text);
            if (tokens.Count > MaxTokens)
            {
                throw new QuerySyntaxException($"The query has more than {MaxTokens} parts.");
            }

            return (tokens.Count == 0 ? new QueryNode.All() : new QueryReader(tokens).ReadAll(), null);
        }
        catch (QuerySyntaxException exception)
        {
            return (Words(text), $"{exception.Message} The query was read as plain words.");
        }
    }

    private static QueryNode Words(string text)
    {
        var words = new string([.. text.Take(MaxLength).Select(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '\'' or '’' ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word is not ("AND" or "OR" or "NOT"))
            .Take(MaxTokens)
            .Select(QueryNode (word) => new QueryNode.Text(null, word, IsPhrase: false, IsPrefix: false))
            .ToList();
        return words.Count == 0 ? new QueryNode.All() : new QueryNode.And(words);
    }

    private QueryNode ReadAll()
    {
        var query = ReadOr(0, null);
        return _at == _tokens.Count ? query : throw new QuerySyntaxException("A parenthesis is closed that was not opened.");
    }

    private QueryNode ReadOr(int depth, string? field)
    {
        if (depth > MaxDepth)
        {
            throw new QuerySyntaxException($"Parentheses are nested deeper than {MaxDepth}.");
        }

        var operands = new List<QueryNode> { ReadAnd(depth, field) };
        while (Take(QueryTokenKind.Or))
        {
            operands.Add(ReadAnd(depth, field));
        }

        return operands is [var only] ? only : new QueryNode.Or(operands);
    }

    private QueryNode ReadAnd(int depth, string? field)
    {
        var operands = new List<QueryNode> { ReadUnary(depth, field) };
        while (_at < _tokens.Count && _tokens[_at].Kind is not (QueryTokenKind.Or or QueryTokenKind.Close))
        {
            _ = Take(QueryTokenKind.And);
            operands.Add(ReadUnary(depth, field));
        }

        return operands is [var only] ? only : new QueryNode.And(operands);
    }

    private QueryNode ReadUnary(int depth, string? field)
    {
        var negations = 0;
        while (Take(QueryTokenKind.Not))
        {
            negations++;
        }

        var operand = ReadPrimary(depth, field);
        return negations % 2 == 1 ? new QueryNode.Not(operand) : operand;
    }

    private QueryNode ReadPrimary(int depth, string? field)
    {
        if (_at == _tokens.Count)
        {
            throw new QuerySyntaxException(_tokens is [.., { Kind: QueryTokenKind.Field, Text: var name }]
                ? $"There is nothing after '{name}:'."
                : $"There is nothing after '{_tokens[^1].Text}'.");
        }

        var token = _tokens[_at++];
        switch (token.Kind)
        {
            case QueryTokenKind.Field:
                return ReadPrimary(depth, token.Text);
            case QueryTokenKind.Phrase:
                return Leaf(field, token.Text, isPhrase: true);
            case QueryTokenKind.Word:
                return Leaf(field, token.Text, isPhrase: false);
            case QueryTokenKind.Open:
                var inner = ReadOr(depth + 1, field);
                return Take(QueryTokenKind.Close) ? inner : throw new QuerySyntaxException("A parenthesis is not closed.");
            default:
                throw new QuerySyntaxException($"'{token.Text}' stands where a word was expected.");
        }
    }

    private static QueryNode Leaf(string? field, string text, bool isPhrase)
    {
        if (field == "date")
        {
            return DayRange.Parse(text) is { } days
                ? new QueryNode.Days(days.From, days.To)
                : throw new QuerySyntaxException($"'{text}' is no date; write 2025-02-13, 2025-02, 2025 or 2025-02..2025-03.");
        }

        var isPrefix = !isPhrase && text.Length > 1 && text[^1] == '*';
        return new QueryNode.Text(field, isPrefix ? text[..^1] : text, isPhrase, isPrefix);
    }

    private bool Take(QueryTokenKind kind)
    {
        var matches = _at < _tokens.Count && _tokens[_at].Kind == kind;
        _at += matches ? 1 : 0;
        return matches;
    }
}
