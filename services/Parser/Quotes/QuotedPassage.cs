namespace Ingest.Parser.Quotes;

/// <summary>Where a quotation stands: from its opening mark to behind its closing one, in one paragraph or several.</summary>
/// <param name="Start">The opening mark.</param>
/// <param name="End">Behind the last closing mark.</param>
/// <param name="Text">What is quoted.</param>
internal readonly record struct QuotedPassage(int Start, int End, string Text);
