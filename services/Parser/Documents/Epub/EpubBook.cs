using Ingest.Contracts;
using Ingest.Parser.Documents.Packages;

namespace Ingest.Parser.Documents.Epub;

/// <summary>What the package file of an EPUB states: the book, and its content documents in reading order.</summary>
/// <param name="Spine">Paths of the content documents inside the package.</param>
/// <param name="About">Title, authors, date and language; without paragraphs.</param>
internal sealed record EpubBook(IReadOnlyList<string> Spine, DocumentText About)
{
    private const int MostDocuments = 10_000;

    public static EpubBook Read(ZipPackage package, Deadline deadline)
    {
        if (PackageFile(package, deadline) is not { } path || package.Text(path) is not { } opf)
        {
            // Without it the documents' own order in the file is the best guess.
            var documents = package.Names.Where(name => name.EndsWith("html", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase)).ToList();
            return documents.Count > 0
                ? new EpubBook(documents, new DocumentText("epub", []))
                : throw new DocumentFaultException(RejectionReasons.Damaged, "The EPUB is damaged: the file that lists its chapters is missing or cannot be unpacked.");
        }

        var folder = path[..(path.LastIndexOf('/') + 1)];
        var items = new Dictionary<string, string>(StringComparer.Ordinal);
        var spine = new List<string>();
        var authors = new List<string>();
        string? title = null, date = null, language = null;
        var scanner = new PartScanner(opf, deadline);
        while (scanner.Next())
        {
            if (!scanner.IsStart)
            {
                continue;
            }

            switch (scanner.Local)
            {
                case "item" when scanner.Attribute("id") is { } id && scanner.Attribute("href") is { } href && !IsNavigation(scanner.Attribute("properties")):
                    items[id] = Resolve(folder, href);
                    break;
                case "itemref" when scanner.Attribute("idref") is { } reference && items.TryGetValue(reference, out var document) && spine.Count < MostDocuments:
                    spine.Add(document);
                    break;
                case "title":
                    title ??= scanner.Content();
                    break;
                case "creator" when scanner.Content() is { Length: > 0 } author && !IsPlaceholder(author):
                    authors.Add(author);
                    break;
                case "date":
                    date = scanner.Attribute("event") is null or "publication" ? date ?? scanner.Content() : date;
                    break;
                case "language":
                    language ??= scanner.Content();
                    break;
            }
        }

        return new EpubBook(spine, new DocumentText("epub", []) { Title = IsPlaceholder(title) ? null : title, Authors = authors, Created = date, Language = language });
    }

    /// <summary>What programs write where nobody named a book or its author.</summary>
    private static bool IsPlaceholder(string? text) =>
        text?.Trim() is { } name && (name.Equals("Unknown", StringComparison.OrdinalIgnoreCase) || name.Equals("Unknown Author", StringComparison.OrdinalIgnoreCase) || name.Equals("Unknown Title", StringComparison.OrdinalIgnoreCase) || name.Equals("Untitled", StringComparison.OrdinalIgnoreCase) || name.Equals("Unbekannt", StringComparison.OrdinalIgnoreCase));

    private static string? PackageFile(ZipPackage package, Deadline deadline)
    {
        if (package.Text("META-INF/container.xml") is { } container)
        {
            var scanner = new PartScanner(container, deadline);
            while (scanner.Next())
            {
                if (scanner.IsStart && scanner.Local is "rootfile" && scanner.Attribute("full-path") is { } path && package.Has(path))
                {
                    return path;
                }
            }
        }

        return package.Names.FirstOrDefault(name => name.EndsWith(".opf", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsNavigation(string? properties) => properties?.Split(' ').Contains("nav") == true;

    /// <summary>A path relative to the package file's folder; it names a member of the package and nothing else.</summary>
    private static string Resolve(string folder, string href)
    {
        var path = Uri.UnescapeDataString(href.Split('#')[0]);
        var parts = new List<string>();
        foreach (var part in (path.StartsWith('/') ? path : folder + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
