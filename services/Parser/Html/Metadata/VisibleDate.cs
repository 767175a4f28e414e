using Ingest.Parser.Dates;
using Ingest.Parser.Html.Body;

namespace Ingest.Parser.Html.Metadata;

/// <summary>A date that is written on the page, in a line that is about the article.</summary>
internal static class VisibleDate
{
    private const int LongestLine = 160;
    private const int FarthestInLine = 60;
    private const int LongestLabelled = 70;

    /// <summary>The date nearest to the headline: behind it, then before it.</summary>
    public static FoundDate? Find(IReadOnlyList<TextBlock> blocks, string? title)
    {
        var heading = Headline(blocks, title);
        return AtHeadline(blocks, title) ?? Near(blocks, 0) ?? InLead(blocks, heading);
    }

    /// <summary>The date near the headline only.</summary>
    public static FoundDate? AtHeadline(IReadOnlyList<TextBlock> blocks, string? title) =>
        (Headline(blocks, title) is var heading and > 0 ? Near(blocks, heading) : null) ?? Near(blocks, Math.Max(0, FirstHeading(blocks)));

    /// <summary>The date in a line of its own next to the headline or next but one, without words that say it is another than that of publication.</summary>
    public static FoundDate? BesideHeadline(IReadOnlyList<TextBlock> blocks, string? title)
    {
        var heading = Headline(blocks, title);
        for (var step = 1; step <= 2 && heading > 0; step++)
        {
            foreach (var at in new ReadOnlySpan<int>([heading + step, heading - step]))
            {
                if (at >= 0 && at < blocks.Count && Where(blocks[at].Text) is (0, var length) && length == blocks[at].Text.Length)
                {
                    return In(blocks[at].Text);
                }
            }
        }

        return null;
    }

    /// <summary>Where the headline stands; 0 when it does not.</summary>
    public static int Headline(IReadOnlyList<TextBlock> blocks, string? title)
    {
        var heading = 0;
        for (var i = 0; i < blocks.Count && title is { Length: > 0 }; i++)
        {
            if (blocks[i].Kind == BlockKind.Heading && blocks[i].Text.StartsWith(title, StringComparison.OrdinalIgnoreCase))
            {
                heading = i;
                break;
            }
        }

        return heading;
    }

    private static FoundDate? Near(IReadOnlyList<TextBlock> blocks, int heading)
    {
        for (var step = 0; step < 12; step++)
        {
            if (heading + step < blocks.Count && blocks[heading + step] is { Text.Length: < LongestLine } after && !IsSentence(after) && In(after.Text) is { } found)
            {
                return found;
            }

            if (step is > 0 and < 5 && heading - step >= 0 && blocks[heading - step] is { Text.Length: < LongestLine } before && In(before.Text) is { } earlier)
            {
                return earlier;
            }
        }

        return null;
    }

    /// <summary>A sentence with a date in it tells of something that happened then.</summary>
    private static bool IsSentence(TextBlock block) => block.IsProse && Prose.EndsSentence(block.Text) && block.Text.Length > LongestLabelled;

    private static FoundDate? InLead(IReadOnlyList<TextBlock> blocks, int heading)
    {
        // The first paragraph may begin with it, as a dateline does.
        foreach (var block in blocks.Skip(heading + 1).Where(block => block.IsProse).Take(2))
        {
            if (In(block.Text.AsSpan(0, Math.Min(block.Text.Length, FarthestInLine))) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Some write it below the text.</summary>
    public static FoundDate? Below(IReadOnlyList<TextBlock> blocks)
    {
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            if (!blocks[i].IsProse && blocks[i].Text.Length < 80 && blocks[i].LinkShare < 0.5 && In(blocks[i].Text) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The main heading, or what stands above the first paragraph.</summary>
    private static int FirstHeading(IReadOnlyList<TextBlock> blocks)
    {
        var prose = -1;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind == BlockKind.Heading && blocks[i].Node.Name == "h1")
            {
                return i;
            }

            prose = prose < 0 && blocks[i].IsProse ? i : prose;
        }

        return prose - 3;
    }

    /// <summary>The first full date in a line.</summary>
    public static FoundDate? In(ReadOnlySpan<char> line) => Find(line).Date;

    /// <summary>Where in a line the first full date stands.</summary>
    public static (int At, int Length)? Where(ReadOnlySpan<char> line) => Find(line) is ({ } date, var at) ? (at, date.Length) : null;

    private static (FoundDate? Date, int At) Find(ReadOnlySpan<char> line)
    {
        for (var i = 0; i < line.Length && i < LongestLine; i++)
        {
            // Spans may fuse a label with its date.
            if (char.IsLetterOrDigit(line[i]) && (i == 0 || !char.IsLetterOrDigit(line[i - 1]) || (char.IsAsciiDigit(line[i]) && char.IsLetter(line[i - 1]))) && DateReader.Read(line[i..]) is { IsDay: true, Year: > 1990 and < 2100 } date)
            {
                return (date, i);
            }
        }

        return (null, 0);
    }
}
