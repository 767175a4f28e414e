using Ingest.Contracts;
using Ingest.Parser.Documents.Packages;

namespace Ingest.Parser.Documents.OpenDocument;

/// <summary>Reads an OpenDocument text (ISO/IEC 26300), as LibreOffice and others write it.</summary>
internal static class OpenDocumentReader
{
    public static DocumentText Read(ZipPackage package, int maxCharacters, Deadline deadline)
    {
        // Its parts are encrypted each, in a file that is none: the manifest tells.
        if (package.Text("META-INF/manifest.xml")?.Contains("encryption-data", StringComparison.Ordinal) == true)
        {
            throw new DocumentFaultException(RejectionReasons.Encrypted, "The document needs a password. Save it without one.");
        }

        if (package.Text("content.xml") is not { } xml)
        {
            throw new DocumentFaultException(RejectionReasons.Damaged, "The OpenDocument is damaged: the part with its text is missing or cannot be unpacked.");
        }

        var styles = new OpenStyles();
        styles.Read(package.Text("styles.xml"), deadline);
        var builder = new DocumentBuilder(maxCharacters);
        var complete = new OpenText(styles, builder, deadline).Read(xml);
        return PackageProperties.Of(package.Text("meta.xml"), new DocumentText("odt", builder.Finish()), deadline) with
        {
            Doubts = complete && !package.Damaged ? [] : ["the document is damaged or cut off; what could be read was"],
        };
    }
}
