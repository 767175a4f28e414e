namespace Ingest.Parser.Containers;

/// <summary>The containers that are read.</summary>
internal enum ContainerKind
{
    /// <summary>ZIP and ZIP64.</summary>
    Zip,

    /// <summary>TAR: v7, ustar, GNU, pax.</summary>
    Tar,

    /// <summary>One stream, or several that follow each other.</summary>
    Gzip,

    /// <summary>One stream, or several that follow each other.</summary>
    Bzip2,

    /// <summary>One stream, or several that follow each other.</summary>
    Xz,

    /// <summary>Zstandard, one frame or several.</summary>
    Zstd,

    /// <summary>7z.</summary>
    SevenZip,

    /// <summary>RAR 1.5 to 5.</summary>
    Rar,

    /// <summary>WARC 0.17 to 1.1.</summary>
    Warc,

    /// <summary>ARC 1 and 2, what crawlers wrote before WARC.</summary>
    Arc,
}
