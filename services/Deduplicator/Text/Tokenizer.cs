using System.Text;

namespace Ingest.Deduplicator.Text;

/// <summary>
/// Cuts a text into words: runs of letters and digits, lower case, without apostrophes; <c>1,234.50</c> is one word, as
/// <c>1234.50</c>. Scripts without spaces give a word for each two neighbouring characters.
/// </summary>
/// <remarks>Punctuation, spacing, hyphens at line ends and typographic variants are what differs between two papers' copies of a story.</remarks>
internal ref struct Tokenizer
{
    private const int TokenShift = 8;

    // Lists that grew once serve all texts of a thread.
    [ThreadStatic]
    private static (List<uint> Tokens, List<uint> Numbers)? _buffers;

    private readonly ReadOnlySpan<char> _text;
    private readonly int _limit;
    private readonly List<(int Start, int End)>? _offsets;
    private readonly List<uint> _tokens;
    private readonly List<uint> _numbers;
    private GramReader _grams;
    private QuotationTracker _quotations;
    private ulong _high = WordHash.Seed;
    private ulong _low;
    private readonly int _datelineEnd;
    private int _words;

    private static (List<uint> Tokens, List<uint> Numbers) Buffers => _buffers ??= ([], []);

    private Tokenizer(ReadOnlySpan<char> text, int limit, bool withOffsets, bool withGrams)
    {
        _text = text;
        _limit = limit;
        _datelineEnd = DatelineNumbers.EndIn(text);
        (_tokens, _numbers) = Buffers;
        _tokens.Clear();
        _numbers.Clear();
        _offsets = withOffsets ? [] : null;
        _quotations = new QuotationTracker();
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
            switch (Characters.KindOf(_text[i]))
            {
                case CharacterKind.Letter or CharacterKind.Digit:
                    i = ReadWord(i);
                    break;
                case CharacterKind.Spaceless:
                    i = ReadGrams(i);
                    break;
                case CharacterKind.Quote:
                    _quotations.See(_text[i++], _tokens.Count);
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

    private int ReadWord(int start)
    {
        var text = _text;
        var letters = _grams.Rest;
        var (hash, i, read) = (WordHash.Seed, start, 0);
        for (; i < text.Length; i++)
        {
            // Most letters are plain ones, and need no look at what stands around them.
            var letter = Characters.PlainLetter(text[i]);
            if (letter == '\0')
            {
                var kind = Characters.KindOf(text[i]);
                if (kind is not (CharacterKind.Letter or CharacterKind.Digit))
                {
                    if (kind != CharacterKind.Invisible && !(kind == CharacterKind.Apostrophe && FollowsLetter(i)))
                    {
                        if (!IsInNumber(i, out var decimals))
                        {
                            break;
                        }

                        hash = decimals ? WordHash.Add(hash, '.') : hash;
                    }

                    continue;
                }

                letter = Characters.Fold(text[i]);
            }

            hash = WordHash.Add(hash, letter);
            if ((uint)read < (uint)letters.Length)
            {
                letters[read++] = letter;
            }
        }

        _grams.Advance(read);
        Emit(hash, start, i, isNumber: Characters.KindOf(text[start]) == CharacterKind.Digit);
        return i;
    }

    private readonly bool FollowsLetter(int i) => i + 1 < _text.Length && Characters.KindOf(_text[i + 1]) == CharacterKind.Letter;

    /// <summary>Whether a point or comma stands within a number; one with three digits after it parts thousands and says nothing.</summary>
    private readonly bool IsInNumber(int i, out bool decimals)
    {
        decimals = false;
        if (_text[i] is not ('.' or ',') || Characters.KindOf(_text[i - 1]) != CharacterKind.Digit)
        {
            return false;
        }

        var digits = 0;
        while (digits < 4 && i + 1 + digits < _text.Length && Characters.KindOf(_text[i + 1 + digits]) == CharacterKind.Digit)
        {
            digits++;
        }

        decimals = digits != 3;
        return digits > 0;
    }

    private int ReadGrams(int start)
    {
        var end = start + 1;
        while (end < _text.Length && Characters.KindOf(_text[end]) is CharacterKind.Spaceless)
        {
            end++;
        }

        if (end == start + 1)
        {
            Emit(WordHash.Add(WordHash.Seed, _text[start]), start, end, isNumber: false);
        }

        for (var i = start; i < end && _tokens.Count < _limit; i++)
        {
            _grams.Add(_text[i]);
        }

        for (var i = start; i + 1 < end; i++)
        {
            Emit(WordHash.Add(WordHash.Add(WordHash.Seed, _text[i]), _text[i + 1]), i, i + 2, isNumber: false);
        }

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
            _quotations.EndParagraph(_tokens.Count);
        }

        return i;
    }

    private void Emit(ulong hash, int start, int end, bool isNumber)
    {
        var word = WordHash.Finish(hash);
        _words++;
        // Two independent running hashes make an identity of 128 bits; the low one depends on the position as well.
        _high = (ulong.RotateLeft(_high, 5) ^ word) * 0x9E3779B97F4A7C15;
        _low = ulong.RotateLeft(_low, 23) + (word * (((ulong)_words * 2) + 1));
        if (_tokens.Count == _limit)
        {
            return;
        }

        // 24 bits tell a text's words apart, and take three bytes in the store.
        _tokens.Add((uint)word >> TokenShift);
        _offsets?.Add((start, end));
        if (isNumber && start >= _datelineEnd)
        {
            _numbers.Add((uint)word >> TokenShift);
        }
    }

    private TokenizedText Finish()
    {
        var numbers = _numbers.ToArray();
        numbers.AsSpan().Sort();
        numbers = numbers[..Sketching.Shingles.Distinct(numbers)];
        return new TokenizedText
        {
            Tokens = [.. _tokens],
            Words = _words,
            Identity = (WordHash.Finish(_high), WordHash.Finish(_low)),
            Numbers = numbers,
            Grams = _grams.Finish(),
            Quotations = _quotations.Finish(_tokens.Count),
            Offsets = _offsets?.ToArray() ?? [],
        };
    }
}
