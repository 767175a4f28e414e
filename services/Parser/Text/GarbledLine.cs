namespace Ingest.Parser.Text;

internal enum GarbledKind
{
    /// <summary>Has characters that no misread UTF-8 has: it means what it says.</summary>
    Honest,

    /// <summary>Could be misread UTF-8, and could be meant.</summary>
    Possible,

    /// <summary>Has a group that nobody writes.</summary>
    Certain,
}

/// <summary>A line as misread UTF-8.</summary>
internal readonly record struct GarbledLine(GarbledKind Kind, string Repaired);
