namespace Ingest.Evaluation.Reuters;

/// <summary>A story of Reuters-21578, its texts decoded but not yet laid out.</summary>
/// <param name="NewId">The collection's number of it, 1 to 21,578.</param>
/// <param name="Date">When it was sent, to the minute.</param>
/// <param name="Title">Headline on one line; empty when it has none.</param>
/// <param name="Author">The AUTHOR element, for example <c>By Janie Gabbett, Reuters</c>.</param>
/// <param name="Dateline">The DATELINE element, for example <c>SALVADOR, Feb 26 -</c>.</param>
/// <param name="Body">The text as sent: hard-wrapped, four blanks before each paragraph but the first.</param>
internal sealed record Story(int NewId, DateTime Date, string Title, string Author, string Dateline, string Body);
