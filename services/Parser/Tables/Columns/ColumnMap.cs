namespace Ingest.Parser.Tables.Columns;

/// <summary>Which columns hold the parts of an article, for each part the surest first.</summary>
internal sealed class ColumnMap(IReadOnlyList<ColumnChoice> choices, IReadOnlyList<ColumnEvidence> evidence)
{
    private const int MostNamed = 12;
    private const double WordsOfText = 12;
    private readonly ILookup<ColumnRole, ColumnChoice> _choices = choices.OrderByDescending(choice => choice.Score).ThenBy(choice => choice.Column).ToLookup(choice => choice.Role);

    public IEnumerable<ColumnChoice> this[ColumnRole role] => _choices[role];

    public bool Has(ColumnRole role) => _choices.Contains(role);

    /// <summary>Of numeric dates in this column, whether the month comes first; null when the column does not tell.</summary>
    public bool? MonthFirst(int column) => evidence[column].MonthFirst;

    /// <summary>A text, or a headline with what only articles have beside it.</summary>
    public bool IsArticleLike =>
        HasText || (HasTitle && (Has(ColumnRole.PublishedAt) || (Has(ColumnRole.Url) && (Has(ColumnRole.Summary) || Has(ColumnRole.UpdatedAt)))));

    /// <summary>A text that is an article's: with a headline, or long.</summary>
    public bool HasText => _choices[ColumnRole.Body].Any(body => evidence[body.Column].Words >= WordsOfText || (HasTitle && evidence[body.Column].IsFilled));

    /// <summary>Characters of text in the mean record: of two lists the one with the longer texts is the articles.</summary>
    public double TextLength => _choices[ColumnRole.Body].Concat(_choices[ColumnRole.Summary]).Select(choice => evidence[choice.Column].Characters).DefaultIfEmpty(0).Max();

    private bool HasTitle => _choices[ColumnRole.Title].Any(title => title.Score >= ColumnNames.Telling && evidence[title.Column].IsFilled);

    /// <summary>The columns there are, for a sentence: <c>id, price, city and 3 more</c>.</summary>
    public static string Names(IReadOnlyList<string> names)
    {
        var shown = names.Where(name => name.Length > 0).Select(name => name.Length > 40 ? name[..40] + "…" : name).Take(MostNamed).ToList();
        return string.Join(", ", shown) + (names.Count > shown.Count && shown.Count == MostNamed ? FormattableString.Invariant($" and {names.Count - shown.Count} more") : "");
    }
}
