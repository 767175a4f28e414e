namespace Ingest.Parser.Quotes;

/// <summary>A word of a clause; words that a comma parts are told.</summary>
/// <param name="Start">In the text.</param>
/// <param name="End">Behind it.</param>
/// <param name="Comma">Whether a comma, colon or dash stands before it.</param>
internal readonly record struct ClauseWord(int Start, int End, bool Comma);
