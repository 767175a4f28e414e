using Ingest.Parser.Dates;
using Ingest.Parser.PlainText;

namespace Ingest.Parser.Documents;

/// <summary>The headline of a document by its layout: a heading, or the largest letters, above the first long paragraph.</summary>
/// <param name="Title">The headline on one line.</param>
/// <param name="Rule">What told it.</param>
/// <param name="Others">The other paragraphs in order.</param>
internal sealed record DocumentTitle(string Title, string Rule, IReadOnlyList<DocumentParagraph> Others)
{
    private const int Longest = 250;
    private const int LongestSmallPrint = 80;

    /// <summary>A paragraph of this length is the text itself, and the headline stands above the text.</summary>
    private const int LeastProse = 200;

    private const int MostAbove = 20;

    /// <summary>Headline letters are larger than the text's by this factor at least.</summary>
    private const double Larger = 1.15;

    /// <summary>The headline; null when the layout does not tell it.</summary>
    public static DocumentTitle? Find(IReadOnlyList<DocumentParagraph> paragraphs)
    {
        var above = Above(paragraphs);
        var best = Heading(paragraphs, above);
        var rule = best < 0 ? "layout:largest-letters" : paragraphs[best].Style is { } style ? "style:" + style : "layout:heading";
        best = best < 0 ? Largest(paragraphs, above) : best;
        if (best < 0)
        {
            best = Bold(paragraphs, above);
            rule = "layout:bold";
        }

        if (best < 0)
        {
            return null;
        }

        var count = 1 + Continued(paragraphs, best, above);
        var title = string.Join(' ', paragraphs.Skip(best).Take(count).Select(paragraph => paragraph.Text.Replace('\n', ' ').Replace('\t', ' ')));
        var others = new List<DocumentParagraph>(paragraphs.Count);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            // What stands above the headline and states nothing is the name of the paper or of a section, not a part of the text.
            if (i < best ? States(paragraphs[i]) || !IsSmallPrint(paragraphs[i]) : i >= best + count)
            {
                others.Add(paragraphs[i]);
            }
        }

        return new DocumentTitle(title, rule, others);
    }

    /// <summary>How many paragraphs may be above the text.</summary>
    private static int Above(IReadOnlyList<DocumentParagraph> paragraphs)
    {
        for (var i = 0; i < Math.Min(paragraphs.Count, MostAbove); i++)
        {
            if (paragraphs[i] is { Kind: ParagraphKind.Body or ParagraphKind.TableCell, HeadingLevel: 0 } paragraph && paragraph.Text.Length >= LeastProse)
            {
                return i;
            }
        }

        return Math.Min(paragraphs.Count, MostAbove);
    }

    private static int Heading(IReadOnlyList<DocumentParagraph> paragraphs, int above)
    {
        var best = -1;
        for (var i = 0; i < above; i++)
        {
            if (paragraphs[i].HeadingLevel > 0 && MayBe(paragraphs[i]) && (best < 0 || paragraphs[i].HeadingLevel < paragraphs[best].HeadingLevel))
            {
                best = i;
            }
        }

        return best;
    }

    private static int Largest(IReadOnlyList<DocumentParagraph> paragraphs, int above)
    {
        if (above == 0 || TextSize(paragraphs) is not { } size)
        {
            return -1;
        }

        var best = -1;
        for (var i = 0; i < above; i++)
        {
            if (paragraphs[i].FontSize is { } own && own >= size * Larger && MayBe(paragraphs[i]) && (best < 0 || own > paragraphs[best].FontSize + 0.5))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>The first bold paragraph above text that is not bold.</summary>
    private static int Bold(IReadOnlyList<DocumentParagraph> paragraphs, int above)
    {
        for (var i = 0; i < Math.Min(above, 4); i++)
        {
            if (paragraphs[i].Bold && MayBe(paragraphs[i]) && !Headline.EndsSentence(paragraphs[i].Text) && paragraphs.Skip(i + 1).Any(paragraph => !paragraph.Bold && paragraph.Text.Length > LongestSmallPrint))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The size that most characters have.</summary>
    private static double? TextSize(IReadOnlyList<DocumentParagraph> paragraphs)
    {
        var sizes = new Dictionary<double, long>();
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.FontSize is { } size)
            {
                size = Math.Round(size * 2) / 2;
                sizes[size] = sizes.GetValueOrDefault(size) + paragraph.Text.Length;
            }
        }

        return sizes.Count == 0 ? null : sizes.MaxBy(pair => pair.Value).Key;
    }

    private static bool MayBe(DocumentParagraph paragraph) =>
        paragraph.Kind is ParagraphKind.Body or ParagraphKind.TableCell && paragraph.Text.Length is > 2 and <= Longest && paragraph.Text.Any(char.IsLetter) && !States(paragraph);

    /// <summary>A headline set in several paragraphs of the same looks.</summary>
    private static int Continued(IReadOnlyList<DocumentParagraph> paragraphs, int best, int above)
    {
        var first = paragraphs[best];
        var count = 0;
        for (var i = best + 1; i < above && count < 3; i++, count++)
        {
            var next = paragraphs[i];
            var alike = first.HeadingLevel > 0
                ? next.HeadingLevel == first.HeadingLevel && next.Style == first.Style && char.IsLower(next.Text[0])
                : first.FontSize is { } size && next.FontSize is { } other && Math.Abs(size - other) < 0.3 && size > (TextSize(paragraphs) ?? size) * Larger;
            if (!alike || !MayBe(next) || first.Text.Length + next.Text.Length > Longest || first.Text[^1] is '.' or '?' or '!')
            {
                break;
            }
        }

        return count;
    }

    private static bool IsSmallPrint(DocumentParagraph paragraph) => paragraph.Text.Length <= LongestSmallPrint && !Headline.EndsSentence(paragraph.Text);

    /// <summary>A byline, a date, a labelled value: what the rules for headers read.</summary>
    private static bool States(DocumentParagraph paragraph)
    {
        var text = paragraph.Text.AsSpan();
        return Byline.Read(text) is not null
            || (DateReader.Read(text) is { IsDay: true } date && text[date.Length..].Trim().Length <= 30)
            || (HeaderLabel.Read(text, out _, out var marked) is not HeaderField.None && marked);
    }
}
