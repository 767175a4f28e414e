using System.Globalization;
using System.Text;
using System.Xml;
using Ingest.Contracts;
using Ingest.Portal.Http;
using Ingest.Portal.Layout;
using Ingest.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ingest.Portal.Search;

/// <summary>
/// A search as an Atom feed (RFC 4287), the newest first: a saved search, and an alert for whoever follows it. Texts are text, never HTML.
/// Identifiers of entries are the articles' own, so a reader shows each once, however it came to the feed.
/// </summary>
internal static class SearchFeed
{
    private const int Entries = 50;
    private const string Atom = "http://www.w3.org/2005/Atom";
    private static readonly DateTimeOffset NoDate = DateTimeOffset.UnixEpoch;

    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> AnswerAsync(
        [AsParameters] SearchParameters parameters, ISearchQueries search, HttpContext http, CancellationToken cancellationToken)
    {
        if (parameters.Mistake() is { } mistake)
        {
            return ApiProblem.BadRequest(mistake);
        }

        var response = await search.SearchAsync(parameters.ToRequest() with { Sort = "newest", Limit = Entries }, cancellationToken);
        var site = $"{http.Request.Scheme}://{http.Request.Host}";
        return TypedResults.Text(Write(parameters, response, site, http.Request.QueryString.ToString()), "application/atom+xml", Encoding.UTF8);
    }

    private static string Write(SearchParameters parameters, SearchResponse response, string site, string query)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("id", Atom, $"{site}/feed{query}");
            xml.WriteElementString("title", Atom, Clean(string.IsNullOrWhiteSpace(parameters.Q) ? "Latest articles" : parameters.Q));
            WriteLink(xml, "self", $"{site}/feed{query}");
            WriteLink(xml, "alternate", $"{site}/{query}");
            xml.WriteElementString("updated", Atom, Time(response.Hits.Select(Date).DefaultIfEmpty(NoDate).Max()));
            xml.WriteElementString("generator", Atom, "Ingest");
            foreach (var hit in response.Hits)
            {
                WriteEntry(xml, hit, site);
            }

            xml.WriteEndElement();
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text;
    }

    private static void WriteEntry(XmlWriter xml, SearchHit hit, string site)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, "urn:ingest:article:" + hit.ArticleId);
        xml.WriteElementString("title", Atom, Clean(hit.Title.Length > 0 ? hit.Title : "(no title)"));
        xml.WriteElementString("updated", Atom, Time(Date(hit)));
        WriteLink(xml, "alternate", $"{site}/articles/{hit.ArticleId}");
        if (Wording.WebLink(hit.Url) is { } original)
        {
            WriteLink(xml, "via", original);
        }

        // Atom wants an author; where nobody is named it is who published it.
        foreach (var author in hit.Authors.Count > 0 ? hit.Authors : [hit.Source ?? "unknown"])
        {
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, Clean(author));
            xml.WriteEndElement();
        }

        xml.WriteElementString("summary", Atom, Clean(hit.Snippet));
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", Clean(address));
        xml.WriteEndElement();
    }

    private static DateTimeOffset Date(SearchHit hit) => NewsDate.Start(hit.PublishedAt) ?? NoDate;

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Without what XML has no place for.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text, i++, 2);
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
        }

        return clean.ToString();
    }
}
