using System.Data.Common;
using Ingest.Contracts;
using Ingest.Deduplicator.Clusters;
using Ingest.Deduplicator.Text;

namespace Ingest.Deduplicator.Store;

/// <summary>Articles and their assignments in the store.</summary>
internal static class ArticleRows
{
    private const string Select =
        """
        SELECT article_no, article_id, revision, text_no, path, ordinal, title, published_at, starts_at, ends_at, title_key, is_version,
            origin, canonical_no, centre_no, relation, similarity, containment, version, cause_no, cause_revision, agency_rank
        FROM articles
        """;

    /// <summary>The number of an article; null when there is none.</summary>
    public static int? NumberOf(Statements statements, string articleId) =>
        statements.Query(
            NumberDirectory.NumberOfArticle, row => (int)row.GetInt64(0), ("@articleId", articleId)) is [var no] ? no : null;

    public static ArticleRow Load(Statements statements, int no) =>
        statements.Query($"{Select} WHERE article_no = @no", Read, ("@no", no))[0];

    public static List<ArticleRow> CentresOf(Statements statements, int text) =>
        // As the index articles_centres says it: see Place.IsRepresentative.
        statements.Query($"{Select} WHERE text_no = @text AND (centre_no = article_no OR (centre_no = canonical_no AND similarity < 0.8))", Read, ("@text", text));

    /// <summary>The articles of a cluster that have this centre.</summary>
    public static List<ArticleRow> MembersOf(Statements statements, int canonical, int centre) =>
        statements.Query(
            $"{Select} WHERE canonical_no = @canonical AND canonical_no <> article_no AND centre_no = @centre AND article_no <> @centre",
            Read,
            ("@canonical", canonical),
            ("@centre", centre));

    /// <summary>The articles of a text whose publication lies in a window, and those without a date.</summary>
    public static List<ArticleRow> OfText(Statements statements, int text, long from, long to) =>
        statements.Query(
            $"{Select} WHERE text_no = @text AND (starts_at IS NULL OR (starts_at <= @to AND ends_at >= @from))",
            Read,
            ("@text", text),
            ("@to", to),
            ("@from", from));

    /// <summary>The assignments of others that an article is the cause of.</summary>
    public static List<ClusterAssignment> CausedBy(Statements statements, int cause) =>
        statements.Query(
            """
            SELECT a.article_id, c.article_id, a.relation, a.similarity, a.containment, a.version, m.article_id
            FROM articles a JOIN articles c ON c.article_no = a.canonical_no JOIN articles m ON m.article_no = a.centre_no
            WHERE a.cause_no = @cause AND a.cause_no <> a.article_no AND a.text_no IS NOT NULL
            """,
            row => Assignment(row.GetString(0), row.GetString(1), row.GetString(6), row.GetString(2), row.GetDouble(3), row.GetDouble(4), row.GetInt64(5)),
            ("@cause", cause));

    /// <summary>The assignments of two articles, and of others that either of them is the cause of.</summary>
    public static IReadOnlyList<ClusterAssignment> EffectsOf(Statements statements, int? first, int? second) =>
        [.. statements.Query(
            """
            SELECT a.article_id, c.article_id, m.article_id, a.relation, a.similarity, a.containment, a.version
            FROM articles a JOIN articles c ON c.article_no = a.canonical_no JOIN articles m ON m.article_no = a.centre_no
            WHERE a.text_no IS NOT NULL AND (a.article_no IN (@first, @second)
                OR a.article_no IN (SELECT article_no FROM articles WHERE cause_no IN (@first, @second) AND cause_no <> article_no))
            """,
            row => Assignment(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetDouble(4), row.GetDouble(5), row.GetInt64(6)),
            ("@first", first),
            ("@second", second))];

