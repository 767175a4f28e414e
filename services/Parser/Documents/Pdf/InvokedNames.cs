using System.Globalization;
using System.Text;

namespace Ingest.Parser.Documents.Pdf;

/// <summary>
/// The names in a content stream that a Do may draw. Strings, comments and pictures in the stream are not told apart, so that
/// nothing hides in them: a name too many costs nothing unless a form of this name leads back to itself.
/// </summary>
internal static class InvokedNames
{
    /// <summary>Operators that take the name in front of them, so that no Do does.</summary>
    private static readonly HashSet<string> Others = new(["Tf", "gs", "cs", "CS", "scn", "SCN", "sh", "ri", "BMC", "BDC", "MP", "DP"], StringComparer.Ordinal);

    public static List<string> Of(ReadOnlySpan<byte> content)
    {
        var names = new List<string>();
        if (content.IndexOf("Do"u8) < 0)
        {
            return names;
        }

        for (var at = 0; content[at..].IndexOf((byte)'/') is var found and >= 0;)
        {
            at += found + 1;
            var end = End(content, at);
            var next = Word(content, end, out var after);
            if (double.TryParse(next, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            {
                next = Word(content, after, out _);
            }

            if (!Others.Contains(next))
            {
                names.Add(Decoded(content[at..end]));
            }

            at = end;
        }

        return names;
    }

    /// <summary>The word behind the white space from <paramref name="at"/> on.</summary>
    private static string Word(ReadOnlySpan<byte> content, int at, out int end)
    {
        while (at < content.Length && IsSpace(content[at]))
        {
            at++;
        }

        end = End(content, at);
        return end - at > 32 ? "" : Encoding.Latin1.GetString(content[at..end]);
    }

    private static int End(ReadOnlySpan<byte> content, int at)
    {
        while (at < content.Length && !IsSpace(content[at]) && !"()<>[]{}/%"u8.Contains(content[at]))
        {
            at++;
        }

        return at;
    }

    private static string Decoded(ReadOnlySpan<byte> name)
    {
        var text = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '#' && i + 2 < name.Length && byte.TryParse(name.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                i += 2;
            }
            else
            {
                text.Append((char)name[i]);
            }
        }

        return text.ToString();
    }

    private static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;
}
