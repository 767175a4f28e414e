using System.Text;

namespace Ingest.Parser.PlainText;

/// <summary>Joins two lines of a wrapped paragraph, also where a word was divided between them.</summary>
internal static class Hyphenation
{
    /// <summary>Appends what belongs between the text so far and <paramref name="next"/>: a space, nothing, or one hyphen less.</summary>
    /// <remarks>
    /// A hyphen at the end of a line is either the divider's or the word's own ("long-term"). It is taken out only when the joined
    /// word stands somewhere else in the same text; otherwise it stays, which harms nothing.
    /// </remarks>
    public static void AppendJoint(StringBuilder body, string text, ReadOnlySpan<char> next) =>
        AppendJoint(body, next, (left, right) => text.Contains(left + right, StringComparison.OrdinalIgnoreCase));

    /// <summary>As above, with another way to tell a divided word.</summary>
    /// <param name="body">The text so far.</param>
    /// <param name="next">What follows.</param>
    /// <param name="isDivided">Whether the hyphen between two parts is the divider's.</param>
    public static void AppendJoint(StringBuilder body, ReadOnlySpan<char> next, Func<string, string, bool> isDivided)
    {
        var last = body[^1];
        if (last == '\u00AD')
        {
            body.Length--;
            return;
        }

        if (last is not ('-' or '‐') || body.Length < 3 || !char.IsLetter(body[^2]) || !char.IsLower(next[0]))
        {
            body.Append(' ');
            return;
        }

        var start = body.Length - 2;
        while (start > 0 && char.IsLetter(body[start - 1]) && body.Length - start < 40)
        {
            start--;
        }

        var length = 0;
        while (length < next.Length && char.IsLetter(next[length]))
        {
            length++;
        }

        if (isDivided(body.ToString(start, body.Length - 1 - start), next[..length].ToString()))
        {
            body.Length--;
        }
    }
}
