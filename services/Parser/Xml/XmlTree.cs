using System.Xml;

namespace Ingest.Parser.Xml;

/// <summary>
/// A document as a tree of elements. Well-formed documents are read by the platform's reader, others by a tolerant one. Neither
/// reads a document type, opens an address or expands an entity of the document's own.
/// </summary>
/// <param name="Root">The outermost element; null when there is none.</param>
/// <param name="Doubt">What is wrong with the document, for a warning.</param>
/// <param name="Truncated">The document ends before its root does.</param>
internal sealed record XmlTree(Element? Root, string? Doubt, bool Truncated)
{
    private const int LongestPreamble = 4_096;

    public static XmlTree Read(string text, Deadline deadline)
    {
        text = text.Trim();
        // What a program says before the document (a warning, a notice) is not part of it.
        var start = text.AsSpan(0, Math.Min(text.Length, LongestPreamble)).IndexOf("<?xml version=", StringComparison.OrdinalIgnoreCase);
        text = start > 0 ? text[start..] : text;
        try
        {
            return StrictXml.Read(text, deadline);
        }
        catch (XmlException fault)
        {
            var tolerant = TolerantXml.Read(text, deadline);
            return tolerant with
            {
                Doubt = tolerant.Truncated
                    ? "the document ends too early; what stands before was read"
                    : FormattableString.Invariant($"not well-formed XML at line {fault.LineNumber}, read with tolerance"),
            };
        }
    }
}
