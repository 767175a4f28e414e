namespace Ingest.Contracts;

/// <summary>
/// The closed vocabulary of reasons for which a file ends as <c>rejected</c> or <c>failed</c>. Codes are kept for ever: people
/// filter and script by them.
/// </summary>
public static class RejectionReasons
{
    /// <summary>The file has no content, or only white space.</summary>
    public const string Empty = "empty";

    /// <summary>The content is not text and no known format.</summary>
    public const string Binary = "binary";

    /// <summary>A readable file in which no article could be found.</summary>
    public const string NoArticle = "no-article";

    /// <summary>The format is known and not supported.</summary>
    public const string UnsupportedFormat = "unsupported-format";

    /// <summary>The file is larger than the configured limit.</summary>
    public const string TooLarge = "too-large";

    /// <summary>One article is larger than what travels in a message.</summary>
    public const string ArticleTooLarge = "article-too-large";

    /// <summary>Parsing took longer than the configured limit.</summary>
    public const string TooSlow = "too-slow";

    /// <summary>Needs a password or a key.</summary>
    public const string Encrypted = "encrypted";

    /// <summary>The format is known and the content breaks its rules, or is cut off, before an article was found.</summary>
    public const string Damaged = "damaged";

    /// <summary>A document that holds pictures of text, and no text.</summary>
    public const string NoTextLayer = "no-text-layer";

    /// <summary>Containers, elements or tags stand in each other deeper than the limit.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>A container has more members than the limit.</summary>
    public const string TooManyMembers = "too-many-members";

    /// <summary>A compressed content grows beyond the limit of its ratio.</summary>
    public const string ExpansionRatio = "expansion-ratio";

    /// <summary>The mapping file beside a table cannot be used, or does not fit it.</summary>
    public const string InvalidMapping = "invalid-mapping";

    /// <summary>A file that names the columns of the data beside it; it holds no article of its own.</summary>
    public const string MappingFile = "mapping-file";

    /// <summary>The file cannot be read: permissions, or an error of the disk.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>A symbolic link that points outside the watched folder, or to nothing.</summary>
    public const string SymbolicLink = "symbolic-link";

    /// <summary>A pipe, socket or device.</summary>
    public const string NotAFile = "not-a-file";

    /// <summary>(failed) A worker process died each time it worked on this file.</summary>
    public const string Quarantined = "quarantined";

    /// <summary>(failed) A stage raised an unforeseen error each time.</summary>
    public const string StageError = "stage-error";
}
