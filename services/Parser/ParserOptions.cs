using System.ComponentModel.DataAnnotations;

namespace Ingest.Parser;

/// <summary>Limits of the parser and where it finds the watched folders.</summary>
public sealed class ParserOptions
{
    /// <summary>Where it is configured.</summary>
    public const string Section = "Ingest:Parser";

    /// <summary>Default of <see cref="MaxFileBytes"/>: 64 MiB.</summary>
    public const long DefaultMaxFileBytes = 64L << 20;

    /// <summary>Default of <see cref="MaxArticleBytes"/>: 8 MiB.</summary>
    public const int DefaultMaxArticleBytes = 8 << 20;

    /// <summary>Largest file that is read as a whole, and largest member of a container, in bytes.</summary>
    [Range(1024, 1L << 30, ErrorMessage = "Ingest:Parser:MaxFileBytes must lie between 1 KiB and 1 GiB.")]
    public long MaxFileBytes { get; set; } = DefaultMaxFileBytes;

    /// <summary>Largest article, in bytes of UTF-8: it travels whole in messages.</summary>
    [Range(1024, 100 << 20, ErrorMessage = "Ingest:Parser:MaxArticleBytes must lie between 1 KiB and 100 MiB.")]
    public int MaxArticleBytes { get; set; } = DefaultMaxArticleBytes;

    /// <summary>Largest content of a workbook's tables once it is unpacked, in bytes.</summary>
    [Range(1024, 4L << 30, ErrorMessage = "Ingest:Parser:MaxWorkbookBytes must lie between 1 KiB and 4 GiB.")]
    public long MaxWorkbookBytes { get; set; } = 256L << 20;

    /// <summary>Default of <see cref="MaxDocumentBytes"/>: 256 MiB.</summary>
    public const long DefaultMaxDocumentBytes = 256L << 20;

    /// <summary>Largest size that the parts of one document (Word, OpenDocument, EPUB, PDF) may have together when they are unpacked, in bytes.</summary>
    [Range(1L << 20, 1L << 32, ErrorMessage = "Ingest:Parser:MaxDocumentBytes must lie between 1 MiB and 4 GiB.")]
    public long MaxDocumentBytes { get; set; } = DefaultMaxDocumentBytes;

    /// <summary>Pages of a PDF that are read; what follows is left out with a warning.</summary>
    [Range(1, 100_000, ErrorMessage = "Ingest:Parser:MaxPages must lie between 1 and 100,000.")]
    public int MaxPages { get; set; } = 2_000;

    /// <summary>Longest time for parsing one file, or one member of a container.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ErrorMessage = "Ingest:Parser:MaxParseTime must lie between 0.1 seconds and 1 hour.")]
    public TimeSpan MaxParseTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest container (archive, web archive, mailbox, table …), in bytes: it is read member by member.</summary>
    [Range(1024, 1L << 44, ErrorMessage = "Ingest:Parser:MaxContainerBytes must lie between 1 KiB and 16 TiB.")]
    public long MaxContainerBytes { get; set; } = 64L << 30;

    /// <summary>Articles of a large file that are handed on at a time; the next ones follow when these are searchable.</summary>
    [Range(1, 100_000, ErrorMessage = "Ingest:Parser:PortionArticles must lie between 1 and 100,000.")]
    public int PortionArticles { get; set; } = 4_000;

    /// <summary>Most members of a container, those of containers in it included.</summary>
    [Range(1, 100_000_000, ErrorMessage = "Ingest:Parser:MaxMembers must lie between 1 and 100,000,000.")]
    public int MaxMembers { get; set; } = 1_000_000;

    /// <summary>How deep containers may stand in each other; a compression such as gzip around an archive counts.</summary>
    [Range(1, 32, ErrorMessage = "Ingest:Parser:MaxNesting must lie between 1 and 32.")]
    public int MaxNesting { get; set; } = 5;

    /// <summary>
    /// How many times its compressed size a content may grow to. Text shrinks to a third to a tenth, the same article over and
    /// over to a hundredth; what is made to harm, to a thousandth and less.
    /// </summary>
    [Range(2, 1_000_000, ErrorMessage = "Ingest:Parser:MaxExpansionRatio must lie between 2 and 1,000,000.")]
    public int MaxExpansionRatio { get; set; } = 200;

    /// <summary>Bytes up to which a content may grow whatever the ratio: 32 MiB do no harm.</summary>
    [Range(0, 1L << 40, ErrorMessage = "Ingest:Parser:FreeExpansionBytes must lie between 0 and 1 TiB.")]
    public long FreeExpansionBytes { get; set; } = 32L << 20;

    /// <summary>How deep the tags of a document (HTML, XML), or the brackets of JSON data, may stand in each other.</summary>
    [Range(1_000, 10_000_000, ErrorMessage = "Ingest:Parser:MaxTagDepth must lie between 1,000 and 10,000,000.")]
    public int MaxTagDepth { get; set; } = 50_000;

    /// <summary>Messages and files that may stand in each other in mail.</summary>
    [Range(1, 32, ErrorMessage = "Ingest:Parser:MaxMailDepth must lie between 1 and 32.")]
    public int MaxMailDepth { get; set; } = 5;

    /// <summary>Parts of one message that are looked at.</summary>
    [Range(1, 100_000, ErrorMessage = "Ingest:Parser:MaxMailParts must lie between 1 and 100,000.")]
    public int MaxMailParts { get; set; } = 1_000;

    /// <summary>Files parsed at the same time; 0 for one a processor.</summary>
    [Range(0, 256, ErrorMessage = "Ingest:Parser:Parallel must lie between 0 (one a processor) and 256.")]
    public int Parallel { get; set; }

    /// <summary>How often a process may die while it parses a file before the file is quarantined.</summary>
    [Range(1, 20, ErrorMessage = "Ingest:Parser:MaxDeaths must lie between 1 and 20.")]
    public int MaxDeaths { get; set; } = 3;

    /// <summary>
    /// Where this process finds a watched folder, by the watch's name; without an entry, where the Watcher sees it.
    /// </summary>
    public Dictionary<string, string> Mounts { get; } = new(StringComparer.Ordinal);
}
