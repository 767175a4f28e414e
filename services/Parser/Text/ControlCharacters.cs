using System.Buffers;
using System.Text;

namespace Ingest.Parser.Text;

/// <summary>Takes out what is no text: control characters but tab, line ends and form feed, and stray byte order marks.</summary>
internal static class ControlCharacters
{
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Where(c => c is not ('\t' or '\n' or '\r' or '\f')),
         .. Enumerable.Range(0x7F, 0x21).Select(code => (char)code).Where(c => c != '\u0085'), '\uFEFF', '\uFFFE', '\uFFFF']);

    /// <summary>The same string when there is nothing to take out.</summary>
    public static string Remove(string text)
    {
        var first = text.AsSpan().IndexOfAny(Unwanted);
        if (first < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        for (var at = first; at >= 0; at = rest.IndexOfAny(Unwanted))
        {
            clean.Append(rest[..at]);
            // A C1 control in a text is a character of Windows-1252 that somebody took for Latin-1.
            if (rest[at] is >= '\u0080' and <= '\u009F' && Windows1252.Of(rest[at]) is var meant && !char.IsControl(meant))
            {
                clean.Append(meant);
            }

            rest = rest[(at + 1)..];
        }

        return clean.Append(rest).ToString();
    }
}
