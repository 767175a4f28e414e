using Ingest.Parser.Articles;
using Ingest.Parser.Dates;
using Ingest.Parser.PlainText;

namespace Ingest.Parser.Exports.Nexis;

/// <summary>The fields of a document as its labels come, whatever the layout.</summary>
internal sealed class NexisDraft
{
    private string? _section;
    private string? _byline;
    private string? _highlight;
    private FoundDate? _stated;
    private FoundDate? _loaded;
    private string? _correction;

    /// <summary>The fields.</summary>
    public ArticleFields Fields { get; } = new();

    /// <summary>Labels that were read.</summary>
    public int Labels { get; private set; }

    /// <summary>The date line.</summary>
    public FoundDate? Date { get; set; }

    /// <summary>Paragraphs above the labels that are neither headline nor edition: a second headline.</summary>
    public List<string> Leads { get; } = [];

    /// <summary>Takes the value of a label; the first of each stays.</summary>
    public void Take(NexisField field, string value)
    {
        Labels++;
        switch (field)
        {
            case NexisField.Headline: Fields.Set("title", value, "nexis:headline"); break;
            case NexisField.Byline: _byline ??= value; break;
            case NexisField.Section: _section ??= value; break;
            case NexisField.Dateline: Fields.Set("dateline", value.Length > 100 ? null : value, "nexis:dateline"); break;
            case NexisField.Highlight: _highlight ??= value; break;
            case NexisField.Date: _stated ??= ExportDate.Of(value, null); break;
            case NexisField.Source: Fields.Set("source", value, "nexis:publication"); break;
            case NexisField.Language: Fields.Set("language", ExportLanguage.OfField(value), "nexis:language"); break;
            case NexisField.LoadDate: _loaded ??= ExportDate.Of(value, null); break;
            case NexisField.Correction: _correction ??= value; break;
            case NexisField.Url: Fields.Set("url", value.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? value : null, "nexis:url"); break;
        }
    }

    /// <summary>Decides the fields, when all is read.</summary>
    public ArticleFields Finish(string body)
    {
        if (Labels == 0 && Date is null)
        {
            // A message of the database in place of a document: "it is not possible to display it".
            return new ArticleFields();
        }

        Fields.Set(Date, "nexis:date");
        Fields.Set(_stated, "nexis:date-label");
        if (Fields.Set(_loaded, "nexis:load-date"))
        {
            Fields.Warn("publishedAt", "taken from the day the database loaded it");
        }

        Fields.Set("section", SectionName.Of(_section), "nexis:section");
        ExportPeople.Set(Fields, _byline, "nexis:byline");
        var lead = string.Join("\n\n", Leads);
        Fields.Set("body", lead.Length > 0 && body.Length > 0 ? lead + "\n\n" + body : body.Length > 0 ? body : lead, "nexis:text");
        if (body.Length == 0 && Fields.Set("body", _highlight, "nexis:highlight"))
        {
            Fields.Warn("body", "only the database's summary");
        }

        if (Dateline.Read(body) is { } line)
        {
            Fields.Set("dateline", line.Text, "first-paragraph");
            Fields.Set("agencies", line.Agencies, "dateline");
        }

        if (_correction is not null)
        {
            Fields.Warn("body", "the database notes a correction: " + (_correction.Length > 200 ? _correction[..200] + "…" : _correction));
        }

        return Fields;
    }
}
