using Ingest.Parser.Articles;
using Ingest.Parser.Exports.Nexis;

namespace Ingest.Parser.Exports.ProQuest;

/// <summary>Recognises exports of ProQuest by their lines of underscores and their labels, and reads all documents.</summary>
internal static class ProQuestExport
{
    private const int LeastUnderscores = 20;

    private const string None = "The file is an export of ProQuest in which no document has a headline or a text.";

    /// <summary>How to read the export; null when the text is none.</summary>
    public static Func<ArticleList, Deadline, ParseOutcome>? Of(ExportText text, string format)
    {
        var starts = new List<int> { 0 };
        var labels = new ProQuestRepeats();
        var seen = new HashSet<ProQuestField>();
        var numbered = 0;
        for (var i = 0; i < text.Lines.Count; i++)
        {
            var line = text[i];
            if (line.Length >= LeastUnderscores && line.IndexOfAnyExcept('_') < 0)
            {
                starts.Add(i + 1);
            }
            else if (!line.IsEmpty)
            {
                var field = ProQuestLabel.Read(line, out _);
                seen.Add(field);
                labels.Add(i, field);
                numbered += NexisSeparator.Read(line) is not null ? 1 : 0;
            }
        }

        // Pages and some documents have no lines of underscores.
        var underlined = starts.Count > 1;
        starts = underlined ? starts : labels.Starts;

        // Its own words, and enough of the others: a form may have a title, a date and a line of underscores for the signature.
        var own = seen.Contains(ProQuestField.Id) || seen.Contains(ProQuestField.Publication) || seen.Contains(ProQuestField.FullText) && seen.Contains(ProQuestField.Url);
        return own && seen.Count(field => field is not (ProQuestField.None or ProQuestField.Other)) >= 4
            ? (articles, deadline) => Read(text, starts, underlined, numbered, format, articles, deadline)
            : null;
    }

    private static ParseOutcome Read(ExportText text, List<int> starts, bool underlined, int numbered, string format, ArticleList articles, Deadline deadline)
    {
        var documents = 0;
        for (var i = 0; i < starts.Count; i++)
        {
            deadline.Check();
            var end = i + 1 < starts.Count ? starts[i + 1] - (underlined ? 1 : 0) : text.Lines.Count;
            if (ProQuestDocument.Is(text, starts[i], end))
            {
                var (fields, key) = ProQuestDocument.Read(text, starts[i], end);
                articles.Add(fields, key, "proquest-" + format);
                documents++;
            }
        }

        if (documents < numbered)
        {
            articles.Doubt(FormattableString.Invariant($"{numbered} documents are numbered, {documents} could be read"));
        }

        return articles.Finish(None);
    }
}
