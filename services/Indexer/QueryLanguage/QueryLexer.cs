using System.Globalization;

namespace Ingest.Indexer.QueryLanguage;

/// <summary>Takes a query apart. Never fails: what it cannot read it notes as <see cref="Problem"/>.</summary>
/// <param name="text">The query.</param>
/// <param name="capitalsAreWords">Whether AND, OR, NOT and NEAR are words like others.</param>
internal sealed class QueryLexer(string text, bool capitalsAreWords)
{
    /// <summary>Words that may stand between those of a plain NEAR.</summary>
    public const int DefaultBetween = 10;

    private const int MostBetween = 1000;

    private int _position;

    /// <summary>What was wrong first, as a sentence's beginning; null when nothing was.</summary>
    public string? Problem { get; private set; }

    /// <summary>Something with a colon that is no field; null when there was none.</summary>
    public string? Mistaken { get; private set; }

    public List<QueryToken> Read()
    {
        var tokens = new List<QueryToken>();
        while (true)
        {
            while (_position < text.Length && char.IsWhiteSpace(text[_position]))
            {
                _position++;
            }

            if (_position >= text.Length)
            {
                tokens.Add(new QueryToken(QueryTokenKind.End));
                return tokens;
            }

            Next(tokens);
        }
    }

    private void Next(List<QueryToken> tokens)
    {
        switch (text[_position])
        {
            case '(':
                _position++;
                tokens.Add(new QueryToken(QueryTokenKind.Open));
                break;
            case ')':
                _position++;
                tokens.Add(new QueryToken(QueryTokenKind.Close));
                break;
            case '-' or '\u2212' when _position + 1 < text.Length && !char.IsWhiteSpace(text[_position + 1]):
                _position++;
                tokens.Add(new QueryToken(QueryTokenKind.Not));
                break;
            case '+' or '-' or '\u2212':
                // A plus before a word says what is so anyway; a lonely dash is punctuation.
                _position++;
                break;
            case var c when IsQuote(c):
                tokens.Add(ReadPhrase(null));
                break;
            default:
                ReadWord(tokens);
                break;
        }
    }

    private QueryToken ReadPhrase(string? field)
    {
        var start = ++_position;
        while (_position < text.Length && !IsQuote(text[_position]))
        {
            _position++;
        }

        if (_position >= text.Length)
        {
            Problem ??= "A quotation mark is not closed";
        }

        var phrase = text[start.._position];
        _position = Math.Min(_position + 1, text.Length);
        return new QueryToken(QueryTokenKind.Phrase, phrase, field, start, ReadBetween('~'));
    }

    /// <summary>A number after <paramref name="mark"/>; -1 without one.</summary>
    private int ReadBetween(char mark)
    {
        if (_position + 1 >= text.Length || text[_position] != mark || !char.IsAsciiDigit(text[_position + 1]))
        {
            return -1;
        }

        var start = ++_position;
        while (_position < text.Length && char.IsAsciiDigit(text[_position]))
        {
            _position++;
        }

        return Between(text.AsSpan(start, _position - start));
    }

    private void ReadWord(List<QueryToken> tokens)
    {
        var start = _position;
        while (_position < text.Length && !char.IsWhiteSpace(text[_position]) && text[_position] is not ('(' or ')') && !IsQuote(text[_position]))
        {
            _position++;
        }

        var run = text[start.._position];
        if (Operator(run) is { } token)
        {
            tokens.Add(token);
        }
        else if (!QueryFields.TrySplit(run, out var field, out var value))
        {
            Mistaken ??= QueryFields.Mistaken(run);
            tokens.Add(Word(run, null, start));
        }
        else if (value.Length > 0)
        {
            tokens.Add(Word(value, field, _position - value.Length));
        }
        else if (_position < text.Length && IsQuote(text[_position]))
        {
            tokens.Add(ReadPhrase(field));
        }
        else if (_position < text.Length && text[_position] == '(')
        {
            _position++;
            tokens.Add(new QueryToken(QueryTokenKind.Open, Field: field));
        }
        else
        {
            Problem ??= $"“{field}:” has no value";
        }
    }

    private QueryToken? Operator(string run) => capitalsAreWords ? null : run switch
    {
        "AND" or "&&" => new QueryToken(QueryTokenKind.And),
        "OR" or "||" => new QueryToken(QueryTokenKind.Or),
        "NOT" => new QueryToken(QueryTokenKind.Not),
        "NEAR" => new QueryToken(QueryTokenKind.Near, Between: DefaultBetween),
        ['N', 'E', 'A', 'R', '/', .. var number] when number.Length > 0 && number.All(char.IsAsciiDigit) => new QueryToken(QueryTokenKind.Near, Between: Between(number)),
        _ => null,
    };

    private static int Between(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var between) ? Math.Min(between, MostBetween) : MostBetween;

    private QueryToken Word(string word, string? field, int start)
    {
        var trimmed = word.TrimEnd('*');
        if (trimmed.Length == 0)
        {
            Problem ??= "A * needs the beginning of a word before it";
        }
        else if (trimmed.Contains('*', StringComparison.Ordinal))
        {
            Problem ??= "A * can only stand at the end of a word";
        }

        return new QueryToken(trimmed.Length < word.Length ? QueryTokenKind.Prefix : QueryTokenKind.Word, trimmed, field, start);
    }

    private static bool IsQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB';
}
