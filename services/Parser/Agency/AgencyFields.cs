using Ingest.Parser.Agencies;
using Ingest.Parser.Articles;
using Ingest.Parser.Dates;
using Ingest.Parser.PlainText;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Agency;

/// <summary>What agency formats have in common.</summary>
internal static class AgencyFields
{
    /// <summary>Sets the date, or warns that it was not understood.</summary>
    public static bool SetDate(ArticleFields fields, string? written, string rule)
    {
        if (fields.Set(MachineDate.Read(written), rule))
        {
            return true;
        }

        if (!string.IsNullOrWhiteSpace(written) && fields.Get("publishedAt") is null)
        {
            fields.Warn("publishedAt", "not understood: " + (written.Length > 60 ? written[..60] : written).Trim());
        }

        return false;
    }

    /// <summary>Sets the provider: an agency that is known by its name, and the publication in any case.</summary>
    public static void SetProvider(ArticleFields fields, string? name, string rule)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return;
        }

        name = HtmlText.Line(name);
        if (KnownAgencies.Find(name) is { } agency)
        {
            fields.Set("agencies", [agency], rule);
        }

        fields.Set("source", name, rule);
    }

    /// <summary>Takes what the text's own opening says: place, day, agency.</summary>
    public static void SetDateline(ArticleFields fields)
    {
        if (fields.Get("body") is not { } body || Dateline.Read(FirstParagraph(body)) is not { } dateline)
        {
            return;
        }

        fields.Set("dateline", dateline.Text, "first-paragraph");
        fields.Set("agencies", dateline.Agencies, "dateline");
        if (fields.Get("publishedAt") is null && dateline.Date is { Year: > 0 } date)
        {
            fields.Set(date, "dateline");
        }
    }

    private static string FirstParagraph(string body) => body.IndexOf("\n\n", StringComparison.Ordinal) is var end and > 0 ? body[..end] : body;

    /// <summary>An identifier that is an address of the web is where the item was published.</summary>
    public static void SetAddress(ArticleFields fields, string? address, string rule)
    {
        if (address is not null && (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)))
        {
            fields.Set("url", address, rule);
        }
    }

    /// <summary>Texts one below the other, those left out that are empty or already there.</summary>
    public static string Join(params ReadOnlySpan<string?> texts)
    {
        var joined = "";
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text) && !joined.Contains(text, StringComparison.Ordinal))
            {
                joined = joined.Length == 0 ? text : joined + "\n\n" + text;
            }
        }

        return joined;
    }
}
