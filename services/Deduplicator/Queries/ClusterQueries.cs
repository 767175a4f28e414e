using Dapper;
using Ingest.Contracts;
using Ingest.Queries;
using Ingest.Storage;

namespace Ingest.Deduplicator.Queries;

/// <summary>
/// Answers about clusters from the store, whether the role runs or not. A data folder in which nothing was clustered yet has no
/// clusters; that is no error.
/// </summary>
internal sealed class ClusterQueries(Database database, ArticleComparer comparer) : IClusterQueries
{
    private const int MostMembers = 10_000;

    private const string Select =
        """
        SELECT a.article_id AS ArticleId, a.path AS Path, a.ordinal AS Ordinal, a.title AS Title, a.published_at AS PublishedAt,
            a.relation AS Relation, a.similarity AS Similarity, a.containment AS Containment, c.article_id AS CanonicalId,
            m.article_id AS CentreId
        FROM articles a JOIN articles c ON c.article_no = a.canonical_no JOIN articles m ON m.article_no = a.centre_no
        """;

    /// <inheritdoc/>
    public Task<ClusterMember?> GetAsync(ArticleKey key, CancellationToken cancellationToken) =>
        database.AskAsync(
            async connection => (await connection.QuerySingleOrDefaultAsync<MemberRow>(new CommandDefinition(
                $"{Select} WHERE a.article_id = @ArticleId AND a.text_no IS NOT NULL",
                new { key.ArticleId },
                cancellationToken: cancellationToken)))?.ToMember(),
            null,
            cancellationToken);

    /// <inheritdoc/>
    public Task<Cluster?> ClusterAsync(ClusterKey key, CancellationToken cancellationToken) =>
        database.AskAsync(
            async connection =>
            {
                var canonical = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
                    "SELECT canonical_no FROM articles WHERE article_id = @ClusterId AND text_no IS NOT NULL",
                    new { key.ClusterId },
                    cancellationToken: cancellationToken));
                if (canonical is null)
                {
                    return null;
                }

                // Two look-ups by index; with OR the members' partial index would not serve.
                var rows = await connection.QueryAsync<MemberRow>(new CommandDefinition(
                    $"""
                    {Select} WHERE a.article_no = @canonical
                    UNION ALL
                    {Select} WHERE a.canonical_no = @canonical AND a.canonical_no <> a.article_no
                    """,
                    new { canonical },
                    cancellationToken: cancellationToken));
                var members = rows.Select(row => row.ToMember())
                    .OrderBy(member => member.Relation == Relations.Canonical ? 0 : 1)
                    .ThenBy(member => member.ArticleId, StringComparer.Ordinal)
                    .ToList();
                return new Cluster(members[0].ClusterId, members[0].CanonicalId, members);
            },
            null,
            cancellationToken);

    /// <inheritdoc/>
    public Task<ClusterPage> ScanAsync(ClusterScan request, CancellationToken cancellationToken) =>
        database.AskAsync(
            async connection =>
            {
                var limit = Math.Clamp(request.Limit, 1, MostMembers);
                var rows = (await connection.QueryAsync<MemberRow>(new CommandDefinition(
                    $"{Select} WHERE a.article_id > @after AND a.text_no IS NOT NULL ORDER BY a.article_id LIMIT @most",
                    new { after = request.After ?? "", most = limit + 1 },
                    cancellationToken: cancellationToken))).AsList();
                // One more than asked for tells whether there is a next page.
                var members = rows.Take(limit).Select(row => row.ToMember()).ToList();
                return new ClusterPage(members, rows.Count > limit ? members[^1].ArticleId : null);
            },
            new ClusterPage([], null),
            cancellationToken);

    /// <inheritdoc/>
    public async Task<Comparison> CompareAsync(ComparisonRequest request, CancellationToken cancellationToken)
    {
        var first = await GetAsync(new ArticleKey(request.First.ArticleId), cancellationToken);
        var second = await GetAsync(new ArticleKey(request.Second.ArticleId), cancellationToken);
        return comparer.Compare(request.First, request.Second) with
        {
            SameCluster = first is not null && first.ClusterId == second?.ClusterId,
        };
    }

    private sealed class MemberRow
    {
        public string ArticleId { get; set; } = "";

        public string Path { get; set; } = "";

        public long Ordinal { get; set; }

        public string Title { get; set; } = "";

        public string? PublishedAt { get; set; }

        public string Relation { get; set; } = "";

        public double Similarity { get; set; }

        public double Containment { get; set; }

        public string CanonicalId { get; set; } = "";

        public string CentreId { get; set; } = "";

        public ClusterMember ToMember() => new()
        {
            ArticleId = ArticleId,
            Path = Path,
            Ordinal = (int)Ordinal,
            Title = Title,
            PublishedAt = PublishedAt,
            ClusterId = CanonicalId,
            CanonicalId = CanonicalId,
            MatchedId = Relation == Relations.Canonical ? null : CentreId == ArticleId ? CanonicalId : CentreId,
            Relation = Relation,
            Similarity = Similarity,
            Containment = Containment,
        };
    }
}
