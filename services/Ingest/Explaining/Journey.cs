using Ingest.CommandLine.Commands;
using Ingest.Contracts;
using Ingest.Queries;

namespace Ingest.CommandLine.Explaining;

/// <summary>Everything the services know about one file.</summary>
public sealed record Journey(FileEntry File, IReadOnlyList<ArticleJourney> Articles)
{
    /// <summary>What became of a container's members: the first thousand.</summary>
    public IReadOnlyList<FileMember> Members { get; init; } = [];

    /// <summary>Finds a file by path or identifier, or the file of an article; null when nobody knows it.</summary>
    public static async Task<Journey?> OfAsync(QueryScope scope, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var article = await scope.Articles.GetAsync(new ArticleKey(name), cancellationToken);
        var file = await scope.Files.GetAsync(new FileKey(article?.FileId ?? name), cancellationToken);
        if (file is null)
        {
            return null;
        }

        var articles = article is null
            ? (await scope.Articles.OfFileAsync(new FileArticles(file.FileId), cancellationToken)).Articles
            : [article];
        var journeys = new List<ArticleJourney>();
        foreach (var each in articles)
        {
            var member = await scope.Clusters.GetAsync(new ArticleKey(each.ArticleId), cancellationToken);
            var cluster = member is null ? null : await scope.Clusters.ClusterAsync(new ClusterKey(member.ClusterId), cancellationToken);
            var indexed = await scope.Search.GetAsync(new ArticleKey(each.ArticleId), cancellationToken) is not null;
            journeys.Add(new ArticleJourney(each with { Body = "" }, member, cluster?.Members ?? [], indexed));
        }

        var members = article is null ? (await scope.Articles.MembersAsync(new FileMembers(file.FileId), cancellationToken)).Members : [];
        return new Journey(file, journeys) { Members = members };
    }
}

/// <summary>One article of it.</summary>
/// <param name="Article">As parsed, without its body.</param>
/// <param name="Assignment">Its place in a cluster; null while the Deduplicator has not seen it.</param>
/// <param name="Cluster">All members of that cluster.</param>
/// <param name="Indexed">Whether the Indexer holds it.</param>
public sealed record ArticleJourney(Article Article, ClusterMember? Assignment, IReadOnlyList<ClusterMember> Cluster, bool Indexed);
