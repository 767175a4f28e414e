namespace Ingest.Parser.Documents.Pdf;

/// <summary>The characters of a glyph: ligatures in their letters, nothing for what is no text.</summary>
internal static class GlyphText
{
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>The text, or null for a glyph without a character.</summary>
    public static string? Of(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        if (value is [>= '\uFB00' and <= '\uFB06'])
        {
            return Ligatures[value[0] - '\uFB00'];
        }

        foreach (var c in value)
        {
            if (c is < ' ' and not '\t' or >= '\u007F' and <= '\u009F' or '\uFFFD' or '\uFFFF' or (>= '\uE000' and <= '\uF8FF'))
            {
                return null;
            }
        }

        return value is ['\u00A0' or '\u2002' or '\u2003' or '\u2009' or '\u202F' or '\t'] ? " " : value;
    }
}
