using System.Text;

namespace Ingest.Indexer.Snippets;

/// <summary>Cuts a passage out of a text, at sentences or words, into one line.</summary>
internal static class Passage
{
    private const int Lead = 60;

    /// <summary>The passage of about <paramref name="length"/> characters with the place <paramref name="match"/> in it.</summary>
    public static string Cut(string text, int match, int length)
    {
        var start = Beginning(text, match);
        var end = End(text, start, length);
        var passage = new StringBuilder(length + 2);
        if (start > 0)
        {
            passage.Append("… ");
        }

        var blank = true;
        foreach (var c in text.AsSpan(start, end - start))
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                passage.Append(blank ? "" : " ");
                blank = true;
            }
            else
            {
                passage.Append(c);
                blank = false;
            }
        }

        var line = passage.ToString().TrimEnd();
        return end < text.Length ? line + " …" : line;
    }

    /// <summary>The sentence's or paragraph's beginning where it is near, else some words before.</summary>
    private static int Beginning(string text, int match)
    {
        if (match <= Lead)
        {
            return 0;
        }

        var word = match;
        for (var i = match - 1; i >= match - Lead; i--)
        {
            if (text[i] == '\n' || (text[i] is '.' or '!' or '?' && char.IsWhiteSpace(text[i + 1])))
            {
                return i + 1;
            }

            word = char.IsWhiteSpace(text[i]) ? i + 1 : word;
        }

        return word;
    }

    private static int End(string text, int start, int length)
    {
        if (text.Length - start <= length)
        {
            return text.Length;
        }

        var end = start + length;
        for (var i = end; i > end - 40; i--)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                return i;
            }
        }

        // Text without spaces; never half a surrogate pair.
        return char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }
}
