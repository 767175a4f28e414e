using Ingest.Parser.Containers;

namespace Ingest.Parser.Store;

/// <summary>A row of <c>portions</c>.</summary>
internal sealed class PortionRow
{
    public const string Select =
        """
        SELECT file_id AS FileId, revision AS Revision, parser_version AS ParserVersion, portion AS Number, sha256 AS Sha256,
            pieces AS Pieces, articles_before AS ArticlesBefore, article_ids AS ArticleIds, warning_count AS WarningCount, is_last AS IsLast,
            part AS Part, in_member AS InMember
        FROM portions
        """;

    public string FileId { get; set; } = "";

    public long Revision { get; set; }

    public long ParserVersion { get; set; }

    public long Number { get; set; }

    public string Sha256 { get; set; } = "";

    public long Pieces { get; set; }

    public long Part { get; set; }

    public long InMember { get; set; }

    public long ArticlesBefore { get; set; }

    public string ArticleIds { get; set; } = "";

    public long WarningCount { get; set; }

    public long IsLast { get; set; }

    public Portion ToPortion() => new()
    {
        FileId = FileId,
        Revision = Revision,
        Sha256 = Sha256,
        ParserVersion = (int)ParserVersion,
        Number = (int)Number,
        Next = new Bookmark((int)Pieces, (int)Part),
        InMember = (int)InMember,
        ArticlesBefore = (int)ArticlesBefore,
        ArticleIds = FileRow.Split(ArticleIds),
        WarningCount = (int)WarningCount,
        IsLast = IsLast == 1,
    };
}
