using System.Collections.Frozen;

namespace Ingest.Parser.Mail;

/// <summary>A subject as a headline: without <c>Re:</c>, <c>Fwd:</c> and their like in other languages.</summary>
internal static class MailSubject
{
    private static readonly FrozenSet<string> Prefixes = new[]
    {
        "re", "fw", "fwd", "aw", "wg", "antw", "antwort", "weiterleiten", "tr", "ref", "rv", "res", "enc", "sv", "vs", "vb", "vl", "rif", "odp", "pd", "ynt", "ilt", "doorst", "回复", "回覆", "转发", "轉寄", "答复", "转寄", "回信",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string Clean(string? subject)
    {
        var text = string.Join(' ', (subject ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        while (true)
        {
            var colon = text.AsSpan(0, Math.Min(text.Length, 16)).IndexOfAny(':', '：');
            if (colon < 1)
            {
                return text;
            }

            // "Re[2]:", "AW(3):".
            var word = text.AsSpan(0, colon).TrimEnd().TrimEnd("0123456789[]()^").TrimEnd();
            if (!Prefixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            {
                return text;
            }

            text = text[(colon + 1)..].TrimStart();
        }
    }
}
