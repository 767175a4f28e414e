namespace Ingest.Parser.Documents.Packages;

/// <summary>What a document says of itself in the words of Dublin Core, as Office and OpenDocument documents do.</summary>
internal static class PackageProperties
{
    /// <summary>The document with its properties; the first value of each counts.</summary>
    public static DocumentText Of(string? xml, DocumentText document, Deadline deadline)
    {
        if (xml is null)
        {
            return document;
        }

        var scanner = new PartScanner(xml, deadline);
        string? title = null, author = null, initial = null, created = null, language = null;
        while (scanner.Next())
        {
            if (!scanner.IsStart)
            {
                continue;
            }

            switch (scanner.Local)
            {
                case "title":
                    title ??= scanner.Content();
                    break;
                case "creator":
                    author ??= scanner.Content();
                    break;
                case "initial-creator":
                    initial ??= scanner.Content();
                    break;
                case "created" or "creation-date":
                    created ??= scanner.Content();
                    break;
                case "language":
                    language ??= scanner.Content();
                    break;
            }
        }

        // In OpenDocument "creator" is whoever changed it last.
        return document with
        {
            Title = title is { Length: > 0 } ? title : null,
            Authors = (initial ?? author ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Created = created is { Length: > 0 } ? created : null,
            Language = language is { Length: > 0 } ? language : null,
        };
    }
}
