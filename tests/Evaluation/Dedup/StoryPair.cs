using System.Globalization;

namespace Ingest.Evaluation.Dedup;

/// <summary>A line of <c>pairs_w5.tsv</c> or <c>labels_sample82.tsv</c>.</summary>
/// <param name="First">Number of a story.</param>
/// <param name="Second">Number of the other.</param>
/// <param name="Jaccard">Of word 5-shingles.</param>
/// <param name="Containment">Share of the smaller that stands in the larger.</param>
/// <param name="Hours">Between the two.</param>
/// <param name="Numbers">Containment of number tokens; 0 in the labels, which do not give it.</param>
/// <param name="Label">What a reader judged; empty for those that nobody did.</param>
internal sealed record StoryPair(int First, int Second, double Jaccard, double Containment, double Hours, double Numbers, string Label)
{
    private const int LabelColumns = 6;

    public static IReadOnlyList<StoryPair> Read(string path) =>
        [.. File.ReadLines(path).Skip(1).Select(line => line.Split('\t')).Select(cells => new StoryPair(
            int.Parse(cells[0], CultureInfo.InvariantCulture),
            int.Parse(cells[1], CultureInfo.InvariantCulture),
            Number(cells[2]),
            Number(cells[3]),
            Number(cells[4]),
            cells.Length > LabelColumns ? Number(cells[6]) : 0,
            cells.Length == LabelColumns ? cells[5] : ""))];

    public override string ToString() =>
        FormattableString.Invariant($"{First} {Second}: J {Jaccard:0.00}, C {Containment:0.00}, {Hours:0.0} h, numbers {Numbers:0.00} {Label}");

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
