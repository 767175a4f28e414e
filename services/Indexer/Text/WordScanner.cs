using System.Text;

namespace Ingest.Indexer.Text;

/// <summary>
/// Takes text apart into words, folded to lower case without accents. The one definition of a word for index, queries and
/// snippets: whatever is found was cut the same way.
/// </summary>
/// <remarks>
/// Words are runs of letters, marks and digits. A possessive <c>'s</c> is dropped and any other apostrophe divides (<c>l'économie</c>
/// is found by <c>économie</c>); initials join (<c>U.S.</c> is <c>us</c>); digits keep their point (<c>3.5</c>) and lose their thousands
/// comma. Scripts without spaces give overlapping pairs of characters, so that every word inside is found.
/// Rejected: Lucene's StandardTokenizer with filters for case, accents and pairs; it keeps possessives and elisions in one word, makes
/// one of <c>date:today</c>, and a snippet or a second field would have to run the whole chain again.
/// </remarks>
public sealed class WordScanner
{
    /// <summary>Longest word in characters; longer runs are cut into several.</summary>
    public const int LongestWord = 64;

    // A character can become up to four (ligatures).
    private readonly char[] _term = new char[(LongestWord + 2) * 4];
    private string _text = "";
    private int _position;
    private int _runEnd;
    private bool _pairing;
    private int _length;

    /// <summary>The folded word, valid until the next call of <see cref="Next"/>.</summary>
    public ReadOnlySpan<char> Term => _term.AsSpan(0, _length);

    /// <summary>Where the word begins in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends, exclusive.</summary>
    public int End { get; private set; }

    /// <summary>Whether the word is one or two characters of a script without spaces.</summary>
    public bool IsPair { get; private set; }

    /// <summary>Begins with a text; see <see cref="Prepare"/>.</summary>
    public void Reset(string text)
    {
        _text = text;
        _position = 0;
        _pairing = false;
    }

    /// <summary>Text in the composed form that the scanner expects: an accent is part of its letter.</summary>
    public static string Prepare(string text)
    {
        try
        {
            return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair: no character, but no reason to lose the article either.
            var repaired = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            return repaired.Normalize(NormalizationForm.FormC);
        }
    }

    /// <summary>Moves to the next word; false at the end.</summary>
    public bool Next()
    {
        while (true)
        {
            if (_pairing)
            {
                if (NextPair())
                {
                    return true;
                }

                continue;
            }

            while (_position < _text.Length && !WordCharacters.IsWord(_text, _position))
            {
                _position++;
            }

            if (_position >= _text.Length)
            {
                return false;
            }

            if (WordCharacters.IsUnspaced(_text[_position]))
            {
                _pairing = true;
                _runEnd = _position;
                while (_runEnd < _text.Length && WordCharacters.IsUnspaced(_text[_runEnd]))
                {
                    _runEnd++;
                }

                Start = -1;
                continue;
            }

            ReadWord();
            if (_length > 0)
            {
                return true;
            }
        }
    }

    private bool NextPair()
    {
        // Start is -1 before the run's first pair. A run of one character is a word of its own.
        var first = Start < 0;
        if (_runEnd - _position < 2 && !(first && _runEnd > _position))
        {
            _position = _runEnd;
            _pairing = false;
            return false;
        }

        Start = _position;
        End = Math.Min(_position + 2, _runEnd);
        _length = 0;
        for (var i = Start; i < End; i++)
        {
            _length = Folding.Append(_text[i], _term, _length);
        }

        IsPair = true;
        _position++;
        return true;
    }

    private void ReadWord()
    {
        Start = _position;
        IsPair = false;
        _length = PlainWord.Read(_text.AsSpan(_position), _term.AsSpan(0, LongestWord));
        if (_length > 0)
        {
            End = _position += _length;
            return;
        }

        End = _position;
        var initials = true;
        while (_position < _text.Length && _length < LongestWord)
        {
            var c = _text[_position];
            if (WordCharacters.IsWord(_text, _position) && !WordCharacters.IsUnspaced(c))
            {
                // The second half of a surrogate pair belongs to the same character.
                for (var width = char.IsHighSurrogate(c) ? 2 : 1; width > 0; width--)
                {
                    _length = Folding.Append(_text[_position++], _term, _length);
                }

                End = _position;
                initials = initials && IsInitial();
                _position += initials ? 1 : 0;
            }
            else if (WordCharacters.IsInvisible(c))
            {
                _position++;
            }
            else if (IsInNumber())
            {
                if (c == '.')
                {
                    _term[_length++] = '.';
                }

                _position++;
            }
            else
            {
                break;
            }
        }

        SkipPossessive();
    }

    /// <summary>After a single letter: does a point follow, and another single letter?</summary>
    private bool IsInitial()
    {
        if (_position >= _text.Length || _text[_position] != '.')
        {
            return false;
        }

        var next = _position + 1;
        var letterFollows = next < _text.Length && char.IsLetter(_text[next]) && !WordCharacters.IsUnspaced(_text[next]);
        return letterFollows && (next + 1 >= _text.Length || !WordCharacters.IsWord(_text, next + 1));
    }

    private bool IsInNumber() =>
        _text[_position] is '.' or ',' && _length > 0 && char.IsAsciiDigit(_term[_length - 1])
        && _position + 1 < _text.Length && char.IsAsciiDigit(_text[_position + 1]);

    private void SkipPossessive()
    {
        if (_position + 1 < _text.Length && _text[_position] is '\'' or '\u2019' && _text[_position + 1] is 's' or 'S'
            && (_position + 2 >= _text.Length || !WordCharacters.IsWord(_text, _position + 2)))
        {
            _position += 2;
        }
    }
}
