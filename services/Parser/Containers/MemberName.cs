using System.Text;

namespace Ingest.Parser.Containers;

/// <summary>
/// Names of members are shown and kept as identifiers, never used as paths; they are cleaned all the same, so that nobody who
/// does so later leaves a folder by them.
/// </summary>
internal static class MemberName
{
    private const int LongestName = 1_000;

    private static readonly HashSet<string> LeftBehind = new(
        ["__MACOSX", "Thumbs.db", "ehthumbs.db", "desktop.ini", "@eaDir", "$RECYCLE.BIN", "System Volume Information", "lost+found"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Relative, with forward slashes, without <c>.</c>, <c>..</c>, drive letters and invisible characters.</summary>
    public static string OfPath(string stated)
    {
        var path = Visible(stated.Replace('\\', '/'));
        while (path is [var drive, ':', ..] && char.IsAsciiLetter(drive))
        {
            path = path[2..];
        }

        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(part => part.Trim('.').Length > 0);
        return Short(string.Join('/', parts)) is { Length: > 0 } name ? name : "unnamed";
    }

    /// <summary>An address without invisible characters.</summary>
    public static string OfAddress(string stated) => Short(Visible(stated));

    /// <summary>Whether it is a folder, hidden, or what a system left there.</summary>
    public static bool IsJunk(string stated)
    {
        var path = stated.Replace('\\', '/');
        return path.EndsWith('/') ||
            path.Split('/').Any(part => LeftBehind.Contains(part) || (part.StartsWith('.') && part.Trim('.').Length > 0));
    }

    private static string Visible(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Format characters turn the direction of writing: "gpj.exe".
            if (Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
                or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    private static string Short(string name) =>
        name.Length <= LongestName ? name : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)];
}
