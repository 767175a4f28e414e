namespace Ingest.Parser.Store;

/// <summary>A row of <c>files</c>.</summary>
internal sealed class FileRow
{
    public const string Select =
        """
        SELECT file_id AS FileId, watch AS Watch, path AS Path, revision AS Revision, sha256 AS Sha256,
            parser_version AS ParserVersion, outcome AS Outcome, reason AS Reason, detail AS Detail, article_ids AS ArticleIds,
            retracted_ids AS RetractedIds, warning_count AS WarningCount, discovered_at AS DiscoveredAt, settled_at AS SettledAt,
            article_count AS ArticleCount, portions AS Portions, member_count AS MemberCount, limits AS Limits
        FROM files
        """;

    public string FileId { get; set; } = "";

    public string Watch { get; set; } = "";

    public string Path { get; set; } = "";

    public long Revision { get; set; }

    public string? Sha256 { get; set; }

    public long ParserVersion { get; set; }

    public string Outcome { get; set; } = "";

    public string? Reason { get; set; }

    public string? Detail { get; set; }

    public string ArticleIds { get; set; } = "";

    public string RetractedIds { get; set; } = "";

    public long WarningCount { get; set; }

    public long DiscoveredAt { get; set; }

    public long SettledAt { get; set; }

    public long ArticleCount { get; set; }

    public long Portions { get; set; }

    public long MemberCount { get; set; }

    public string? Limits { get; set; }

    public FileResult ToResult() => new()
    {
        FileId = FileId,
        Watch = Watch,
        Path = Path,
        Revision = Revision,
        Sha256 = Sha256,
        ParserVersion = (int)ParserVersion,
        Outcome = Outcome,
        Reason = Reason,
        Detail = Detail,
        ArticleIds = Split(ArticleIds),
        RetractedIds = Split(RetractedIds),
        WarningCount = (int)WarningCount,
        DiscoveredAt = StoreTime.FromMicroseconds(DiscoveredAt),
        SettledAt = StoreTime.FromMicroseconds(SettledAt),
        ArticleCount = (int)ArticleCount,
        Portions = (int)Portions,
        MemberCount = (int)MemberCount,
        Limits = Limits,
    };

    /// <summary>A list of identifiers, which hold no spaces, in one column.</summary>
    public static string Join(IReadOnlyList<string> ids) => string.Join(' ', ids);

    public static string[] Split(string ids) => ids.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
