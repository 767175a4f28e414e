using System.Globalization;
using Ingest.Contracts;
using Ingest.Queries;
using Ingest.Queries.Export;

namespace Ingest.Portal.Layout;

/// <summary>How the pages say things: states, reasons, relations, numbers and times, in plain English.</summary>
internal static class Wording
{
    public static string State(string state) => state switch
    {
        FileStates.InFlight => "In flight",
        FileStates.Indexed => "Indexed",
        FileStates.Rejected => "Rejected",
        FileStates.Failed => "Failed",
        FileStates.Removed => "Removed",
        _ => state,
    };

    public static string Reason(string reason) => reason switch
    {
        RejectionReasons.Empty => "Empty file",
        RejectionReasons.Binary => "Not text, unknown format",
        RejectionReasons.NoArticle => "No article in it",
        RejectionReasons.UnsupportedFormat => "Format not supported",
        RejectionReasons.Encrypted => "Needs a password",
        RejectionReasons.Damaged => "Damaged or cut off",
        RejectionReasons.NoTextLayer => "Pictures of text only",
        RejectionReasons.TooDeep => "Nested too deeply",
        RejectionReasons.TooManyMembers => "Too many members",
        RejectionReasons.ExpansionRatio => "Grows too much when unpacked",
        RejectionReasons.InvalidMapping => "Mapping of columns cannot be used",
        RejectionReasons.MappingFile => "Describes another file",
        RejectionReasons.TooLarge => "File too large",
        RejectionReasons.ArticleTooLarge => "Article too large",
        RejectionReasons.TooSlow => "Parsing took too long",
        RejectionReasons.Unreadable => "Cannot be read",
        RejectionReasons.SymbolicLink => "Link to outside",
        RejectionReasons.NotAFile => "Not a regular file",
        RejectionReasons.Quarantined => "Quarantined: kills the process",
        RejectionReasons.StageError => "A stage failed",
        "no-answer" => "The workers did not answer",
        "superseded" => "Changed while it was read",
        "broker-away" => "The broker did not take it",
        "restart" => "The watcher was restarted",
        _ => reason,
    };

    public static string Relation(string relation) => relation switch
    {
        Relations.Canonical => "Canonical",
        Relations.Exact => "Same text",
        Relations.Near => "Nearly the same",
        Relations.Contained => "Brief of it",
        Relations.Version => "Other version",
        Relations.Quotes => "Quotes it",
        _ => relation,
    };

    public static string Verdict(string verdict) => verdict switch
    {
        DecisionVerdicts.Same => "One story",
        DecisionVerdicts.Different => "Kept apart",
        _ => verdict,
    };

    /// <summary>A headline, or what stands for a missing one.</summary>
    public static string Title(string? title) => string.IsNullOrWhiteSpace(title) ? AtomFeed.NoTitle : title;

    public static string Field(string field) => field switch
    {
        FacetFields.Source => "Source",
        FacetFields.Language => "Language",
        FacetFields.Author => "Author",
        FacetFields.Agency => "Agency",
        FacetFields.Section => "Section",
        _ => field,
    };

    /// <summary>A facet's value for reading: languages by their name.</summary>
    public static string FacetValue(string field, string value) =>
        field == FacetFields.Language && value.Length is 2 or 3 && value.All(char.IsAsciiLetterLower) ? CultureInfo.GetCultureInfo(value).EnglishName : value;

    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(long value, string one, string many) => $"{Number(value)} {(value == 1 ? one : many)}";

    public static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);

    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KiB"),
        < 1024L * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0.#} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024 / 1024:0.#} GiB"),
    };

    public static string Time(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Span(TimeSpan span) => span switch
    {
        { TotalMilliseconds: < 1000 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, span.TotalMilliseconds):0} ms"),
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.0} s"),
        { TotalMinutes: < 60 } => $"{(int)span.TotalMinutes} min {span.Seconds} s",
        { TotalHours: < 48 } => $"{(int)span.TotalHours} h {span.Minutes} min",
        _ => $"{(int)span.TotalDays} days",
    };

    /// <summary>How long ago, for reading.</summary>
    public static string Ago(TimeSpan span) => span.TotalSeconds < 1 ? "just now" : $"{Span(span)} ago";

    /// <summary>A rate a second, with as many digits as tell something.</summary>
    public static string Rate(double perSecond) => perSecond.ToString(perSecond is > 0 and < 10 ? "0.0" : "N0", CultureInfo.InvariantCulture);

    /// <summary>A place in a drawing.</summary>
    public static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>What became of a batch's files, in few words.</summary>
    public static IEnumerable<(string State, string Text)> Outcome(IReadOnlyDictionary<string, long> states) =>
        FileStates.All.Where(state => states.GetValueOrDefault(state) > 0).Select(state => (state, $"{Number(states[state])} {State(state).ToLowerInvariant()}"));

    /// <summary>A date for reading, no more precise than its source; the text as it is when it is no date.</summary>
    public static string Date(string publishedAt) => NewsDate.Start(publishedAt) is not { } start
        ? publishedAt
        : publishedAt.Length switch
        {
            4 => publishedAt,
            7 => start.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
            10 => start.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            _ => start.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture),
        };

    /// <summary>The link when it leads to the web; text from a file may also say <c>javascript:</c>.</summary>
    public static string? WebLink(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri.AbsoluteUri
            : null;
}
