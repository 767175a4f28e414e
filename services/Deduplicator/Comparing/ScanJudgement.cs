namespace Ingest.Deduplicator.Comparing;

/// <summary>Two texts laid beside each other, see <see cref="ScanRule"/>.</summary>
/// <param name="Covered">Share of the smaller one's words that have a place in the other.</param>
/// <param name="Places">Places at which they differ, those with numbers left out.</param>
/// <param name="Unlike">Of these, places whose words do not look like each other.</param>
/// <param name="Evidence">See <see cref="ScanEvidence.Sum"/>.</param>
/// <param name="IsScan">Whether one is a scan of the other, or both are of one text.</param>
internal readonly record struct ScanJudgement(double Covered, int Places, int Unlike, double Evidence, bool IsScan);
