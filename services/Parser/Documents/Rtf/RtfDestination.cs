namespace Ingest.Parser.Documents.Rtf;

/// <summary>Where the text of a group goes.</summary>
internal enum RtfDestination
{
    Text,
    Skipped,
    FontTable,
    StyleSheet,
    Info,
    Title,
    Author,
    Created,
    Note,
}
