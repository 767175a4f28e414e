namespace Ingest.Parser.Tables.Columns;

/// <summary>A column that is taken for a part of the article.</summary>
/// <param name="Role">The part.</param>
/// <param name="Column">The number of the column.</param>
/// <param name="Rule">For <c>origin</c>: <c>column:maintext</c>.</param>
/// <param name="Score">How sure its name is; the surest is tried first.</param>
/// <param name="Doubt">Why it may be wrong.</param>
internal sealed record ColumnChoice(ColumnRole Role, int Column, string Rule, int Score, string? Doubt = null);
