using System.Buffers;

namespace Ingest.Parser.Html.Body;

/// <summary>Tells running text from labels.</summary>
internal static class Prose
{
    private const int LeastLength = 50;

    /// <summary>Scripts without spaces say as much in a third of the characters.</summary>
    private const int LeastDense = 18;

    private static readonly SearchValues<char> Punctuation = SearchValues.Create(".,!?;:。，！？、؟،।…");

    /// <summary>Whether it reads as a sentence: long enough, and with the punctuation of one or much longer.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        var dense = IsDense(text);
        return text.Length >= (dense ? LeastDense : LeastLength) && (text.Length >= 140 || text.ContainsAny(Punctuation));
    }

    /// <summary>Written in a script whose words have no spaces between them.</summary>
    public static bool IsDense(ReadOnlySpan<char> text) =>
        text[..Math.Min(text.Length, 40)].IndexOfAnyInRange('\u3040', '\u9FFF') >= 0 || text[..Math.Min(text.Length, 40)].IndexOfAnyInRange('\u0E00', '\u0E7F') >= 0;

    /// <summary>Ends as a sentence does.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text) => text.TrimEnd("\"'”’»)]").TrimEnd() is [.., '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '।'];

    /// <summary>A measure of text that is fair to scripts without spaces.</summary>
    public static int Weight(ReadOnlySpan<char> text) => IsDense(text) ? text.Length * 3 : text.Length;
}
