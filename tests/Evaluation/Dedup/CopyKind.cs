namespace Ingest.Evaluation.Dedup;

/// <summary>A way in which a copy differs from its original.</summary>
/// <param name="Name">As it is printed.</param>
/// <param name="Copy">Makes the copy.</param>
/// <param name="Original">Makes what stands in the archive in place of the original; the original itself where it is left out.</param>
/// <param name="Keeps">Whether the copy has the original's date, or one that <paramref name="Copy"/> gave it, rather than one within two days of it.</param>
internal sealed record CopyKind(string Name, Func<News, News> Copy, Func<News, News>? Original = null, bool Keeps = false);

/// <summary>An article to make others from.</summary>
/// <param name="Title">Headline.</param>
/// <param name="Body">Paragraphs with a blank line between them.</param>
/// <param name="Date">To the minute; null when the article says nothing of it.</param>
/// <param name="DayOnly">Whether only the day of it is told.</param>
internal sealed record News(string Title, string Body, DateTime? Date, bool DayOnly = false)
{
    /// <summary>The paragraphs.</summary>
    public List<string> Paragraphs() => [.. Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The same article with other paragraphs.</summary>
    public News With(IEnumerable<string> paragraphs) => this with { Body = string.Join("\n\n", paragraphs) };

    /// <summary>As a file of the kind in <c>seeds/</c>.</summary>
    public string ToFile() => Date is not { } date ? $"{Title}\n\n{Body}"
        : DayOnly ? FormattableString.Invariant($" date {date:yyyy-MM-dd} {Title}\n\n{Body}")
        : FormattableString.Invariant($" date {date:yyyy-MM-dd HH:mm} {Title}\n\n{Body}");
}
