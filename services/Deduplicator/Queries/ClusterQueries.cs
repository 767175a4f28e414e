using Dapper;
using Ingest.Contracts;
using Ingest.Deduplicator.Store;
using Ingest.Deduplicator.Text;
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
            m.article_id AS CentreId, e.numbers AS Numbers, e.shared_words AS SharedWords, t.words AS Words, m.text_no = a.text_no AS IsSameText,
            a.starts_at AS StartsAt, a.ends_at AS EndsAt, m.starts_at AS CentreStartsAt, m.ends_at AS CentreEndsAt
        FROM articles a JOIN articles c ON c.article_no = a.canonical_no JOIN articles m ON m.article_no = a.centre_no
            JOIN texts t ON t.text_no = a.text_no LEFT JOIN edges e ON e.text_no = a.text_no AND e.other_no = m.text_no
        """;

    // 4 is the verdict of a long quotation; see the migration.
    private const string Links =
        """
        SELECT a.article_id AS MemberId, o.article_id AS ArticleId, c.article_id AS ClusterId, o.title AS Title, e.shared_words AS SharedWords
        FROM articles a JOIN edges e ON e.text_no = a.text_no AND e.verdict = 4 JOIN articles o ON o.text_no = e.other_no
            JOIN articles c ON c.article_no = o.canonical_no
        WHERE (a.article_no = @canonical OR (a.canonical_no = @canonical AND a.canonical_no <> a.article_no)) AND o.canonical_no <> @canonical
        ORDER BY a.article_id, o.article_id LIMIT 1000
        """;

    /// <inheritdoc/>
    public Task<ClusterMember?> GetAsync(ArticleKey key, CancellationToken cancellationToken) =>
        database.AskAsync(
            async connection => (await connection.QuerySingleOrDefaultAsync<MemberRow>(new CommandDefinition(
                $"{Select} WHERE a.article_no IN ({NumberDirectory.NumberOfArticle}) AND a.text_no IS NOT NULL",
                new { articleId = key.ArticleId },
                cancellationToken: cancellationToken)))?.ToMember(),
            null,
            cancellationToken);

    /// <inheritdoc/>
    public Task<Cluster?> ClusterAsync(ClusterKey key, CancellationToken cancellationToken) =>
        database.AskAsync(
            async connection =>
            {
                var canonical = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
                    $"SELECT canonical_no FROM articles WHERE article_no IN ({NumberDirectory.NumberOfArticle}) AND text_no IS NOT NULL",
                    new { articleId = key.ClusterId },
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
                var links = await connection.QueryAsync<LinkRow>(new CommandDefinition(Links, new { canonical }, cancellationToken: cancellationToken));
                return new Cluster(members[0].ClusterId, members[0].CanonicalId, members)
                {
                    Links = [.. links.Select(link => new ClusterLink(link.MemberId, link.ArticleId, link.ClusterId, link.Title, (int)link.SharedWords))],
                };
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
                    $"{Select} WHERE a.article_no IN ({NumberDirectory.PageOfArticles}) ORDER BY a.article_id",
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
        var comparison = comparer.Compare(request.First, request.Second);
        var isOne = first is not null && first.ClusterId == second?.ClusterId;
        return comparison with
        {
            SameCluster = isOne,
            // What two articles are to each other does not say by itself where they stand: each belongs to what it is most like.
            Findings = first is null || second is null || isOne == comparison.Relation is not null
                ? comparison.Findings
                : [.. comparison.Findings, Standing.Of("The first", first), Standing.Of("The second", second)],
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

        public double? Numbers { get; set; }

        public long? SharedWords { get; set; }

        public long Words { get; set; }

        public long? IsSameText { get; set; }

        public long? StartsAt { get; set; }

        public long? EndsAt { get; set; }

        public long? CentreStartsAt { get; set; }

        public long? CentreEndsAt { get; set; }

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
            NumberAgreement = IsAlone ? null : IsSameText == 1 ? 1 : Numbers,
            SharedWords = IsAlone ? null : IsSameText == 1 ? (int)Words : (int?)SharedWords,
            HoursApart = IsAlone ? null : Publication.HoursApart(new Publication(StartsAt, EndsAt), new Publication(CentreStartsAt, CentreEndsAt)),
        };

        private bool IsAlone => CentreId == ArticleId;
    }

    private sealed class LinkRow
    {
        public string MemberId { get; set; } = "";

        public string ArticleId { get; set; } = "";

        public string ClusterId { get; set; } = "";

        public string Title { get; set; } = "";

        public long SharedWords { get; set; }
    }
}
