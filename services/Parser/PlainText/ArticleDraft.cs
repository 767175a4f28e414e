using System.Globalization;
using Ingest.Contracts;
using Ingest.Parser.Dates;
using Ingest.Parser.Language;
using Ingest.Parser.Text;

namespace Ingest.Parser.PlainText;

/// <summary>One article on its way: header, sign-off and body are read, then each field is decided, with its origin and doubts.</summary>
internal sealed class ArticleDraft(string text, List<TextLine> lines, int from, int to, StatedParts? stated = null)
{
    private readonly Dictionary<string, string> _origin = new(8, StringComparer.Ordinal);
    private readonly List<string> _warnings = [];

    /// <summary>The article, or null when there is nothing article-like in these lines.</summary>
    public Article? Finish(FileContent content, DecodedText decoded, int ordinal, TimeProvider time)
    {
        var header = HeaderReader.Read(text, lines, from, to, stated?.Title, stated?.TitleRule ?? "");
        var signOff = SignOff.Read(text, lines, header.End, to);
        var body = BodyText.Build(text, lines, header.End, signOff.End, header.BodyStart);
        if (!ArticleLikeness.Has(header.Title, body))
        {
            return null;
        }

        var (title, date) = (Title(header, body), Date(header));
        var dateline = Dateline.Read(body);
        if (date is null && dateline?.Date is { } filed)
        {
            date = FromDateline(filed);
        }

        if (date is { } found)
        {
            Judge(found, time);
        }
        else if (_warnings.TrueForAll(warning => !warning.StartsWith("publishedAt:", StringComparison.Ordinal)))
        {
            _warnings.Add("publishedAt: missing");
        }

        if (body.Length == 0)
        {
            _warnings.Add("body: missing");
        }
        else
        {
            _origin["body"] = "paragraphs";
        }

        if (signOff.Removed.Count > 0)
        {
            _origin["signOff"] = string.Join(' ', signOff.Removed);
        }

        _origin["format"] = stated?.Format ?? "plain-text";
        _origin["encoding"] = decoded.Encoding;
        if (decoded.Doubt is { } doubt)
        {
            _warnings.Add("encoding: " + doubt);
        }

        var key = ordinal.ToString(CultureInfo.InvariantCulture);
        return new Article
        {
            ArticleId = Identifiers.Article(content.FileId, key),
            FileId = content.FileId,
            Revision = content.Revision,
            Watch = content.Watch,
            Path = content.Path,
            Ordinal = ordinal,
            Key = key,
            Title = title,
            Body = body,
            PublishedAt = date?.Value,
            Authors = Authors(header, signOff),
            Agencies = Agencies(header, dateline, signOff),
            Dateline = DatelineText(header, dateline),
            Language = Language(header, title, body),
            Url = Stated("url", header.Url),
            Source = Source(header),
            Section = Stated("section", header.Section),
            Origin = _origin,
            Warnings = _warnings,
        };
    }

    private string Title(Header header, string body)
    {
        if (header.Title is { } title)
        {
            _origin["title"] = header.TitleRule;
            return title;
        }

        _origin["title"] = "derived:first-sentence";
        _warnings.Add("title: derived");
        return Headline.Derive(body);
    }

    private FoundDate? Date(Header header)
    {
        if (header.Date is { } date)
        {
            _origin["publishedAt"] = header.DateRule;
            return date;
        }

        if (header.UnreadableDate is { } unreadable)
        {
            _warnings.Add($"publishedAt: not understood: {unreadable}");
        }

        if (header.Updated is { } updated)
        {
            _origin["publishedAt"] = "header:updated";
            _warnings.Add("publishedAt: taken from the date of the last update");
            return updated;
        }

        return null;
    }

    private FoundDate? FromDateline(FoundDate filed)
    {
        if (filed.Year != 0)
        {
            _origin["publishedAt"] = "dateline";
            return filed;
        }

        _warnings.Add(string.Create(
            CultureInfo.InvariantCulture, $"publishedAt: missing; the dateline says {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(filed.Month)} {filed.Day}, without a year"));
        return null;
    }

    private void Judge(FoundDate date, TimeProvider time)
    {
        if (date.Doubt is { } doubt)
        {
            _warnings.Add("publishedAt: " + doubt);
        }

        if (date.Year < 1600)
        {
            _warnings.Add("publishedAt: implausible, before there were newspapers");
        }
        else if (date.Month != 0 && NewsDate.Start(date.Value) is { } start && start > time.GetUtcNow().AddDays(2))
        {
            _warnings.Add("publishedAt: implausible, in the future");
        }
    }

    private IReadOnlyList<string> Authors(Header header, SignOff signOff)
    {
        if (header.Byline is { Authors.Count: > 0 } byline)
        {
            _origin["authors"] = "byline";
            return byline.Authors;
        }

        if (header.Byline is null && signOff.Reporters.Count > 0)
        {
            _origin["authors"] = "sign-off:reporting-by";
            return signOff.Reporters;
        }

        return [];
    }

    private List<string> Agencies(Header header, Dateline? dateline, SignOff signOff)
    {
        var agencies = new List<string>(1);
        AddAgencies(agencies, header.Agencies, "header:agency");
        AddAgencies(agencies, header.Byline?.Agencies, "byline");
        AddAgencies(agencies, dateline?.Agencies, "dateline");
        AddAgencies(agencies, signOff.Agencies, "sign-off");
        return agencies;
    }

    private void AddAgencies(List<string> agencies, IReadOnlyList<string>? found, string rule)
    {
        foreach (var agency in found ?? [])
        {
            if (!agencies.Contains(agency))
            {
                agencies.Add(agency);
                _origin["agencies"] = _origin.TryGetValue("agencies", out var rules) && rules != rule ? rules + "," + rule : rule;
            }
        }
    }

    private string? DatelineText(Header header, Dateline? dateline)
    {
        if (header.Dateline is { } stated)
        {
            _origin["dateline"] = "header:dateline";
            return stated;
        }

        if (dateline is not { Text.Length: > 0 })
        {
            return null;
        }

        _origin["dateline"] = "first-paragraph";
        return dateline.Text;
    }

    private string? Language(Header header, string title, string body)
    {
        if (header.Language is { Length: 2 } code)
        {
            _origin["language"] = "header:language";
            return code.ToLowerInvariant();
        }

        var language = LanguageDetector.Detect(body.Length >= 60 ? body : title + "\n" + body);
        if (language is not null)
        {
            _origin["language"] = "detected:words";
        }

        return language;
    }

    private string? Source(Header header)
    {
        if (header.Source is null && header.Byline?.Source is { } outlet)
        {
            _origin["source"] = "byline";
            return outlet;
        }

        return Stated("source", header.Source);
    }

    private string? Stated(string field, string? value)
    {
        if (value is not null)
        {
            _origin[field] = "header:" + field;
        }

        return value;
    }
}
