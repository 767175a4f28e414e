namespace Ingest.Deduplicator.Comparing;

/// <summary>Two texts laid beside each other, see <see cref="ScanRule"/>.</summary>
/// <param name="Covered">Share of the smaller one's words that have a place in the other.</param>
/// <param name="Places">Places at which they differ, those with numbers left out.</param>
/// <param name="PlacesNeeded">How many are needed.</param>
/// <param name="Unlike">Of these, places whose words do not look like each other.</param>
/// <param name="MostAgree">See <see cref="ScanEvidence.MostAgree"/>.</param>
/// <param name="Evidence">See <see cref="ScanEvidence.Sum"/>.</param>
/// <param name="IsBehind">Whether the smaller stands in the larger behind something else, as one story of a page.</param>
internal readonly record struct ScanJudgement(double Covered, int Places, int PlacesNeeded, int Unlike, bool MostAgree, double Evidence, bool IsBehind)
{
    /// <summary>Whether one is a scan of the other, or both are of one text.</summary>
    public bool IsScan => Covered >= ScanRule.Covered && Places >= PlacesNeeded && MostAgree && Evidence > 0;
}