    public static ClusterAssignment Assignment(
        string articleId, string canonicalId, string centreId, string relation, double similarity, double containment, long version) => new()
        {
            ArticleId = articleId,
            ClusterId = canonicalId,
            CanonicalId = canonicalId,
            Relation = relation,
            MatchedId = relation == Relations.Canonical ? null : centreId == articleId ? canonicalId : centreId,
            Similarity = similarity,
            Containment = containment,
            Version = version,
        };

    public static void Save(Statements statements, ArticleNode article) =>
        statements.Execute(
            """
            INSERT INTO articles (article_no, article_id, revision, text_no, path, ordinal, title, published_at, starts_at, ends_at,
                title_key, is_version, origin, canonical_no, centre_no, relation, similarity, containment, version, cause_no, cause_revision,
                agency_rank)
            VALUES (@no, @id, @revision, @text, @path, @ordinal, @title, @publishedAt, @startsAt, @endsAt,
                @titleKey, @isVersion, @origin, @canonical, @centre, @relation, @similarity, @containment, @version, @cause, @causeRevision, @agencyRank)
            ON CONFLICT (article_no) DO UPDATE SET revision = excluded.revision, text_no = excluded.text_no, path = excluded.path,
                ordinal = excluded.ordinal, title = excluded.title, published_at = excluded.published_at, starts_at = excluded.starts_at,
                ends_at = excluded.ends_at, title_key = excluded.title_key, is_version = excluded.is_version, origin = excluded.origin,
                canonical_no = excluded.canonical_no, centre_no = excluded.centre_no, relation = excluded.relation, similarity = excluded.similarity,
                containment = excluded.containment, version = excluded.version, cause_no = excluded.cause_no,
                cause_revision = excluded.cause_revision, agency_rank = excluded.agency_rank
            """,
            ("@no", article.No),
            ("@id", article.Id),
            ("@revision", article.Revision),
            ("@text", article.Text?.No),
            ("@path", article.Path),
            ("@ordinal", article.Ordinal),
            ("@title", article.Title),
            ("@publishedAt", article.PublishedAt),
            ("@startsAt", article.Published.Starts),
            ("@endsAt", article.Published.Ends),
            ("@titleKey", (long)article.Headline.Key),
            ("@isVersion", article.Headline.IsVersion ? 1 : 0),
            ("@origin", article.Origin),
            ("@canonical", article.Place.CanonicalNo),
            ("@centre", article.Place.CentreNo),
            ("@relation", article.Place.Relation),
            ("@similarity", article.Place.Similarity),
            ("@containment", article.Place.Containment),
            ("@version", article.Version),
            ("@cause", article.CauseNo),
            ("@causeRevision", article.CauseRevision),
            ("@agencyRank", article.AgencyRank));

    private static ArticleRow Read(DbDataReader row) => new(
        new ArticleNode
        {
            No = (int)row.GetInt64(0),
            Id = row.GetString(1),
            Revision = row.GetInt64(2),
            Path = row.GetString(4),
            Ordinal = (int)row.GetInt64(5),
            Title = row.GetString(6),
            PublishedAt = row.IsDBNull(7) ? null : row.GetString(7),
            Published = new Publication(row.IsDBNull(8) ? null : row.GetInt64(8), row.IsDBNull(9) ? null : row.GetInt64(9)),
            Headline = new Headline((ulong)row.GetInt64(10), row.GetInt64(11) != 0),
            Origin = row.GetInt64(12),
            Place = new Place((int)row.GetInt64(13), (int)row.GetInt64(14), row.GetString(15), row.GetDouble(16), row.GetDouble(17)),
            Version = row.GetInt64(18),
            CauseNo = (int)row.GetInt64(19),
            CauseRevision = row.GetInt64(20),
            AgencyRank = (int)row.GetInt64(21),
        },
        row.IsDBNull(3) ? null : (int)row.GetInt64(3));
}

/// <summary>An article as it stands in the store.</summary>
/// <param name="Article">The article, not yet with its text.</param>
/// <param name="TextNo">The text; null when it was retracted.</param>
internal readonly record struct ArticleRow(ArticleNode Article, int? TextNo);
