using System.Text.RegularExpressions;

namespace Ingest.Deduplicator.Text;

/// <summary>The words of a title, for titles that are not the same: whether they may stand over one story.</summary>
internal sealed partial class TitleWords
{
    /// <summary>Share of the shorter title's words from which two titles are the same but for a slip of the pen.</summary>
    private const double SameButForASlip = 0.8;

    /// <summary>Share of the shorter title's words that two titles have in common when they are of one pattern.</summary>
    private const double OnePattern = 0.3;

    private readonly uint[] _words;
    private readonly uint[] _numbers;
    private readonly uint _first;

    private readonly string _firstWritten;

    private TitleWords(TokenizedText text, string first)
    {
        _firstWritten = first;
        _first = text.Words == 0 ? 0 : text.Tokens[0];
        _numbers = text.Numbers;
        _words = [.. text.Tokens.Except(text.Numbers).Order()];
    }

    /// <summary>
    /// Reads a title; a mark of a version before it is no part of it, nor is a time of day: it says when a bulletin was made.
    /// </summary>
    public static TitleWords Of(string title)
    {
        var (words, first) = Headline.WordsOf(TimeOfDay().Replace(title, " "));
        return new TitleWords(words, first);
    }

    /// <summary>
    /// Whether two titles name one subject: they begin with the same word, as headlines of short notices do with whom they are
    /// about, and share half of the shorter's words, or share nearly all; and no number contradicts. For short texts, which prove little by themselves.
    /// </summary>
    public bool NamesTheSame(TitleWords other) =>
        ShareWith(other) >= (_first == other._first ? 0.5 : SameButForASlip) &&
        Sketching.Shingles.Shared(_numbers, other._numbers) == Math.Min(_numbers.Length, other._numbers.Length);

    /// <summary>
    /// Whether every word of the title that its own short text has too is in the other article: these are whom and what it is about.
    /// "FRANKLIN INSURED" and "FRANKLIN PUERTO RICO" set two payouts.
    /// </summary>
    public bool IsCoveredBy(ReadOnlySpan<uint> tokens, TitleWords other, ReadOnlySpan<uint> otherTokens)
    {
        foreach (var word in _words)
        {
            if (tokens.Contains(word) && !otherTokens.Contains(word) && Array.BinarySearch(other._words, word) < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether two titles contradict each other: of one pattern, each beginning with a word that the other article does not have at
    /// all, and that is not the other one misread. "SHOWA ALUMINIUM ISSUES WARRANT BOND" and "NIPPON SHOKUBAI ISSUES WARRANT BOND" are two notices, however alike their texts.
    /// </summary>
    /// <param name="tokens">Words of this title's article.</param>
    /// <param name="other">The other title.</param>
    /// <param name="otherTokens">Words of the other article.</param>
    public bool Contradicts(ReadOnlySpan<uint> tokens, TitleWords other, ReadOnlySpan<uint> otherTokens) =>
        _first != 0 && other._first != 0 && _first != other._first && ShareWith(other) >= OnePattern &&
        !Array.Exists(other._words, word => word == _first) && !Array.Exists(_words, word => word == other._first) &&
        !otherTokens.Contains(_first) && !tokens.Contains(other._first) && !DiffersByAMisreadName(tokens, other, otherTokens);

    /// <summary>
    /// Whether two titles contradict each other where a scanner may have misread them: the words that they begin with are two words, not
    /// one with some letters wrong or cut off.
    /// </summary>
    /// <inheritdoc cref="Contradicts" path="/param"/>
    public bool ContradictsAsScan(ReadOnlySpan<uint> tokens, TitleWords other, ReadOnlySpan<uint> otherTokens) =>
        Contradicts(tokens, other, otherTokens) && !MisreadWord.IsOf(_firstWritten, other._firstWritten);

    /// <summary>
    /// Whether the words that two titles begin with are one that was misread or mistyped, as far as the articles can tell: one letter in four is another or one has an ending, and one of the two stands
    /// nowhere in its own article. "BELGIAN" and "HELGIAN PUBLIC DEBT RISES" are one; Iran and Iraq, each in its article, are two.
    /// </summary>
    private bool DiffersByAMisreadName(ReadOnlySpan<uint> tokens, TitleWords other, ReadOnlySpan<uint> otherTokens) =>
        !(tokens.Contains(_first) && otherTokens.Contains(other._first)) && MisreadWord.HasFewMisread(_firstWritten, other._firstWritten);

    private double ShareWith(TitleWords other)
    {
        var fewer = Math.Min(_words.Length, other._words.Length);
        return fewer == 0 ? 0 : Sketching.Shingles.Shared(_words, other._words) / (double)fewer;
    }

    [GeneratedRegex(@"\b\d{1,2}:\d{2}\b")]
    private static partial Regex TimeOfDay();
}
