using Ingest.Contracts;
using Ingest.Parser.Documents.Packages;

namespace Ingest.Parser.Documents.Epub;

/// <summary>
/// Reads an EPUB: each content document with enough text is one article, as the programs that make e-books of newspapers write
/// them. Cover, contents and imprint have too little text or nothing but links.
/// </summary>
internal static class EpubReader
{
    /// <summary>Characters of the shortest brief under a headline, and of the shortest chapter without one.</summary>
    private const int LeastUnderHeading = 60, LeastWithoutHeading = 300;

    private const double MostLinks = 0.5;

    /// <summary>The documents in reading order, each a text of its own, with what the book states.</summary>
    public static IReadOnlyList<DocumentText> Read(ZipPackage package, int maxCharacters, Deadline deadline)
    {
        var encryption = package.Text("META-INF/encryption.xml");
        if (package.Has("META-INF/rights.xml") || (encryption is not null && EncryptsText(encryption, deadline)))
        {
            throw new DocumentFaultException(RejectionReasons.Encrypted, "The EPUB's texts are encrypted (digital rights management). Export it without.");
        }

        var book = EpubBook.Read(package, deadline);
        var chapters = new List<DocumentText>();
        var missing = 0;
        foreach (var path in book.Spine.Distinct(StringComparer.Ordinal))
        {
            deadline.Check();
            if (package.Text(path) is not { } xhtml)
            {
                missing++;
                continue;
            }

            var builder = new DocumentBuilder(maxCharacters);
            var reader = new ChapterText(builder, deadline);
            reader.Read(xhtml);
            var paragraphs = builder.Finish();
            if (reader.LinkShare < MostLinks && IsArticle(paragraphs))
            {
                chapters.Add(book.About with { Paragraphs = paragraphs });
            }
        }

        if (chapters.Count > 0 && (missing > 0 || package.Damaged))
        {
            chapters[0] = chapters[0] with { Doubts = [FormattableString.Invariant($"the EPUB is damaged or cut off; {missing} of its {book.Spine.Count} documents could not be read")] };
        }

        return chapters.Count > 0 || missing == 0
            ? chapters
            : throw new DocumentFaultException(RejectionReasons.Damaged, "The EPUB is damaged: its documents cannot be unpacked.");
    }

    private static bool IsArticle(IReadOnlyList<DocumentParagraph> paragraphs)
    {
        var length = paragraphs.Where(paragraph => paragraph.HeadingLevel == 0).Sum(paragraph => paragraph.Text.Length);
        return length >= (paragraphs.Take(8).Any(paragraph => paragraph.HeadingLevel > 0) ? LeastUnderHeading : LeastWithoutHeading);
    }

    /// <summary>Whether it is texts that are encrypted; many free books have obfuscated fonts.</summary>
    private static bool EncryptsText(string xml, Deadline deadline)
    {
        var scanner = new PartScanner(xml, deadline);
        while (scanner.Next())
        {
            if (scanner.IsStart && scanner.Local is "CipherReference" && scanner.Attribute("URI") is { } part &&
                (part.EndsWith("html", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".htm", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".opf", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
