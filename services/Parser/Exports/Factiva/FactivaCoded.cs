using Ingest.Parser.Articles;
using Ingest.Parser.PlainText;

namespace Ingest.Parser.Exports.Factiva;

/// <summary>Reads a document in Factiva's form with field labels, a code and its value in each row.</summary>
internal static class FactivaCoded
{
    /// <summary>The fields, or null when the lines are not of this form.</summary>
    public static ArticleFields? Read(ExportText text, int from, int to)
    {
        var values = Values(text, from, to);
        if (!values.ContainsKey("HD") || !(values.ContainsKey("PD") || values.ContainsKey("SN") || values.ContainsKey("TD") || values.ContainsKey("LP")))
        {
            return null;
        }

        string? Line(string code) => values.TryGetValue(code, out var range) ? text.Join(range.From, range.To, range.Start) : null;
        string Paragraphs(string code) => values.TryGetValue(code, out var range) ? text.Body(range.From, range.To, range.Start) : "";

        var fields = new ArticleFields();
        fields.Set("title", Line("HD"), "factiva:HD");
        fields.Set(ExportDate.Of(Line("PD"), Line("ET")), "factiva:PD");
        fields.Set("source", Line("SN"), "factiva:SN");
        fields.Set("section", SectionName.Of(Line("SE") ?? Line("CLM")), "factiva:SE");
        fields.Set("language", ExportLanguage.OfField(Line("LA")), "factiva:LA");
        ExportPeople.Set(fields, Line("BY"), "factiva:BY");
        ExportPeople.Set(fields, Line("CR") is { Length: < 60 } credit && Agencies.KnownAgencies.Find(credit) is { } agency ? agency : null, "factiva:CR");
        var body = string.Join("\n\n", new[] { Paragraphs("LP"), Paragraphs("TD") }.Where(part => part.Length > 0));
        fields.Set("body", body, "factiva:LP,TD");
        if (Line("CX") is { Length: > 0 } correction)
        {
            fields.Warn("body", "the database notes a correction: " + (correction.Length > 200 ? correction[..200] + "…" : correction));
        }

        if (Dateline.Read(body) is { } line)
        {
            fields.Set("dateline", line.Text, "first-paragraph");
            fields.Set("agencies", line.Agencies, "dateline");
        }

        return fields;
    }

    private static Dictionary<string, (int From, int To, int Start)> Values(ExportText text, int from, int to)
    {
        var values = new Dictionary<string, (int From, int To, int Start)>(StringComparer.Ordinal);
        var (code, begin, start, inText) = ("", from, -1, false);
        for (var i = from; i <= to; i++)
        {
            if (i < to && (text.Lines[i].IsBlank || FactivaCode.Read(text[i], inText, out _).IsEmpty))
            {
                continue;
            }

            if (code.Length > 0)
            {
                values.TryAdd(code, (begin, i, start));
            }

            if (i < to)
            {
                code = FactivaCode.Read(text[i], inText, out var value).ToString();
                inText |= code is "LP" or "TD";
                // A code alone in its cell has its value in the next.
                (begin, start) = value.IsEmpty ? (i + 1, -1) : (i, text.Lines[i].Start + text.Lines[i].Length - value.Length);
            }
        }

        return values;
    }
}
