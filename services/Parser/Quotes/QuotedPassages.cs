using System.Buffers;

namespace Ingest.Parser.Quotes;

/// <summary>
/// Finds quotations by the pairs of marks that languages use. A paragraph that opens a quotation without closing it is continued by
/// the next when that opens with a mark too (each paragraph of a long quotation has an opening mark, the last a closing one).
/// </summary>
internal static class QuotedPassages
{
    private const int MostPassages = 200;
    private const int Longest = 4_000;
    private static readonly SearchValues<char> Openers = SearchValues.Create("\"“„«»”‘‹「");

    public static List<QuotedPassage> Find(string text)
    {
        var passages = new List<QuotedPassage>();
        for (var at = 0; at < text.Length && passages.Count < MostPassages;)
        {
            var next = text.AsSpan(at).IndexOfAny(Openers);
            if (next < 0)
            {
                break;
            }

            at += next;
            if (!Opens(text, at) || Read(text, at) is not { } passage)
            {
                at++;
                continue;
            }

            passages.Add(passage);
            at = passage.End;
        }

        return passages;
    }

    /// <summary>An opening mark stands before a word and not within or behind one.</summary>
    private static bool Opens(string text, int at) =>
        at + 1 < text.Length && (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '—' or '–' or '-' or ':' or ',' or '¿' or '¡' or '«' or '„' or '“') &&
        (text[at] == '«' ? text[at + 1] != '\n' : !char.IsWhiteSpace(text[at + 1]));

    private static QuotedPassage? Read(string text, int start)
    {
        List<string>? earlier = null;
        // Nothing is looked for farther off than a quotation may reach, or a paragraph of opening marks takes quadratic time.
        var reach = Math.Min(text.Length, start + Longest + 4);
        for (var open = start; ;)
        {
            var paragraphEnd = text.AsSpan(open, reach - open).IndexOf("\n\n") is var end and >= 0 ? open + end : reach;
            var inside = text.AsSpan(open + 1, paragraphEnd - open - 1);
            if (Close(text[open], inside) is var close and >= 0)
            {
                var last = Trimmed(inside[..close]);
                return close == 0 || open + close - start > Longest ? null
                    : new QuotedPassage(start, open + 1 + close + 1, earlier is null ? last : string.Join("\n\n", earlier.Append(last)));
            }

            var next = paragraphEnd + 2;
            if (next >= text.Length || text[next] != text[start] || next - start > Longest || inside.IsEmpty)
            {
                return null;
            }

            (earlier ??= []).Add(Trimmed(inside));
            open = next;
        }
    }

    private static string Trimmed(ReadOnlySpan<char> text) => text.Trim(" \u00A0\u202F").ToString();

    /// <summary>Where the quotation ends that <paramref name="open"/> begins, or -1.</summary>
    private static int Close(char open, ReadOnlySpan<char> inside)
    {
        for (var i = 0; i < inside.Length; i++)
        {
            var c = inside[i];
            var ends = open switch
            {
                '"' => c == '"',
                '“' => c is '”' or '"',
                '„' => c is '“' or '”' or '"',
                '«' => c == '»',
                '»' => c is '«' or '»',
                '”' => c == '”',
                '‘' => c == '’' && (i + 1 == inside.Length || !char.IsLetterOrDigit(inside[i + 1])) && i > 0 && !(inside[i - 1] is 's' && i + 1 < inside.Length && inside[i + 1] == ' '),
                '‹' => c == '›',
                _ => c == '」',
            };
            // Before a closing mark stands a word or a stop; a straight mark after a space opens another.
            if (ends && (open is not '"' || i == 0 || !char.IsWhiteSpace(inside[i - 1])))
            {
                return i;
            }

            if (c == open && open is '“' or '„' or '«')
            {
                return -1;
            }
        }

        return -1;
    }
}
