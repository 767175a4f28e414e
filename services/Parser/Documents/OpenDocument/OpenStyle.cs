namespace Ingest.Parser.Documents.OpenDocument;

/// <summary>What a style of an OpenDocument says, before its parents are asked.</summary>
internal sealed class OpenStyle
{
    public string? Display { get; set; }

    public string? Parent { get; set; }

    /// <summary>Made by the program for a single use; its parent is the style that the author chose.</summary>
    public bool Automatic { get; set; }

    public double? Size { get; set; }

    public bool? Bold { get; set; }

    public bool? Hidden { get; set; }
}
