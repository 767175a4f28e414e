using Ingest.Queries;

namespace Ingest.CommandLine.Output;

/// <summary>The ledger in one sentence.</summary>
public static class Summary
{
    /// <summary><c>21578 files: 21570 indexed, 8 rejected (empty 8); 21570 articles.</c></summary>
    public static string Sentence(LedgerSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var states = FileStates.All
            .Where(state => summary.States.GetValueOrDefault(state) > 0)
            .Select(state => $"{summary.States[state]} {Words(state)}{Reasons(summary, state)}");
        var total = summary.States.Values.Sum();
        var listed = string.Join(", ", states);
        return $"{total} files{(listed.Length > 0 ? $": {listed}" : "")}; {summary.Articles} articles.";
    }

    private static string Words(string state) => state == FileStates.InFlight ? "in flight" : state;

    private static string Reasons(LedgerSummary summary, string state)
    {
        var reasons = summary.Reasons.Where(reason => reason.State == state).Select(reason => $"{reason.Reason} {reason.Count}");
        var listed = string.Join(", ", reasons);
        return listed.Length > 0 ? $" ({listed})" : "";
    }
}
