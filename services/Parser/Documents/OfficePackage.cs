using System.Text;
using Ingest.Parser.Containers.Zip;
using Ingest.Parser.Documents.Packages;

namespace Ingest.Parser.Documents;

/// <summary>What a ZIP file is when it is a document.</summary>
internal enum PackageKind
{
    /// <summary>No document: an archive, or no ZIP file at all.</summary>
    None,

    Docx,
    Xlsx,
    Pptx,
    Odt,

    /// <summary>A spreadsheet, presentation or drawing of OpenDocument.</summary>
    OtherOpenDocument,

    Epub,
}

/// <summary>Tells documents among ZIP files by the names of their members.</summary>
internal static class OfficePackage
{
    /// <summary>What the bytes are; also of a file that was cut off.</summary>
    public static PackageKind Kind(ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.Span.StartsWith("PK\u0003\u0004"u8))
        {
            return PackageKind.None;
        }

        var (types, content, container, book) = (false, false, false, false);
        var office = PackageKind.None;
        foreach (var member in PackageMembers.Read(bytes, out _))
        {
            var name = member.Name;
            types |= name is "[Content_Types].xml" or "_rels/.rels";
            content |= name == "content.xml";
            container |= name == "META-INF/container.xml";
            book |= name.EndsWith(".opf", StringComparison.OrdinalIgnoreCase);
            office = office != PackageKind.None ? office
                : name.StartsWith("word/", StringComparison.OrdinalIgnoreCase) ? PackageKind.Docx
                : name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) ? PackageKind.Xlsx
                : name.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase) ? PackageKind.Pptx
                : PackageKind.None;
            if (member is { Name: "mimetype", Method: 0, IsEncrypted: false } && OfMimeType(Stored(bytes, member)) is var kind and not PackageKind.None)
            {
                return kind;
            }
        }

        return types && office != PackageKind.None ? office
            : container && book ? PackageKind.Epub
            : content && !types && !container ? PackageKind.Odt
            : PackageKind.None;
    }

    private static PackageKind OfMimeType(string type) =>
        type.StartsWith("application/epub+zip", StringComparison.Ordinal) ? PackageKind.Epub
        : type.StartsWith("application/vnd.oasis.opendocument.text", StringComparison.Ordinal) || type.StartsWith("application/vnd.sun.xml.writer", StringComparison.Ordinal) ? PackageKind.Odt
        : type.StartsWith("application/vnd.oasis.opendocument.", StringComparison.Ordinal) ? PackageKind.OtherOpenDocument
        : PackageKind.None;

    private static string Stored(ReadOnlyMemory<byte> bytes, ZipEntry member) =>
        PackageMembers.Content(bytes, member, out _) is { } content ? Encoding.ASCII.GetString(content.Span[..Math.Min(content.Length, 80)]) : "";
}
