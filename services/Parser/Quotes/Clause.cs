namespace Ingest.Parser.Quotes;

/// <summary>The words between a quotation and the end or beginning of its sentence.</summary>
internal sealed class Clause
{
    private const int MostWords = 30;

    private readonly string _text;
    private readonly List<ClauseWord> _words = new(16);

    private Clause(string text) => _text = text;

    public int Count => _words.Count;

    /// <summary>Where the clause ends, behind its full stop.</summary>
    public int End { get; private set; }

    /// <summary>Whether nothing stands before it in its sentence but a quotation.</summary>
    public bool AtSentenceStart { get; private set; }

    /// <summary>Whether its last mark is a colon or comma.</summary>
    public bool EndsWithMark { get; private set; }

    public ReadOnlySpan<char> this[int index] => _text.AsSpan(_words[index].Start, _words[index].End - _words[index].Start);

    public bool Comma(int index) => _words[index].Comma;

    public string Text(int from, int to) => _text[_words[from].Start.._words[to].End];

    public int StartOf(int index) => _words[index].Start;

    /// <summary>From behind a quotation to the end of the sentence, the next quotation or the paragraph.</summary>
    public static Clause After(string text, int from)
    {
        var clause = new Clause(text) { AtSentenceStart = from > 1 && text[from - 2] == '.' };
        clause.End = clause.Read(from, text.Length);
        return clause;
    }

    /// <summary>From the beginning of the sentence, or behind the quotation before, to a quotation.</summary>
    public static Clause Before(string text, int to, int notBefore)
    {
        var start = to;
        while (start > notBefore && !IsStop(text, start - 1))
        {
            start--;
        }

        var clause = new Clause(text) { AtSentenceStart = start == 0 || start > notBefore, End = to };
        clause.Read(start, to);
        clause.EndsWithMark = text.AsSpan(start, to - start).TrimEnd() is [.., ':' or ',' or '-' or '—' or '–'];
        return clause;
    }

    private int Read(int from, int to)
    {
        var comma = false;
        for (var i = from; i < to;)
        {
            var c = _text[i];
            if (char.IsLetterOrDigit(c))
            {
                var start = i;
                while (i < to && (char.IsLetterOrDigit(_text[i]) || (_text[i] is '-' or '\'' or '’' && i + 1 < to && char.IsLetter(_text[i + 1]))))
                {
                    i++;
                }

                i += i < to && _text[i] == '.' && IsAbbreviation(_text, start, i) ? 1 : 0;
                _words.Add(new ClauseWord(start, i, comma));
                comma = false;
                if (_words.Count >= MostWords)
                {
                    return i;
                }

                continue;
            }

            if (IsStop(_text, i) || c is '"' or '“' or '„' or '«' or ';' || (c is '”' or '»' && i > from))
            {
                return i;
            }

            comma |= c is ',' or ':' or '—' or '–' or '(' or ')' || (c == '-' && i + 1 < to && _text[i + 1] == ' ');
            i++;
        }

        return to;
    }

    private static bool IsStop(string text, int at) => text[at] switch
    {
        '\n' or '!' or '?' or '…' => true,
        '.' => !IsAbbreviation(text, WordStart(text, at), at),
        _ => false,
    };

    private static int WordStart(string text, int at)
    {
        while (at > 0 && char.IsLetterOrDigit(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    /// <summary>An initial, or a short title: its point ends no sentence.</summary>
    private static bool IsAbbreviation(string text, int start, int point) =>
        (point - start == 1 && char.IsUpper(text[start])) || (point - start is > 0 and <= 4 && NameWords.IsTitle(text.AsSpan(start, point - start))) ||
        (point + 1 < text.Length && char.IsLetterOrDigit(text[point + 1]));
}
