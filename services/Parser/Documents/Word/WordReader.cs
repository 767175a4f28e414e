using Ingest.Contracts;
using Ingest.Parser.Documents.Packages;

namespace Ingest.Parser.Documents.Word;

/// <summary>
/// Reads a Word document (ECMA-376). Its parts are scanned tag by tag and not loaded as an object model, which needs a whole and
/// valid file and many times its size in memory. Headers, footers and comments are parts of their own, which are not opened.
/// </summary>
internal static class WordReader
{
    public static DocumentText Read(ZipPackage package, int maxCharacters, Deadline deadline)
    {
        var main = MainPart(package, deadline);
        var builder = new DocumentBuilder(maxCharacters);
        var styles = WordStyles.Read(package.Text(Beside(main, "styles.xml")), deadline);
        if (package.Text(main) is not { } xml)
        {
            throw new DocumentFaultException(RejectionReasons.Damaged, "The Word document is damaged: the part with its text is missing or cannot be unpacked.");
        }

        var complete = new WordText(styles, builder, deadline).Read(xml);
        builder.InNote = true;
        foreach (var notes in new[] { "footnotes.xml", "endnotes.xml" })
        {
            if (package.Text(Beside(main, notes)) is { } text)
            {
                new WordText(styles, builder, deadline).Read(text);
            }
        }

        return PackageProperties.Of(package.Text("docProps/core.xml"), new DocumentText("docx", builder.Finish()), deadline) with
        {
            Doubts = complete && !package.Damaged ? [] : ["the document is damaged or cut off; what could be read was"],
        };
    }

    /// <summary>The part that the package's relations name as its document; usually <c>word/document.xml</c>.</summary>
    private static string MainPart(ZipPackage package, Deadline deadline)
    {
        if (package.Text("_rels/.rels") is { } relations)
        {
            var scanner = new PartScanner(relations, deadline);
            while (scanner.Next())
            {
                if (scanner.IsStart && scanner.Local is "Relationship" && scanner.Attribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) == true &&
                    scanner.Attribute("Target")?.TrimStart('/') is { } target && package.Has(target))
                {
                    return target;
                }
            }
        }

        return package.Names.FirstOrDefault(name => name.StartsWith("word/document", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) ?? "word/document.xml";
    }

    private static string Beside(string part, string name) => part[..(part.LastIndexOf('/') + 1)] + name;
}
