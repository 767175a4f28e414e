using System.Runtime.CompilerServices;
using System.Text;

namespace Ingest.Deduplicator.Text;

/// <summary>
/// Cuts a text into words: runs of letters and digits, lower case, without apostrophes; <c>1,234.50</c> is one word, as
/// <c>1234.50</c>. Scripts without spaces give a word for each two neighbouring characters.
/// </summary>
/// <remarks>Punctuation, spacing, hyphens at line ends and typographic variants are what differs between two papers' copies of a story.</remarks>
internal ref struct Tokenizer
{
    private const int HashBits = 16;

    private const int ThousandsDigits = 3;

    // Buffers that grew once serve all texts of a thread.
    [ThreadStatic]
    private static uint[]? _buffer;

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<uint> _tokens;
    private readonly List<(int Start, int End)>? _offsets;
    private readonly int _datelineEnd;
    private GramReader _grams;
    private QuotationTracker _quotations;
    private List<uint>? _numbers;
    private ulong _high;
    private ulong _low;
    private int _count;
    private int _words;
    private int _odd;
    private ulong _runs;

    private Tokenizer(ReadOnlySpan<char> text, int limit, bool withOffsets, bool withGrams)
    {
        _text = text;
        var most = Math.Min(limit, text.Length);
        if (_buffer is null || _buffer.Length < most)
        {
            _buffer = new uint[Math.Max(most, 1024)];
        }

        _tokens = _buffer.AsSpan(0, most);
        _datelineEnd = DatelineNumbers.EndIn(text);
        _offsets = withOffsets ? [] : null;
        _grams = new GramReader(withGrams ? text.Length : 0);
    }

    /// <summary>
    /// The text in the form that is tokenised: composed characters, so that the same word is the same whatever system wrote it.
    /// A text that is not valid Unicode stays as it is.
    /// </summary>
    public static string Compose(string text)
    {
        try
        {
            return Ascii.IsValid(text) || text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>Tokenises what <see cref="Compose"/> gave.</summary>
    public static TokenizedText Read(ReadOnlySpan<char> text, int limit, bool withOffsets = false, bool withGrams = false)
    {
        var tokenizer = new Tokenizer(text, limit, withOffsets, withGrams);
        tokenizer.Run();
        return tokenizer.Finish();
    }

    private void Run()
    {
        for (var i = 0; i < _text.Length;)
        {
            if (ReadPlainWord(i) is var length and > 0)
            {
                i += length;
                continue;
            }

            switch (Characters.KindOf(_text[i]))
            {
                case CharacterKind.Letter or CharacterKind.Digit:
                    i = ReadWord(i);
                    break;
                case CharacterKind.Spaceless:
                    i = ReadGrams(i);
                    break;
                case CharacterKind.Quote:
                    _quotations.See(_text[i++], _count);
                    break;
                case CharacterKind.LineEnd:
                    i = ReadLineEnds(i);
                    break;
                default:
                    i++;
                    break;
            }
        }
    }

    /// <summary>The word of plain letters that begins there and ends before what ends every word; its length, or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReadPlainWord(int start)
    {
        var text = _text[start..];
        return text.Length < PlainWord.Window ? ReadLastPlainWord(start) : TakePlainWord(text, start);
    }

    private int ReadLastPlainWord(int start)
    {
        // What is missing is no letter.
        Span<char> text = stackalloc char[PlainWord.Window];
        text.Clear();
        _text[start..].CopyTo(text);
        return TakePlainWord(text, start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int TakePlainWord(scoped ReadOnlySpan<char> text, int start)
    {
        var word = PlainWord.At(text);
        if (word.Length is 0 or >= PlainWord.Window
            || Characters.KindOf(text[word.Length]) is not (CharacterKind.Other or CharacterKind.LineEnd or CharacterKind.Quote))
        {
            return 0;
        }

        _grams.Add(word);
        _odd += word.Length == 1 && OddWords.IsLone(_text, start) ? 1 : 0;
        _odd += text[word.Length] != ' ' && OddWords.IsBroken(_text, start + word.Length) ? 1 : 0;
        var shape = WordShape.OfPlain(text[0], text[word.Length - 1], word.Length);
        Emit(word.Hash(), shape, start, start + word.Length, isNumber: false);
        return word.Length;
    }

    private int ReadWord(int start)
    {
        var text = _text;
        var word = new WordBuffer();
        var i = start;
        for (; i < text.Length; i++)
        {
            var kind = Characters.KindOf(text[i]);
            if (kind is CharacterKind.Letter or CharacterKind.Digit)
            {
                var letter = Characters.Fold(text[i]);
                word.Add(letter);
                _grams.Add(letter);
            }
            else if (kind != CharacterKind.Invisible && !(kind == CharacterKind.Apostrophe && FollowsLetter(i)))
            {
                if (!IsInNumber(i, out var decimals))
                {
                    break;
                }

                if (decimals)
                {
                    word.Add('.');
                }
            }
        }

        _odd += OddWords.IsMixed(text[start..i]) || OddWords.IsBroken(text, i) ? 1 : 0;
        Emit(word.Hash(), word.Shape, start, i, isNumber: Characters.KindOf(text[start]) == CharacterKind.Digit);
        return i;
    }

    private readonly bool FollowsLetter(int i) => i + 1 < _text.Length && Characters.KindOf(_text[i + 1]) == CharacterKind.Letter;

    /// <summary>Whether a point or comma stands within a number; one with three digits after it parts thousands and says nothing.</summary>
    private readonly bool IsInNumber(int i, out bool decimals)
    {
        decimals = false;
        // Houses part thousands by points, commas, blanks that do not break, and apostrophes; a year stands before such a blank as well.
        var parts = _text[i] is '\u00A0' or '\u202F' or '\u2009' or '\'' or '\u2019'
            && (i <= ThousandsDigits || Characters.KindOf(_text[i - ThousandsDigits - 1]) != CharacterKind.Digit);
        if (!(parts || _text[i] is '.' or ',') || Characters.KindOf(_text[i - 1]) != CharacterKind.Digit)
        {
            return false;
        }

        var digits = 0;
        while (digits < 4 && i + 1 + digits < _text.Length && Characters.KindOf(_text[i + 1 + digits]) == CharacterKind.Digit)
        {
            digits++;
        }

        decimals = digits != ThousandsDigits;
        return parts ? !decimals : digits > 0;
    }

    private int ReadGrams(int start)
    {
        var end = start + 1;
        while (end < _text.Length && Characters.KindOf(_text[end]) is CharacterKind.Spaceless)
        {
            end++;
        }

        for (var i = start; i < end && _count < _tokens.Length; i++)
        {
            _grams.Add(_text[i]);
        }

        if (end == start + 1)
        {
            EmitSpaceless(start, 1);
        }

        for (var i = start; i + 1 < end; i++)
        {
            EmitSpaceless(i, 2);
        }

        // Two runs may have the words of one ("ABC", "AB BC") and other letters.
        _runs = (ulong.RotateLeft(_runs, 7) ^ (uint)_words) * 0x9E3779B97F4A7C15;
        return end;
    }

    private int ReadLineEnds(int i)
    {
        var lines = 0;
        for (; i < _text.Length && (Characters.KindOf(_text[i]) == CharacterKind.LineEnd || _text[i] == ' '); i++)
        {
            lines += _text[i] == '\n' ? 1 : 0;
        }

        if (lines > 1)
        {
            _quotations.EndParagraph(_count);
        }

        return i;
    }

    private void EmitSpaceless(int start, int length)
    {
        var hash = WordHash.Of(_text.Slice(start, length));
        Emit(hash, WordShape.OfSpaceless(hash), start, start + length, isNumber: false);
    }

    private void Emit(ulong word, uint shape, int start, int end, bool isNumber)
    {
        _words++;
        // Two independent running hashes make an identity of 128 bits; the low one depends on the position as well.
        _high = (ulong.RotateLeft(_high, 5) ^ word) * 0x9E3779B97F4A7C15;
        _low = ulong.RotateLeft(_low, 23) + (word * (((ulong)_words * 2) + 1));
        if (_count == _tokens.Length)
        {
            return;
        }

        // 16 bits of the hash and eight of the shape tell a text's words apart, and take three bytes in the store.
        var token = (shape << HashBits) | ((uint)word >> HashBits);
        _tokens[_count++] = token;
        _offsets?.Add((start, end));
        if (isNumber && start >= _datelineEnd)
        {
            (_numbers ??= []).Add(token);
        }
    }

    private TokenizedText Finish()
    {
        uint[] numbers = _numbers is null ? [] : [.. _numbers];
        numbers.AsSpan().Sort();
        numbers = numbers[..Sketching.Shingles.Distinct(numbers)];
        var (grams, phrases) = _grams.Finish();
        return new TokenizedText
        {
            Tokens = _tokens[.._count].ToArray(),
            Words = _words,
            Identity = (WordHash.Finish(_high), WordHash.Finish(_low ^ _runs)),
            Numbers = numbers,
            Grams = grams,
            Phrases = phrases,
            LooksMisread = OddWords.LookMisread(_odd, _words),
            Quotations = _quotations.Finish(_count),
            Offsets = _offsets?.ToArray() ?? [],
        };
    }
}
