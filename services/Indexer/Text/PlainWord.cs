namespace Ingest.Indexer.Text;

/// <summary>Words of nothing but letters and digits of ASCII with nothing special behind them, which most are: read at once, without a question for each character.</summary>
internal static class PlainWord
{
    /// <summary>Letters and digits folded, 0 for all else.</summary>
    private static readonly byte[] Folded = [.. Enumerable.Range(0, 128).Select(c => char.IsAsciiLetterOrDigit((char)c) ? (byte)char.ToLowerInvariant((char)c) : (byte)0)];

    /// <summary>Reads the word with which <paramref name="text"/> begins; 0 when there is none, or one that needs a closer look.</summary>
    /// <param name="text">From the word on.</param>
    /// <param name="term">Takes it, folded.</param>
    public static int Read(ReadOnlySpan<char> text, Span<char> term)
    {
        var folded = Folded;
        var most = Math.Min(text.Length, term.Length);
        for (var length = 0; length < most; length++)
        {
            var c = text[length];
            if (c >= folded.Length)
            {
                return 0;
            }

            if (folded[c] == 0)
            {
                return length > 0 && Ends(c, term[length - 1], length) ? length : 0;
            }

            term[length] = (char)folded[c];
        }

        return 0;
    }

    /// <summary>An apostrophe can be part of the word, a point part of a number or of initials, a comma part of a number.</summary>
    private static bool Ends(char next, char last, int length) => next switch
    {
        '\'' => false,
        '.' => length > 1 && !char.IsAsciiDigit(last),
        ',' => !char.IsAsciiDigit(last),
        _ => true,
    };
}
