namespace Ingest.Parser.Exports.Nexis;

/// <summary>
/// Finds the documents of an export that marks neither where they begin nor where they end: a date line with a length below it opens one, the last
/// label behind the text closes it.
/// </summary>
internal static class NexisUnmarked
{
    private const int MostHeaderLines = 14;
    private const int MostAboveDate = 3;

    /// <summary>First lines of the documents; none when the text is no such export.</summary>
    public static List<int> Starts(ExportText text)
    {
        var starts = new List<int>();
        var (from, tails) = (0, 0);
        for (var i = 0; i < text.Lines.Count; i++)
        {
            if (NexisLabel.Read(text[i], shouted: false, out var value) != NexisField.Length || value.IndexOfAnyInRange('0', '9') is < 0 or > 1 || value.Length > 24 || DateAbove(text, i, from) is not (>= 0 and var dated))
            {
                continue;
            }

            var tail = NexisLabel.LastTail(text, from, dated, shouted: false);
            tails += tail >= 0 ? 1 : 0;
            starts.Add(starts.Count == 0 ? 0 : tail >= 0 ? tail + 1 : Above(text, dated, from));
            from = i + 1;
        }

        if (starts.Count == 0)
        {
            return starts;
        }

        tails += NexisLabel.LastTail(text, from, text.Lines.Count, shouted: false) >= 0 ? 1 : 0;
        // A length and a date may stand in any text; that most documents close with a load date or a language is what the database does.
        return tails * 2 >= starts.Count && HasLoadDate(text) ? starts : [];
    }

    private static int DateAbove(ExportText text, int line, int from)
    {
        for (var (i, seen) = (line - 1, 0); i >= from && seen < MostHeaderLines; i--)
        {
            if (text.Lines[i].IsBlank)
            {
                continue;
            }

            if (ExportDate.OfLine(text[i]) is not null)
            {
                return i;
            }

            seen++;
        }

        return -1;
    }

    private static bool HasLoadDate(ExportText text)
    {
        for (var i = 0; i < text.Lines.Count; i++)
        {
            if (NexisLabel.Read(text[i], shouted: false, out var value) == NexisField.LoadDate && ExportDate.Of(value.ToString(), null) is { IsDay: true })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Publication and headline stand above the date.</summary>
    private static int Above(ExportText text, int dated, int from)
    {
        var seen = 0;
        while (dated > from && seen < MostAboveDate)
        {
            dated--;
            seen += text.Lines[dated].IsBlank ? 0 : 1;
        }

        return dated;
    }
}
