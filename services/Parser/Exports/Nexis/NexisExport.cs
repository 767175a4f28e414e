using Ingest.Parser.Articles;

namespace Ingest.Parser.Exports.Nexis;

/// <summary>Recognises exports of Nexis by the lines that part their documents and by the labels in these, and reads them all.</summary>
internal static class NexisExport
{
    private const string None = "The file is an export of Nexis in which no document has a headline or a text.";

    /// <summary>How to read the export; null when the text is none.</summary>
    public static Func<ArticleList, Deadline, ParseOutcome>? Of(ExportText text, string format)
    {
        List<int> separators = [], ends = [];
        for (var i = 0; i < text.Lines.Count; i++)
        {
            if (text.Lines[i].Length is 0 or > 60)
            {
                continue;
            }

            if (NexisSeparator.Read(text[i]) is not null)
            {
                separators.Add(i);
            }
            else if (NexisMarks.IsEnd(text[i]))
            {
                ends.Add(i);
            }
        }

        if (ends.Count > 0 && HasLabels(text, 0, text.Lines.Count, shouted: false))
        {
            return (articles, deadline) => ReadEnded(text, ends, format, articles, deadline);
        }

        if (separators.Count > 0)
        {
            if (IsNothingBut(text, separators.Count))
            {
                return (articles, _) => articles.Finish(FormattableString.Invariant($"The file is an export of Nexis with {separators.Count} lines that announce a document, and nothing else."));
            }

            return HasLabels(text, separators[0], text.Lines.Count, shouted: true) ? (articles, deadline) => ReadSeparated(text, separators, format, articles, deadline) : null;
        }

        var starts = NexisUnmarked.Starts(text);
        if (starts.Count < 2 && IsOneDocument(text))
        {
            return (articles, deadline) => ReadSeparated(text, [-1], format, articles, deadline);
        }

        return starts.Count > 0 ? (articles, deadline) => ReadUnmarked(text, starts, format, articles, deadline) : null;
    }

    private static ParseOutcome ReadSeparated(ExportText text, List<int> separators, string format, ArticleList articles, Deadline deadline)
    {
        for (var i = 0; i < separators.Count; i++)
        {
            deadline.Check();
            var end = i + 1 < separators.Count ? separators[i + 1] : text.Lines.Count;
            articles.Add(NexisPrint.Read(text, separators[i] + 1, end), null, "nexis-" + format);
        }

        WarnMissing(text, separators, articles);
        if (separators.Count > 1 && HasTail(text, separators[0], separators[^1]) && !HasTail(text, separators[^1] + 1, text.Lines.Count))
        {
            articles.Doubt("the last document has no labels behind its text, it may be cut off");
        }

        return articles.Finish(None);
    }

    private static ParseOutcome ReadUnmarked(ExportText text, List<int> starts, string format, ArticleList articles, Deadline deadline)
    {
        var print = HasLabels(text, 0, text.Lines.Count, shouted: true);
        for (var i = 0; i < starts.Count; i++)
        {
            deadline.Check();
            var end = i + 1 < starts.Count ? starts[i + 1] : text.Lines.Count;
            articles.Add(print ? NexisPrint.Read(text, starts[i], end) : NexisUni.Read(text, starts[i], end, i == 0), null, "nexis-" + format);
        }

        if (starts.Count > 1)
        {
            articles.Doubt("nothing marks where a document ends, they were told apart by their labels");
        }

        return articles.Finish(None);
    }

    private static ParseOutcome ReadEnded(ExportText text, List<int> ends, string format, ArticleList articles, Deadline deadline)
    {
        var start = 0;
        foreach (var end in ends)
        {
            deadline.Check();
            articles.Add(NexisUni.Read(text, start, end, start == 0), null, "nexis-" + format);
            start = end + 1;
        }

        if (HasLabels(text, start, text.Lines.Count, shouted: false))
        {
            articles.Add(NexisUni.Read(text, start, text.Lines.Count, false), null, "nexis-" + format);
            articles.Doubt("the last document has no end mark, it may be cut off");
        }

        if (Announced(text, ends[0]) is var announced && announced > ends.Count)
        {
            articles.Doubt(FormattableString.Invariant($"the cover page announces {announced} documents, {ends.Count} are there"));
        }

        return articles.Finish(None);
    }

    /// <summary>How many documents the cover page names: <c>Documents (10)</c>.</summary>
    private static int Announced(ExportText text, int to)
    {
        for (var i = 0; i < to; i++)
        {
            var line = text[i];
            if (line.Length < 24 && line is [.., ')'] && line.IndexOf('(') is var open and > 3 && line.StartsWith("Do", StringComparison.OrdinalIgnoreCase) &&
                int.TryParse(line[(open + 1)..^1], System.Globalization.CultureInfo.InvariantCulture, out var count))
            {
                return count;
            }
        }

        return 0;
    }

    /// <summary>The separators count; a number that is left out is a document that is not there.</summary>
    private static void WarnMissing(ExportText text, List<int> separators, ArticleList articles)
    {
        var (missing, previous, of) = (0, 0, 0);
        foreach (var line in separators)
        {
            var separator = line < 0 ? new NexisSeparator(1, 1) : NexisSeparator.Read(text[line])!.Value;
            missing += previous > 0 && separator.Number > previous + 1 ? separator.Number - previous - 1 : 0;
            (previous, of) = (separator.Number, separator.Of);
        }

        if (missing > 0)
        {
            articles.Doubt(FormattableString.Invariant($"{missing} documents are missing by the numbers of their separators"));
        }

        // Cut off, or one part of an export in several.
        if (previous < of)
        {
            articles.Doubt(FormattableString.Invariant($"the separators count {of} documents, the last one here is number {previous}"));
        }
    }

    /// <summary>Every line that says something is a separator.</summary>
    private static bool IsNothingBut(ExportText text, int separators)
    {
        var said = 0;
        for (var i = 0; i < text.Lines.Count && said <= separators; i++)
        {
            said += text.Lines[i].IsBlank ? 0 : 1;
        }

        return said == separators;
    }

    private static bool HasTail(ExportText text, int from, int to) => NexisLabel.LastTail(text, Math.Max(from, 0), to, shouted: true) >= 0;

    private static bool HasLabels(ExportText text, int from, int to, bool shouted)
    {
        var seen = new HashSet<NexisField>();
        for (var i = from; i < to && seen.Count < 2; i++)
        {
            var field = NexisLabel.Read(text[i], shouted, out _);
            if (field is not (NexisField.None or NexisField.Date or NexisField.Other or NexisField.Url or NexisField.Body or NexisField.Source or NexisField.Above))
            {
                seen.Add(field);
            }
        }

        return seen.Count >= 2;
    }

    /// <summary>One document that was saved alone has no separator: its labels tell, with length and load date or language among them.</summary>
    private static bool IsOneDocument(ExportText text)
    {
        var seen = new HashSet<NexisField>();
        for (var i = 0; i < text.Lines.Count; i++)
        {
            seen.Add(NexisLabel.Read(text[i], shouted: true, out _));
        }

        return seen.Contains(NexisField.Length) && seen.Contains(NexisField.LoadDate) && (seen.Contains(NexisField.Byline) || seen.Contains(NexisField.Section) || seen.Contains(NexisField.Language));
    }
}
