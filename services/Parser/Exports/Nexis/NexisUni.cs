using Ingest.Parser.Articles;

namespace Ingest.Parser.Exports.Nexis;

/// <summary>
/// Reads a document of the newer exports (Nexis Uni, Lexis Advance): headline, publication, date line, rights, labels, a line <c>Body</c>, the text,
/// captions and classification.
/// </summary>
internal static class NexisUni
{
    private const int MostHeadlineLines = 4;

    /// <param name="text">The file.</param>
    /// <param name="from">Its first line.</param>
    /// <param name="to">One past its last.</param>
    /// <param name="first">A cover page and a list of the documents may stand before it.</param>
    public static ArticleFields Read(ExportText text, int from, int to, bool first)
    {
        var draft = new NexisDraft();
        var body = Body(text, from, to);
        var labels = ReadLabels(text, from, body < 0 ? to : body, body >= 0, draft, out var afterLabels);
        var start = body < 0 ? afterLabels : body + 1;
        ReadHeader(text, from, labels, first, draft);
        return draft.Finish(text.Body(start, ReadTail(text, start, to, draft)));
    }

    private static int Body(ExportText text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (NexisMarks.IsBody(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Takes the labels between the date line and the text; those of a cover page stand above the date line.</summary>
    /// <returns>The first line of them; the line after them in <paramref name="end"/>.</returns>
    private static int ReadLabels(ExportText text, int from, int to, bool bounded, NexisDraft draft, out int end)
    {
        var dated = DateLine(text, from, to, bounded);
        var begin = dated < 0 ? from : dated + 1;
        var found = -1;
        end = begin;
        for (var i = begin; i < to; i++)
        {
            var field = NexisLabel.Read(text[i], shouted: false, out var value);
            var rights = Rights.Is(text[i]);
            if (field == NexisField.None && !rights)
            {
                if (!bounded && found >= 0 && !text.Lines[i].IsBlank)
                {
                    break;
                }

                continue;
            }

            found = found < 0 ? i : found;
            end = i + 1;
            if (!rights)
            {
                draft.Take(field, value.IsEmpty ? NextValue(text, i + 1, to, ref end) : value.ToString());
            }
        }

        draft.Date = dated < 0 ? null : ExportDate.OfLine(text[dated]) ?? ExportDate.MonthOfLine(text[dated]);
        return dated >= 0 ? dated : found < 0 ? to : found;
    }

    /// <summary>The value of a label that stands alone on its line.</summary>
    private static string NextValue(ExportText text, int from, int to, ref int end)
    {
        for (var i = from; i < to; i++)
        {
            if (text.Lines[i].IsBlank)
            {
                continue;
            }

            if (NexisLabel.Read(text[i], shouted: false, out _) != NexisField.None || NexisMarks.IsBody(text[i]) || text[i].Length > 300)
            {
                return "";
            }

            end = i + 1;
            return text[i].ToString();
        }

        return "";
    }

    /// <summary>The last date line above the text, or the first where nothing says where the text begins.</summary>
    private static int DateLine(ExportText text, int from, int to, bool bounded)
    {
        var found = -1;
        for (var i = from; i < to && (bounded || found < 0); i++)
        {
            found = ExportDate.OfLine(text[i]) is not null ? i : found;
        }

        // Magazines: "March 2025".
        for (var i = from; i < to && bounded && found < 0; i++)
        {
            found = ExportDate.MonthOfLine(text[i]) is not null ? i : found;
        }

        return found;
    }

    private static void ReadHeader(ExportText text, int from, int dated, bool first, NexisDraft draft)
    {
        var lines = new List<int>();
        for (var i = from; i < dated; i++)
        {
            if (!text.Lines[i].IsBlank && !NexisMarks.IsNothing(text[i]) && !Rights.Is(text[i]) && NexisSeparator.Read(text[i]) is null)
            {
                lines.Add(i);
            }
        }

        if (lines.Count == 0)
        {
            return;
        }

        var headline = lines.FindLastIndex(line => text.Role(line) == LineRole.Headline);
        if (headline >= 0 && headline + 1 < lines.Count)
        {
            draft.Fields.Set("source", text[lines[headline + 1]].ToString(), "nexis:publication");
            var begin = headline;
            while (begin > 0 && lines[begin - 1] == lines[begin] - 1 && text.Role(lines[begin - 1]) == LineRole.Headline)
            {
                begin--;
            }

            draft.Fields.Set("title", text.Join(lines[begin], lines[headline] + 1), "nexis:headline");
            return;
        }

        if (lines.Count > 1)
        {
            draft.Fields.Set("source", text[lines[^1]].ToString(), "nexis:publication");
            lines.RemoveAt(lines.Count - 1);
        }

        // A headline that was broken by width is all there is above the publication; on a first page there is more.
        var most = first || lines.Count > MostHeadlineLines ? 1 : lines.Count;
        draft.Fields.Set("title", string.Join(' ', lines.TakeLast(most).Select(line => text[line].ToString())), "nexis:headline");
    }

    /// <summary>Captions, classification and the labels of both.</summary>
    private static int ReadTail(ExportText text, int from, int to, NexisDraft draft)
    {
        var end = to;
        for (var i = from; i < to; i++)
        {
            var field = NexisLabel.Read(text[i], shouted: false, out var value);
            var ends = NexisMarks.IsTail(text[i]) || (field >= NexisField.Language && (field == NexisField.LoadDate || IsAlone(text, i)) && OnlyLabelsFollow(text, i, to));
            end = ends ? Math.Min(end, i) : end;
            if (i >= end && field != NexisField.None)
            {
                draft.Take(field, value.ToString());
            }
        }

        return end;
    }

    private static bool IsAlone(ExportText text, int line) => line == 0 || text.Lines[line - 1].IsBlank || NexisLabel.Read(text[line - 1], shouted: false, out _) != NexisField.None;

    /// <summary>Prose may begin with "Correction:"; behind the text stands nothing but labels.</summary>
    private static bool OnlyLabelsFollow(ExportText text, int from, int to)
    {
        int labels = 0, others = 0;
        for (var i = from; i < to; i++)
        {
            if (!text.Lines[i].IsBlank)
            {
                var known = NexisLabel.Read(text[i], shouted: false, out _) != NexisField.None;
                (labels, others) = known ? (labels + 1, others) : (labels, others + 1);
            }
        }

        return labels >= others;
    }
}
