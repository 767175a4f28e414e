using System.Globalization;
using Ingest.Contracts;
using Ingest.Parser.Dates;
using Ingest.Parser.Language;

namespace Ingest.Parser.Articles;

/// <summary>
/// The fields of one article of a structured format, each with the rule that found it: the first value that is set for a field
/// stays, so a reader tries its best source first.
/// </summary>
internal sealed class ArticleFields
{
    private readonly Dictionary<string, string> _values = new(8, StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _lists = new(2, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _origin = new(10, StringComparer.Ordinal);
    private readonly List<string> _warnings = [];

    /// <summary>Sets a field of <see cref="Article"/> by its name in JSON, unless it has a value or <paramref name="value"/> is blank.</summary>
    public bool Set(string field, string? value, string rule)
    {
        if (string.IsNullOrWhiteSpace(value) || !_values.TryAdd(field, value.Trim()))
        {
            return false;
        }

        _origin[field] = rule;
        return true;
    }

    /// <summary>Sets <c>authors</c> or <c>agencies</c>, unless they have values.</summary>
    public bool Set(string field, IReadOnlyList<string> values, string rule)
    {
        if (values.Count == 0 || !_lists.TryAdd(field, values))
        {
            return false;
        }

        _origin[field] = rule;
        return true;
    }

    /// <summary>Sets <c>publishedAt</c>, unless it has a value; keeps the date's own doubt.</summary>
    public bool Set(FoundDate? date, string rule)
    {
        if (!Set("publishedAt", date?.Value, rule))
        {
            return false;
        }

        if (date?.Doubt is { } doubt)
        {
            Warn("publishedAt", doubt);
        }

        return true;
    }

    /// <summary>The value of a field so far.</summary>
    public string? Get(string field) => _values.GetValueOrDefault(field);

    /// <summary>The names in <c>authors</c> or <c>agencies</c> so far.</summary>
    public IReadOnlyList<string> List(string field) => _lists.GetValueOrDefault(field, []);

    /// <summary>The rule that found a field.</summary>
    public string? Origin(string field) => _origin.GetValueOrDefault(field);

    /// <summary>Notes what is doubtful about a field.</summary>
    public void Warn(string field, string doubt) => _warnings.Add($"{field}: {doubt}");

    /// <summary>Notes how something other than a field was decided: <c>format</c>, <c>encoding</c>.</summary>
    public void Note(string name, string value) => _origin[name] = value;

    /// <summary>The article, with its language detected where none was stated, or null when it has neither title nor body.</summary>
    public Article? Finish(FileContent content, string key, int ordinal, TimeProvider time)
    {
        var (title, body) = (Get("title") ?? "", Get("body") ?? "");
        if (title.Length == 0 && body.Length == 0)
        {
            return null;
        }

        Judge(time);
        WarnMissing("title", title.Length == 0);
        WarnMissing("body", body.Length == 0);
        SetLanguage(title, body);
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
            PublishedAt = Get("publishedAt"),
            Authors = _lists.GetValueOrDefault("authors", []),
            Agencies = _lists.GetValueOrDefault("agencies", []),
            Dateline = Get("dateline"),
            Language = Get("language"),
            Url = Get("url"),
            Source = Get("source"),
            Section = Get("section"),
            Origin = _origin,
            Warnings = _warnings,
        };
    }

    private void SetLanguage(string title, string body)
    {
        if (Get("language") is not { } stated)
        {
            Set("language", LanguageDetector.Detect(body.Length >= 60 ? body : title + "\n" + body), "detected:words");
        }
        else if (LanguageDetector.Contradict(stated, body) is { } other)
        {
            _values["language"] = other;
            _origin["language"] = "detected:words";
            Warn("language", $"{stated} is stated, but the text is in another one");
        }
    }

    private void Judge(TimeProvider time)
    {
        if (Get("publishedAt") is not { } date)
        {
            WarnMissing("publishedAt", true);
        }
        else if (int.TryParse(date.AsSpan(0, Math.Min(4, date.Length)), CultureInfo.InvariantCulture, out var year) && year < 1600)
        {
            Warn("publishedAt", "implausible, before there were newspapers");
        }
        else if (NewsDate.Start(date) is { } start && start > time.GetUtcNow().AddDays(2))
        {
            Warn("publishedAt", "implausible, in the future");
        }
    }

    private void WarnMissing(string field, bool missing)
    {
        if (missing && !_warnings.Exists(warning => warning.StartsWith(field + ":", StringComparison.Ordinal)))
        {
            Warn(field, "missing");
        }
    }
}
