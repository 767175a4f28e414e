namespace Ingest.Evaluation.Html;

/// <summary>How well one page was read, with the time it took.</summary>
internal sealed record PageScore(ExpectedPage Page, Prediction Read, double Milliseconds)
{
    private readonly (double Common, double Extra, double Missing) _shares =
        Page.Body is { } body ? Shingles.Compare(Read.Body, body) : (0, 0, 0);

    private readonly string _normal = Normal(Read.Body);

    public double? Precision => Page.Body is null || _shares.Common + _shares.Extra == 0 ? null : _shares.Common / (_shares.Common + _shares.Extra);

    public double? Recall => Page.Body is null || _shares.Common + _shares.Missing == 0 ? null : _shares.Common / (_shares.Common + _shares.Missing);

    public int Found => Page.With.Count(snippet => _normal.Contains(Normal(snippet), StringComparison.Ordinal));

    public int Unwanted => Page.Without.Count(snippet => _normal.Contains(Normal(snippet), StringComparison.Ordinal));

    public int Lost => Page.With.Count - Found;

    public bool? TitleIsRight => Page.Title is null ? null : Letters(Page.Title).Equals(Letters(Read.Title ?? ""), StringComparison.OrdinalIgnoreCase);

    public bool? DayIsRight => Page.Day is null ? null : Page.Day == Read.Day;

    public bool? AuthorsAreRight => Page.Authors.Count == 0 ? null
        : Page.Authors.Select(name => name.ToLowerInvariant()).ToHashSet().SetEquals(Read.Authors.Select(name => name.ToLowerInvariant()));

    /// <summary>For ordering: 1 is perfect.</summary>
    public double Quality => Page.Body is not null
        ? _shares.Common
        : 1 - (double)(Lost + Unwanted) / Math.Max(1, Page.With.Count + Page.Without.Count);

    /// <summary>White space collapsed, and without soft hyphens: no reader sees them, and some labels were copied with them.</summary>
    private static string Normal(string text) => string.Join(' ', text.Replace("\u00AD", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
