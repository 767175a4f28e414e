namespace Ingest.Parser.Exports.ProQuest;

/// <summary>What a labelled line of ProQuest states.</summary>
internal enum ProQuestField
{
    None, Title, Author, Publication, Section, Date, Year, Language, Id, Url, FullText, Abstract, Other,
}
