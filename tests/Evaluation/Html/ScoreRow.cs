using System.Globalization;

namespace Ingest.Evaluation.Html;

/// <summary>One reader's scores over one set, as a line of the table.</summary>
internal static class ScoreRow
{
    public const string Head = "| set | reader | pages | F1 | P | R | title | date | author | rejected | pages/CPU s | p99 ms |\n|-|-|-|-|-|-|-|-|-|-|-|-|";

    public static string Of(string set, string reader, IReadOnlyList<PageScore> scores, TimeSpan processor)
    {
        var (precision, recall) = scores.Any(score => score.Page.Body is not null)
            ? (Mean(scores.Select(score => score.Precision)), Mean(scores.Select(score => score.Recall)))
            : Snippets(scores);
        var times = scores.Select(score => score.Milliseconds).Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {set} | {reader} | {scores.Count} | {2 * precision * recall / (precision + recall):.0000} | {precision:.000} | {recall:.000} | {Share(scores.Select(score => score.TitleIsRight))} | " +
            $"{Share(scores.Select(score => score.DayIsRight))} | {Share(scores.Select(score => score.AuthorsAreRight))} | {scores.Count(score => score.Read.Body.Length == 0)} | " +
            $"{scores.Count / processor.TotalSeconds:0.0} | {times[(int)Math.Ceiling(times.Count * 0.99) - 1]:0} |");
    }

    /// <summary>Wanted snippets found, unwanted ones absent.</summary>
    private static (double Precision, double Recall) Snippets(IReadOnlyList<PageScore> scores)
    {
        double found = scores.Sum(score => score.Found), lost = scores.Sum(score => score.Lost), unwanted = scores.Sum(score => score.Unwanted);
        return (found / (found + unwanted), found / (found + lost));
    }

    private static double Mean(IEnumerable<double?> values) => values.Where(value => value is not null).Average() ?? 0;

    private static string Share(IEnumerable<bool?> values) =>
        values.Where(value => value is not null).ToList() is { Count: > 0 } known
            ? (known.Count(value => value == true) / (double)known.Count).ToString(".000", CultureInfo.InvariantCulture)
            : "";
}
