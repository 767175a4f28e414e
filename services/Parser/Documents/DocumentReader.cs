using Ingest.Contracts;
using Ingest.Parser.Articles;
using Ingest.Parser.Documents.Epub;
using Ingest.Parser.Documents.OpenDocument;
using Ingest.Parser.Documents.Packages;
using Ingest.Parser.Documents.Pdf;
using Ingest.Parser.Documents.Rtf;
using Ingest.Parser.Documents.Word;
using Ingest.Parser.Exports;
using Ingest.Parser.Text;

namespace Ingest.Parser.Documents;

/// <summary>Reads documents: PDF, Word, OpenDocument, RTF and EPUB.</summary>
internal sealed class DocumentReader(ParserOptions options, TimeProvider time)
{
    private const string None = "The document can be read but has no article in it: no headline and no sentence.";

    private int MaxCharacters => (int)Math.Min(options.MaxDocumentBytes, int.MaxValue / 4);

    /// <summary>The outcome; null when the bytes are no document that is read here.</summary>
    public ParseOutcome? Read(FileContent content, Deadline deadline)
    {
        try
        {
            var bytes = content.Bytes.Span;
            if (PdfReader.Opens(bytes))
            {
                return Articles(content, new PdfReader(options).Read(content.Bytes, deadline), deadline);
            }

            if (RtfReader.Opens(bytes))
            {
                return Articles(content, RtfReader.Read(bytes, MaxCharacters, deadline), deadline);
            }

            return OfPackage(content, OfficePackage.Kind(content.Bytes), deadline);
        }
        catch (DocumentFaultException fault)
        {
            return new ParseOutcome.Rejected(fault.Reason, fault.Message);
        }
    }

    private ParseOutcome? OfPackage(FileContent content, PackageKind kind, Deadline deadline)
    {
        ZipPackage Package() => new(content.Bytes, options, deadline);
        return kind switch
        {
            PackageKind.Docx => Articles(content, WordReader.Read(Package(), MaxCharacters, deadline), deadline),
            PackageKind.Odt => Articles(content, OpenDocumentReader.Read(Package(), MaxCharacters, deadline), deadline),
            PackageKind.Epub => Chapters(content, EpubReader.Read(Package(), MaxCharacters, deadline), deadline),
            PackageKind.Pptx => Unsupported("PowerPoint presentation"),
            PackageKind.OtherOpenDocument => Unsupported("spreadsheet, presentation or drawing of OpenDocument"),
            // PackageKind.Xlsx is a table: asked for where tables are read.
            _ => null,
        };
    }

    private ParseOutcome Articles(FileContent content, DocumentText document, Deadline deadline)
    {
        if (document.Paragraphs.Count == 0)
        {
            return document.Doubts.Count > 0
                ? new ParseOutcome.Rejected(RejectionReasons.Damaged, "The document is damaged or cut off, and no text of it could be read.")
                : new ParseOutcome.Rejected(RejectionReasons.NoArticle, None);
        }

        var list = new ArticleList(content, new DecodedText("", "document:" + document.Format), options, time);
        if (DatabaseExports.Read(document, list, deadline) is { } export)
        {
            return export;
        }

        var outcome = new DocumentArticle(options, time).Read(content, document, deadline);
        return outcome is ParseOutcome.Rejected { Reason: RejectionReasons.NoArticle } && document.Doubts.Count > 0
            ? new ParseOutcome.Rejected(RejectionReasons.Damaged, $"No article was found: {document.Doubts[0]}.")
            : outcome;
    }

    private ParseOutcome Chapters(FileContent content, IReadOnlyList<DocumentText> chapters, Deadline deadline)
    {
        var articles = new List<Article>(chapters.Count);
        var reader = new DocumentArticle(options, time);
        foreach (var chapter in chapters)
        {
            deadline.Check();
            var outcome = reader.Read(content with { FirstOrdinal = content.FirstOrdinal + articles.Count }, chapter, deadline);
            if (outcome is ParseOutcome.Parsed parsed)
            {
                articles.AddRange(parsed.Articles.Select(article => article.Source is null && chapter.Title is { } book
                    ? article with { Source = book, Origin = new Dictionary<string, string>(article.Origin) { ["source"] = "properties:title" } }
                    : article));
            }
            else if (outcome is ParseOutcome.Rejected { Reason: RejectionReasons.ArticleTooLarge })
            {
                return outcome;
            }
        }

        return articles.Count > 0 ? new ParseOutcome.Parsed(articles) : new ParseOutcome.Rejected(RejectionReasons.NoArticle, None);
    }

    private static ParseOutcome.Rejected Unsupported(string format) => new(
        RejectionReasons.UnsupportedFormat, $"The file is a {format}, which this version does not read. Save it as plain text.");
}
