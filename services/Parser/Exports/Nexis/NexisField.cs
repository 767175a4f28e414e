namespace Ingest.Parser.Exports.Nexis;

/// <summary>What a labelled line of a Nexis document states.</summary>
internal enum NexisField
{
    None, Headline, Byline, Section, Length, Dateline, Highlight, Body, Date, Source,

    /// <summary>From here on these stand behind the text.</summary>
    Language, LoadDate, Graphic, Correction, Url, Other,
}
