namespace Ingest.Parser.Tables.Columns;

/// <summary>What a column of a table, or a property of a record, means for an article.</summary>
internal enum ColumnRole
{
    Title,
    Body,

    /// <summary>A teaser or abstract: the text only where there is no other.</summary>
    Summary,
    PublishedAt,

    /// <summary>When it was changed or found: the date only where there is no other.</summary>
    UpdatedAt,
    Authors,
    Agencies,
    Source,
    Url,
    Language,
    Section,
    Dateline,

    /// <summary>The record's own identifier.</summary>
    Key,
}
