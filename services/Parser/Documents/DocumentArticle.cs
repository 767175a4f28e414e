using Ingest.Contracts;
using Ingest.Parser.Dates;
using Ingest.Parser.Language;
using Ingest.Parser.PlainText;
using Ingest.Parser.Text;

namespace Ingest.Parser.Documents;

/// <summary>
/// Makes articles of a document that is no export. The layout tells the headline; byline, dates, dateline and sign-off are read
/// by the rules for plain text, from the paragraphs as lines; what the document says of itself comes last.
/// </summary>
internal sealed class DocumentArticle(ParserOptions options, TimeProvider time)
{
    public ParseOutcome Read(FileContent content, DocumentText document, Deadline deadline)
    {
        var all = DocumentLines.Of(document.Paragraphs);
        var reader = new PlainTextReader(options, time);
        ParseOutcome outcome;
        if (ArticleSplitter.Starts(all, TextLine.Split(all)).Count > 1)
        {
            outcome = reader.Read(content, Decoded(document, all), deadline, new StatedParts(document.Format));
        }
        else
        {
            var found = DocumentTitle.Find(document.Paragraphs);
            deadline.Check();
            outcome = found is null
                ? reader.Read(content, Decoded(document, all), deadline, new StatedParts(document.Format))
                : reader.Read(
                    content, Decoded(document, DocumentLines.Of(found.Others)), deadline, new StatedParts(document.Format, found.Title, found.Rule));
        }

        return outcome is ParseOutcome.Parsed parsed
            ? parsed with { Articles = [.. parsed.Articles.Select((article, index) => Complete(article, document, only: parsed.Articles.Count == 1, first: index == 0))] }
            : outcome;
    }

    private static DecodedText Decoded(DocumentText document, string text) => new(text, "document:" + document.Format);

    /// <summary>Adds what the document's properties say where its text said nothing.</summary>
    private static Article Complete(Article article, DocumentText document, bool only, bool first)
    {
        var origin = new Dictionary<string, string>(article.Origin, StringComparer.Ordinal);
        var warnings = new List<string>(article.Warnings);
        if (first)
        {
            warnings.InsertRange(0, document.Doubts.Select(doubt => "file: " + doubt));
        }

        if (only && article.Origin.GetValueOrDefault("title")?.StartsWith("derived", StringComparison.Ordinal) == true && document.Title is { Length: > 3 and < 300 } title && !IsFileName(title))
        {
            article = article with { Title = title };
            Replace("title", "properties:title", "from the document's properties");
        }

        if (article.PublishedAt is null && MachineDate.Read(document.Created) is { } created && created.Value is { } date)
        {
            article = article with { PublishedAt = date };
            Replace("publishedAt", "properties:created", "the day the document was made, by its properties");
        }

        if (article.Authors.Count == 0 && article.Agencies.Count == 0 && article.Source is null && People(document) is { Count: > 0 } people)
        {
            article = article with { Authors = people };
            Replace("authors", "properties:author", "from the document's properties, which often name whoever owned the program");
        }

        if (article.Origin.GetValueOrDefault("language") is null && LanguageCode.Of(document.Language) is { } language)
        {
            article = article with { Language = language };
            origin["language"] = "properties:language";
        }

        return article with { Origin = origin, Warnings = warnings };

        void Replace(string field, string rule, string doubt)
        {
            origin[field] = rule;
            warnings.RemoveAll(warning => warning.StartsWith(field + ": missing", StringComparison.Ordinal) || warning.StartsWith(field + ": derived", StringComparison.Ordinal));
            warnings.Add($"{field}: {doubt}");
        }
    }

    /// <summary>Names of persons only: two words at least, so no "Administrator" and no name of a program.</summary>
    private static List<string> People(DocumentText document) =>
        [.. document.Authors.Where(name => name.Length is > 4 and < 60 && name.Contains(' ', StringComparison.Ordinal) && !name.Contains('@', StringComparison.Ordinal) && !IsProgram(name))
            .SelectMany(name => Byline.OfNames(name, strict: true)?.Authors ?? [])];

    private static bool IsProgram(string name) =>
        name.Contains("Microsoft", StringComparison.OrdinalIgnoreCase) || name.Contains("Adobe", StringComparison.OrdinalIgnoreCase) || name.Contains("user", StringComparison.OrdinalIgnoreCase);

    /// <summary>Programs put the file's name, or their own, where a title should be.</summary>
    private static bool IsFileName(string title) =>
        !title.Contains(' ', StringComparison.Ordinal) || title.StartsWith("Microsoft Word - ", StringComparison.OrdinalIgnoreCase) || title.LastIndexOf('.') is var dot && dot > 0 && title.Length - dot is 4 or 5 && !title[dot..].Contains(' ', StringComparison.Ordinal);
}
