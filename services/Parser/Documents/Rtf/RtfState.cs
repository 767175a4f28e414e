namespace Ingest.Parser.Documents.Rtf;

/// <summary>What a group of RTF inherits from the one around it.</summary>
internal struct RtfState
{
    public RtfDestination Destination;

    /// <summary>Number of the font; its charset decides how bytes are read.</summary>
    public int Font;

    /// <summary>Characters to pass over after a Unicode one: its substitute for old readers.</summary>
    public int Substitutes;

    /// <summary>Half points.</summary>
    public int Size;

    public bool Bold, Hidden, Deleted;

    /// <summary>Number of the style in the style sheet that is being read.</summary>
    public int DefinedStyle;
}
