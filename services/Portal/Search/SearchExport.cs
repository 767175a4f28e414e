using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Ingest.Portal.Http;
using Ingest.Queries;

namespace Ingest.Portal.Search;

/// <summary>All hits of a search, to be kept.</summary>
internal sealed class SearchExport(ISearchQueries search, SearchRequest request, int most, bool asCsv) : Download(
    asCsv ? "articles.csv" : "articles.ndjson", asCsv ? "text/csv; charset=utf-8; header=present" : "application/x-ndjson; charset=utf-8")
{
    private const int PageSize = 200;

    protected override async IAsyncEnumerable<string> PiecesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        if (asCsv)
        {
            Csv.Append(text, "articleId", "title", "publishedAt", "source", "authors", "agencies", "section", "language", "url", "clusterId", "relation", "clusterSize", "path", "body");
        }

        var given = 0;
        for (var page = request with { Limit = PageSize }; page is not null;)
        {
            var response = await search.SearchAsync(page, cancellationToken);
            foreach (var hit in response.Hits.Take(most - given))
            {
                Append(text, hit);
            }

            yield return text.ToString();
            text.Clear();
            given += response.Hits.Count;
            page = response.Next is null || given >= most ? null : page with { Cursor = response.Next };
        }
    }

    private void Append(StringBuilder text, SearchHit hit)
    {
        if (asCsv)
        {
            Csv.Append(
                text, hit.ArticleId, hit.Title, hit.PublishedAt, hit.Source, string.Join("; ", hit.Authors), string.Join("; ", hit.Agencies), hit.Section, hit.Language, hit.Url,
                hit.ClusterId, hit.Relation, hit.ClusterSize, hit.Path, hit.Body);
        }
        else
        {
            text.Append(JsonSerializer.Serialize(hit, Json)).Append('\n');
        }
    }
}
