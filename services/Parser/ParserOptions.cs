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

    /// <summary>Largest text file, in bytes: it is read as a whole.</summary>
    [Range(1024, 1L << 30, ErrorMessage = "Ingest:Parser:MaxFileBytes must lie between 1 KiB and 1 GiB.")]
    public long MaxFileBytes { get; set; } = DefaultMaxFileBytes;

    /// <summary>Largest article, in bytes of UTF-8: it travels whole in messages.</summary>
    [Range(1024, 100 << 20, ErrorMessage = "Ingest:Parser:MaxArticleBytes must lie between 1 KiB and 100 MiB.")]
    public int MaxArticleBytes { get; set; } = DefaultMaxArticleBytes;

    /// <summary>Largest content of a workbook's tables once it is unpacked, in bytes.</summary>
    [Range(1024, 4L << 30, ErrorMessage = "Ingest:Parser:MaxWorkbookBytes must lie between 1 KiB and 4 GiB.")]
    public long MaxWorkbookBytes { get; set; } = 256L << 20;

    /// <summary>Longest time for parsing one file.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ErrorMessage = "Ingest:Parser:MaxParseTime must lie between 0.1 seconds and 1 hour.")]
    public TimeSpan MaxParseTime { get; set; } = TimeSpan.FromSeconds(30);

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
