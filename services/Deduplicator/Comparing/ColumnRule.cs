using Ingest.Deduplicator.Sketching;

namespace Ingest.Deduplicator.Comparing;

/// <summary>
/// Whether a text that stands in a longer one stands there behind something else: as one of several stories of a column ("news in brief"), which would
/// bring them all into one cluster. A brief that a paper cut begins as the story does.
/// </summary>
internal static class ColumnRule
{
    /// <summary>Words before it from which it is not the beginning.</summary>
    private const int FewestBefore = 40;

    /// <summary>Triples in a row that show where it begins; single ones are found everywhere.</summary>
    private const int InARow = 4;

    /// <summary>Decides by where the longer text has the first words in common.</summary>
    public static bool IsInside(TextSignature brief, TextSignature full)
    {
        var shingles = new uint[Shingles.Count(full.Tokens.Length)];
        Shingles.Write(full.Tokens, shingles);
        var row = 0;
        for (var i = 0; i < Math.Min(shingles.Length, FewestBefore + InARow); i++)
        {
            row = Array.BinarySearch(brief.Shingles, shingles[i]) >= 0 ? row + 1 : 0;
            if (row == InARow)
            {
                return false;
            }
        }

        return shingles.Length > FewestBefore;
    }
}
