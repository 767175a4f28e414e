namespace Ingest.Parser.Exports.ProQuest;

/// <summary>Lines above the first document that a mail or a report of ProQuest opens with.</summary>
internal static class ProQuestNotice
{
    /// <summary>Whether the line is no headline.</summary>
    public static bool Is(ReadOnlySpan<char> line) =>
        line.Contains("copyright owner", StringComparison.OrdinalIgnoreCase) || line.Contains("reply directly to this e", StringComparison.OrdinalIgnoreCase) || line.EndsWith("sent you the following:", StringComparison.OrdinalIgnoreCase) ||
        line.StartsWith("Report Information", StringComparison.OrdinalIgnoreCase) || line.Equals("ProQuest", StringComparison.OrdinalIgnoreCase) || line.Equals("ProQuest document link", StringComparison.OrdinalIgnoreCase) ||
        (line.Length < 20 && line.StartsWith("Email ", StringComparison.OrdinalIgnoreCase) && line.IndexOfAnyInRange('0', '9') > 0);
}
