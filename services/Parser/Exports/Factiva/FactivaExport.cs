using Ingest.Parser.Articles;

namespace Ingest.Parser.Exports.Factiva;

/// <summary>Recognises exports of Factiva by their accession numbers, or by their codes, and reads all documents.</summary>
internal static class FactivaExport
{
    private const string None = "The file is an export of Factiva in which no document has a headline or a text.";

    /// <summary>How to read the export; null when the text is none.</summary>
    public static Func<ArticleList, Deadline, ParseOutcome>? Of(ExportText text, string format)
    {
        var ends = new List<int>();
        int codes = 0, counts = 0;
        for (var i = 0; i < text.Lines.Count; i++)
        {
            var line = text[i];
            if (line.IsEmpty || line.Length > 400)
            {
                continue;
            }

            if (Number(line) is not null)
            {
                ends.Add(i);
            }

            codes += FactivaCode.Read(line, inText: false, out _) is "HD" or "PD" or "SN" or "TD" or "LP" ? 1 : 0;
            counts += FactivaPlain.IsWordCount(line) ? 1 : 0;
        }

        return ends.Count > 0 && (codes >= 3 || counts > 0) ? (articles, deadline) => Read(text, ends, format, articles, deadline) : null;
    }

    private static ParseOutcome Read(ExportText text, List<int> ends, string format, ArticleList articles, Deadline deadline)
    {
        var start = 0;
        var unread = 0;
        foreach (var end in ends)
        {
            deadline.Check();
            var fields = FactivaCoded.Read(text, start, end + 1) ?? FactivaPlain.Read(text, start, end, start == 0 && format != "html");
            unread += fields is null ? 1 : 0;
            articles.Add(fields ?? new ArticleFields(), Number(text[end]), "factiva-" + format);
            start = end + 1;
        }

        if (unread > 0)
        {
            articles.Doubt(FormattableString.Invariant($"{unread} of {ends.Count} accession numbers have no headline with a date above them"));
        }

        if ((FactivaCoded.Read(text, start, text.Lines.Count) ?? FactivaPlain.Read(text, start, text.Lines.Count, false)) is { } last)
        {
            articles.Add(last, null, "factiva-" + format);
            articles.Doubt("the last document has no accession number, it may be cut off");
        }

        return articles.Finish(None);
    }

    /// <summary><c>Document LINDCO0020250304el3400001</c>, with the code before it in the form with codes.</summary>
    private static string? Number(ReadOnlySpan<char> line) =>
        FactivaCode.Read(line, inText: true, out var value) is "AN" && !value.IsEmpty ? Accession.OfLine(value) ?? (Accession.Is(value) ? value.ToString() : null) : Accession.OfLine(line);
}
