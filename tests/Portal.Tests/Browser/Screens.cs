using Ingest.Portal.Tests.Hosting;
using Ingest.Queries;

namespace Ingest.Portal.Tests.Browser;

/// <summary>Every kind of page.</summary>
internal static class Screens
{
    public static IReadOnlyList<string> Paths(Archive archive)
    {
        var article = archive.Articles[0];
        var failed = archive.Files.Values.First(file => file.State == FileStates.Failed);
        var waiting = archive.Files.Values.First(file => file.State == FileStates.InFlight);
        return
        [
            "/", "/?q=putin&duplicates=show", "/?q=%22nothing+like+that&from=soon", $"/articles/{article.ArticleId}", $"/clusters/{article.ArticleId}",
            $"/compare/{article.ArticleId}/{archive.Articles[2].ArticleId}", "/batches", "/batches/7", "/drop", "/no/such/page", "/decisions", "/quotes", "/quotes?words=nothing+like+that&by=nobody",
            $"/decisions/split?article={archive.Articles[1].ArticleId}", $"/decisions/join?article={article.ArticleId}&q=cocoa",
            $"/decisions/join?article={article.ArticleId}&with={archive.Articles[5].ArticleId}", "/sign-in",
            $"/files/canary?state=failed&reason=stage-error&files={failed.FileId}",
            "/files", "/files?state=rejected&path=page", $"/files/{article.FileId}", $"/files/{failed.FileId}", $"/files/{waiting.FileId}", "/overview",
        ];
    }
}
