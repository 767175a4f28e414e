using Ingest.Parser.Articles;

namespace Ingest.Parser.Exports.Europresse;

/// <summary>Recognises exports of Europresse (Eureka) by the numbers under their documents, and reads all of these.</summary>
internal static class EuropresseExport
{
    private const string None = "The file is an export of Europresse in which no document has a headline or a text.";

    /// <summary>How to read the export; null when the text is none.</summary>
    public static Func<ArticleList, Deadline, ParseOutcome>? Of(ExportText text, string format)
    {
        var ends = new List<(int Line, string Number)>();
        for (var i = 0; i < text.Lines.Count; i++)
        {
            // The number stands again in the certificate below the document.
            if (EuropresseNumber.OfLine(text[i]) is { } number && (ends.Count == 0 || ends[^1].Number != number))
            {
                ends.Add((i, number));
            }
        }

        return ends.Count > 0 && EuropresseHeader.Find(text, 0, ends[0].Line) is not null ? (articles, deadline) => Read(text, ends, format, articles, deadline) : null;
    }

    private static ParseOutcome Read(ExportText text, List<(int Line, string Number)> ends, string format, ArticleList articles, Deadline deadline)
    {
        var (start, unread) = (0, 0);
        foreach (var (line, number) in ends)
        {
            deadline.Check();
            var header = EuropresseHeader.Find(text, start, line);
            unread += header is null ? 1 : 0;
            articles.Add(header is { } found ? EuropresseDocument.Read(text, found, start, line) : new ArticleFields(), number, "europresse-" + format);
            start = line + 1;
        }

        if (unread > 0)
        {
            articles.Doubt(FormattableString.Invariant($"{unread} of {ends.Count} document numbers have no line with a date above them"));
        }

        return articles.Finish(None);
    }
}
