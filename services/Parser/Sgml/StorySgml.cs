using System.Text.RegularExpressions;
using Ingest.Parser.Articles;
using Ingest.Parser.Dates;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Sgml;

/// <summary>
/// Reads collections of stories in the SGML of Reuters-21578: <c>&lt;REUTERS NEWID="1"&gt;</c> with <c>DATE</c>, <c>TOPICS</c> and
/// <c>TEXT</c>. Tolerant: bare ampersands, control characters, a story that is not closed.
/// </summary>
internal static partial class StorySgml
{
    private const string Open = "<REUTERS";
    private const string Close = "</REUTERS>";
    private const int Farthest = 4_096;

    /// <summary>Whether a text is such a collection: its first element is a story.</summary>
    public static bool Opens(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart();
        if (start is not ['<', ..])
        {
            return false;
        }

        var at = start[..Math.Min(start.Length, Farthest)].IndexOf(Open, StringComparison.Ordinal);
        return at >= 0 && at + Open.Length < start.Length && (char.IsWhiteSpace(start[at + Open.Length]) || start[at + Open.Length] == '>') &&
            (at == 0 || start[1] is '!' or '?') && start[at..].Contains("<TEXT", StringComparison.Ordinal);
    }

    public static ParseOutcome Read(string text, ArticleList articles, Deadline deadline)
    {
        var open = 0;
        for (var at = text.IndexOf(Open, StringComparison.Ordinal); at >= 0;)
        {
            deadline.Check();
            var next = text.IndexOf(Open, at + Open.Length, StringComparison.Ordinal);
            var limit = next < 0 ? text.Length : next;
            var close = text.AsSpan(at, limit - at).IndexOf(Close, StringComparison.Ordinal);
            open += close < 0 ? 1 : 0;
            Story(text.Substring(at, close < 0 ? limit - at : close), articles);
            at = next;
        }

        if (open > 0)
        {
            articles.Doubt(FormattableString.Invariant($"{open} stories have no end and may be cut off"));
        }

        return articles.Finish("The SGML file has stories, but none of them has a title or text.");
    }

    private static void Story(string story, ArticleList articles)
    {
        var fields = new ArticleFields();
        var attributes = new List<KeyValuePair<string, string>>(8);
        var end = story.IndexOf('>', StringComparison.Ordinal);
        MarkupAttributes.Read(story.AsSpan(Open.Length, Math.Max(0, end - Open.Length)), attributes);
        var text = SgmlElement.Find(story, "TEXT");
        Texts(fields, text);
        SetDate(fields, SgmlText.Line(SgmlElement.Find(story, "DATE").Content));
        StatedPeople.Set(fields, [SgmlText.Line(SgmlElement.Find(text.Content, "AUTHOR").Content)], "sgml:AUTHOR");
        fields.Set("agencies", ["Reuters"], "sgml:REUTERS");
        fields.Set("dateline", SgmlText.Line(SgmlElement.Find(text.Content, "DATELINE").Content).TrimEnd('-', ' '), "sgml:DATELINE");
        fields.Set("section", SgmlText.Line(SgmlElement.Find(SgmlElement.Find(story, "TOPICS").Content, "D").Content), "sgml:TOPICS");
        articles.Add(fields, Attribute(attributes, "NEWID") ?? Attribute(attributes, "OLDID"), "reuters-sgml");
    }

    private static void Texts(ArticleFields fields, SgmlElement text)
    {
        if (SgmlElement.Find(text.Content, "TITLE") is { Found: true } title)
        {
            fields.Set("title", SgmlText.Line(title.Content), "sgml:TITLE");
        }

        if (SgmlElement.Find(text.Content, "BODY") is { Found: true } body)
        {
            fields.Set("body", SgmlText.Paragraphs(body.Content), "sgml:BODY");
        }
        else if (fields.Get("title") is null)
        {
            // Stories that were never taken apart: the first line is the headline.
            var (first, rest) = SgmlText.FirstLine(text.Content);
            fields.Set("title", first, "sgml:TEXT");
            fields.Set("body", SgmlText.PlainParagraphs(rest), "sgml:TEXT");
        }
    }

    private static void SetDate(ArticleFields fields, string written)
    {
        if (written.Length == 0 || (MachineDate.Read(written) is { Time.Length: > 0 } date && fields.Set(date, "sgml:DATE")))
        {
            return;
        }

        // A stray digit before the hour, a remark behind the time.
        var match = DayAndTime().Match(written);
        if (match.Success && fields.Set(MachineDate.Read(match.Groups[1].Value + " " + match.Groups[3].Value), "sgml:DATE"))
        {
            if (match.Groups[2].Length > 0)
            {
                fields.Warn("publishedAt", "the time is written with a digit too many");
            }

            return;
        }

        if (!fields.Set(MachineDate.Read(written), "sgml:DATE"))
        {
            fields.Warn("publishedAt", "not understood: " + (written.Length > 60 ? written[..60] : written));
        }
    }

    private static string? Attribute(List<KeyValuePair<string, string>> attributes, string name) =>
        attributes.Find(attribute => attribute.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value is { Length: > 0 } value ? value : null;

    [GeneratedRegex(@"(\d{1,2}-\p{L}{3}-\d{4})\s+(\d(?=\d\d:))?(\d{1,2}:\d\d(?::\d\d)?)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayAndTime();
}
