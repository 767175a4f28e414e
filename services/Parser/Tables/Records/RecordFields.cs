using Ingest.Parser.Agency;
using Ingest.Parser.Articles;
using Ingest.Parser.Language;
using Ingest.Parser.Tables.Columns;
using Ingest.Parser.Tables.Mapping;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Tables.Records;

/// <summary>Fills the fields of an article from a record, by the columns that were chosen.</summary>
internal static class RecordFields
{
    /// <summary>The fields, and the record's own key.</summary>
    public static (ArticleFields Fields, string? Key) Of(IRecord record, ColumnMap map, RecordMapping? mapping)
    {
        var fields = new ArticleFields();
        Texts(fields, record, map);
        RecordDate.Set(fields, record, map, mapping?.DateFormat);
        Each(record, map, ColumnRole.Authors, (values, rule) => RecordPeople.Set(fields, values, rule));
        Each(record, map, ColumnRole.Agencies, (values, rule) => fields.Set("agencies", values, rule));
        First(fields, record, map, ColumnRole.Dateline, "dateline", value => HtmlText.Line(value));
        First(fields, record, map, ColumnRole.Source, "source", value => HtmlText.Line(value));
        First(fields, record, map, ColumnRole.Section, "section", value => RecordPeople.Parts(value).Select(HtmlText.Line).FirstOrDefault(part => part.Length > 0));
        First(fields, record, map, ColumnRole.Language, "language", LanguageCode.Of);
        First(fields, record, map, ColumnRole.Url, "url", value => IsAddress(value) ? value.Trim() : null);
        AgencyFields.SetDateline(fields);
        Constants(fields, mapping);
        if (mapping is not null)
        {
            fields.Note("mapping", mapping.Origin);
        }

        return (fields, map[ColumnRole.Key].Select(choice => record.Values(choice.Column)).FirstOrDefault(values => values.Count > 0)?[0] ?? fields.Get("url"));
    }

    private static void Texts(ArticleFields fields, IRecord record, ColumnMap map)
    {
        First(fields, record, map, ColumnRole.Title, "title", value => HtmlText.Line(value) is var line && line.Length <= 1_000 ? line : null);
        foreach (var choice in map[ColumnRole.Body])
        {
            var (text, cut) = RecordText.Body(record.Values(choice.Column));
            if (fields.Set("body", text, choice.Rule))
            {
                Doubt(fields, "body", choice);
                if (cut is not null)
                {
                    fields.Warn("body", cut);
                }
            }
        }

        foreach (var choice in map[ColumnRole.Summary])
        {
            if (fields.Get("body") is null && fields.Set("body", RecordText.Body(record.Values(choice.Column)).Text, choice.Rule))
            {
                fields.Warn("body", "there is only a summary");
            }
        }
    }

    private static void Constants(ArticleFields fields, RecordMapping? mapping)
    {
        if (mapping is null)
        {
            return;
        }

        foreach (var (field, value) in mapping.Constants)
        {
            fields.Set(field, value, "mapping:constant");
        }
    }

    private static void First(ArticleFields fields, IRecord record, ColumnMap map, ColumnRole role, string field, Func<string, string?> read)
    {
        foreach (var choice in map[role])
        {
            if (record.Values(choice.Column) is [var value, ..] && fields.Set(field, read(value), choice.Rule))
            {
                Doubt(fields, field, choice);
                return;
            }
        }
    }

    private static void Each(IRecord record, ColumnMap map, ColumnRole role, Func<IReadOnlyList<string>, string, bool> set)
    {
        foreach (var choice in map[role])
        {
            if (record.Values(choice.Column) is { Count: > 0 } values && set(values, choice.Rule))
            {
                return;
            }
        }
    }

    private static void Doubt(ArticleFields fields, string field, ColumnChoice choice)
    {
        if (choice.Doubt is { } doubt)
        {
            fields.Warn(field, doubt);
        }
    }

    private static bool IsAddress(string value) =>
        value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
}
