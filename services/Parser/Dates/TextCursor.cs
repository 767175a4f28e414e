namespace Ingest.Parser.Dates;

/// <summary>A position in a text, and the few steps that reading dates takes.</summary>
internal ref struct TextCursor(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    public int At { get; set; }

    public readonly ReadOnlySpan<char> Rest => _text[At..];

    public readonly char Peek => At < _text.Length ? _text[At] : '\0';

    public readonly bool AtEnd => At >= _text.Length;

    public void SkipSpaces()
    {
        while (At < _text.Length && char.IsWhiteSpace(_text[At]))
        {
            At++;
        }
    }

    /// <summary>Steps over one of <paramref name="characters"/> when it is next.</summary>
    public bool Skip(scoped ReadOnlySpan<char> characters)
    {
        if (At < _text.Length && characters.Contains(_text[At]))
        {
            At++;
            return true;
        }

        return false;
    }

    /// <summary>Steps over a word (case aside) that ends there.</summary>
    public bool SkipWord(string word)
    {
        if (!Rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) ||
            (Rest.Length > word.Length && char.IsLetterOrDigit(word[^1]) && char.IsLetter(Rest[word.Length])))
        {
            return false;
        }

        At += word.Length;
        return true;
    }

    /// <summary>All digits that come next; the value only when there are at most nine.</summary>
    public (int Value, int Digits) Number()
    {
        int start = At, value = 0;
        while (At < _text.Length && char.IsAsciiDigit(_text[At]))
        {
            value = At - start < 9 ? (value * 10) + _text[At] - '0' : value;
            At++;
        }

        return (value, At - start);
    }

    /// <summary>All letters that come next.</summary>
    public ReadOnlySpan<char> Word()
    {
        var start = At;
        while (At < _text.Length && char.IsLetter(_text[At]))
        {
            At++;
        }

        return _text[start..At];
    }
}
