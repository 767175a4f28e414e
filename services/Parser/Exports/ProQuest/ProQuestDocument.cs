using Ingest.Parser.Articles;
using Ingest.Parser.Exports.Nexis;
using Ingest.Parser.PlainText;

namespace Ingest.Parser.Exports.ProQuest;

/// <summary>Reads a document of ProQuest: labels and values, the text as the value of one of them.</summary>
internal static class ProQuestDocument
{
    private const int LongestNotice = 60;

    /// <summary>The fields and the document's number in the database.</summary>
    public static (ArticleFields Fields, string? Key) Read(ExportText text, int from, int to)
    {
        var values = Values(text, from, to);
        string? Line(ProQuestField field) => values.TryGetValue(field, out var range) ? text.Join(range.From, range.To, range.Start) : null;
        string Paragraphs(ProQuestField field) => values.TryGetValue(field, out var range) ? text.Body(range.From, range.To, range.Start) : "";

        var fields = new ArticleFields();
        fields.Set("title", Title(Line(ProQuestField.Title)), "proquest:title");
        fields.Set("title", values.Count > 1 ? Title(FirstLine(text, from, to)) : null, "proquest:first-line");
        fields.Set(ExportDate.Of(Line(ProQuestField.Date), null), "proquest:publication-date");
        fields.Set(ExportDate.Of(Line(ProQuestField.Year), null), "proquest:publication-year");
        fields.Set("source", Line(ProQuestField.Publication)?.Split(';')[0], "proquest:publication-title");
        fields.Set("section", SectionName.Of(Line(ProQuestField.Section)), "proquest:section");
        fields.Set("language", ExportLanguage.OfField(Line(ProQuestField.Language)), "proquest:language");
        ExportPeople.Set(fields, Line(ProQuestField.Author), "proquest:author");
        var url = Address(Line(ProQuestField.Url));
        fields.Set("url", url, "proquest:document-url");
        SetBody(fields, WithoutCaptions(Paragraphs(ProQuestField.FullText)), Paragraphs(ProQuestField.Abstract));
        var key = Line(ProQuestField.Id);
        return (fields, key is { Length: > 0 and < 40 } ? key : url);
    }

    /// <summary>Whether the lines have enough labels to be a document: a notice or a list of contents has none.</summary>
    public static bool Is(ExportText text, int from, int to) => Values(text, from, to).Count(pair => pair.Key != ProQuestField.Other) >= 2;

    private static void SetBody(ArticleFields fields, string body, string summary)
    {
        if (!IsNone(body) && fields.Set("body", body, "proquest:full-text"))
        {
            if (Dateline.Read(body) is { } line)
            {
                fields.Set("dateline", line.Text, "first-paragraph");
                fields.Set("agencies", line.Agencies, "dateline");
            }
        }
        else if (!IsNone(summary) && fields.Set("body", summary, "proquest:abstract"))
        {
            fields.Warn("body", "only the abstract, the database has no full text");
        }
        else
        {
            fields.Warn("body", "missing, the database has no full text");
        }
    }

    /// <summary><c>Not available.</c>, <c>None available.</c>, in any language a few words.</summary>
    private static bool IsNone(string text) =>
        text.Length == 0 || (text.Length <= LongestNotice && text.IndexOf('\n', StringComparison.Ordinal) < 0 && (text.Contains("available", StringComparison.OrdinalIgnoreCase) || text.Contains("verfügbar", StringComparison.OrdinalIgnoreCase) ||
            text.Contains("disponible", StringComparison.OrdinalIgnoreCase) || text.Contains("disponib", StringComparison.OrdinalIgnoreCase) || text.Contains("disponível", StringComparison.OrdinalIgnoreCase) || text.Contains("недоступ", StringComparison.OrdinalIgnoreCase)));

    private static Dictionary<ProQuestField, (int From, int To, int Start)> Values(ExportText text, int from, int to)
    {
        var values = new Dictionary<ProQuestField, (int From, int To, int Start)>();
        var (field, begin, start) = (ProQuestField.None, from, -1);
        for (var i = from; i <= to; i++)
        {
            // Within the text a label counts only where a paragraph begins.
            if (i < to && (text.Lines[i].IsBlank || ProQuestLabel.Read(text[i], out _) is ProQuestField.None || (field == ProQuestField.FullText && !text.Lines[i - 1].IsBlank)))
            {
                continue;
            }

            if (field != ProQuestField.None)
            {
                // Only texts go on over blank lines; behind any other value, addresses and headings may stand without a label.
                values.TryAdd(field, (begin, field is ProQuestField.FullText or ProQuestField.Abstract ? i : text.FirstBlock(begin, i)?.To ?? i, start));
            }

            if (i < to)
            {
                field = ProQuestLabel.Read(text[i], out var value);
                (begin, start) = value.IsEmpty ? (i + 1, -1) : (i, text.Lines[i].Start + text.Lines[i].Length - value.Length);
            }
        }

        return values;
    }

    private static string? FirstLine(ExportText text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!text.Lines[i].IsBlank && NexisSeparator.Read(text[i]) is null && !ProQuestNotice.Is(text[i]))
            {
                return ProQuestLabel.Read(text[i], out _) == ProQuestField.None && !text[i].StartsWith("http", StringComparison.OrdinalIgnoreCase) ? text[i].ToString() : null;
            }
        }

        return null;
    }

    /// <summary>Without the edition or kind that ProQuest puts behind it: <c>Harbour reopens: [Final Edition]</c>.</summary>
    private static string? Title(string? title) =>
        title is [.., ']'] && title.LastIndexOf(": [", StringComparison.Ordinal) is var at and > 0 ? title[..at] : title;

    private static string WithoutCaptions(string body)
    {
        var paragraphs = body.Split("\n\n").ToList();
        while (paragraphs.Count > 1 && (paragraphs[^1].StartsWith("CAPTION:", StringComparison.OrdinalIgnoreCase) || paragraphs[^1].StartsWith("Credit:", StringComparison.Ordinal) || paragraphs[^1].StartsWith("Illustration", StringComparison.Ordinal)))
        {
            paragraphs.RemoveAt(paragraphs.Count - 1);
        }

        return string.Join("\n\n", paragraphs);
    }

    /// <summary>The address without a library's proxy before it and its account behind it.</summary>
    private static string? Address(string? url)
    {
        url = (url ?? "").Split(' ')[0];
        var proxied = url.IndexOf("url=http", StringComparison.OrdinalIgnoreCase);
        url = proxied > 0 ? Uri.UnescapeDataString(url[(proxied + 4)..]) : url;
        var account = url.IndexOf("?accountid=", StringComparison.OrdinalIgnoreCase);
        url = account > 0 ? url[..account] : url;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? url : null;
    }
}
