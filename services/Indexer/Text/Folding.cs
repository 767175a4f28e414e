using Lucene.Net.Analysis.Miscellaneous;

namespace Ingest.Indexer.Text;

/// <summary>Lower case without accents, character by character.</summary>
internal static class Folding
{
    [ThreadStatic]
    private static char[]? _single;

    /// <summary>Appends the folded character; returns the new length.</summary>
    public static int Append(char c, char[] target, int length)
    {
        if (c < 128)
        {
            target[length] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
            return length + 1;
        }

        if (c is >= '\u0300' and <= '\u036F')
        {
            // An accent that has no composed form with its letter.
            return length;
        }

        var lower = char.ToLowerInvariant(c);
        if (lower == '\u0451')
        {
            // Russian prints ё as е as a rule.
            target[length] = '\u0435';
            return length + 1;
        }

        // The table covers Latin letters, digits in circles and full-width forms; other scripts pass unchanged.
        if (lower is > '\u024F' and < '\u1D00' or > '\u2E7F' and < '\uFB00')
        {
            target[length] = lower;
            return length + 1;
        }

        _single ??= new char[1];
        _single[0] = lower;
        return ASCIIFoldingFilter.FoldToASCII(_single, 0, target, length, 1);
    }

    /// <summary>Case folding for values that are compared whole, such as a source's name.</summary>
    public static string Keyword(string value)
    {
        var text = WordScanner.Prepare(value.Trim());
        var buffer = new char[(text.Length * 4) + 1];
        var length = 0;
        foreach (var c in text)
        {
            length = Append(c, buffer, length);
        }

        // Lucene refuses terms above 32,766 bytes, and the article with them.
        return new string(buffer, 0, Math.Min(length, 8000));
    }
}
