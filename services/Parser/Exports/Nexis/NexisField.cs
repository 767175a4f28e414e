namespace Ingest.Parser.Exports.Nexis;

/// <summary>What a labelled line of a Nexis document states.</summary>
internal enum NexisField
{
    None, Headline, Byline, Section, Length, Dateline, Highlight, Body, Date, Source,

    /// <summary>Stands above the text and states nothing of an article: a programme, its guests.</summary>
    Above,

    /// <summary>From here on these stand behind the text.</summary>
    Language, LoadDate, Graphic, Correction, Url, Other,
}
