using System.Collections.Frozen;

namespace Ingest.Parser.Tables.Columns;

/// <summary>
/// The names by which tables and records call the parts of an article, each with a score: the higher of two names in one table is
/// tried first. From the exports of news-please, fundus, trafilatura, newspaper, Common Crawl's news sets, All the News, GDELT,
/// Media Cloud, Event Registry, Webhose, NewsAPI, the Guardian's and the New York Times' APIs, WordPress, schema.org and TREC, and
/// what people write in their own languages. A name is only a claim: <see cref="ColumnChooser"/> asks the content.
/// </summary>
internal static class ColumnNames
{
    /// <summary>From here on a name says enough to be believed without others beside it.</summary>
    public const int Telling = 60;

    // Objects around the record itself: "_source.title" is a title.
    private static readonly FrozenSet<string> Wrappers = Set(
        "doc document article articles item node record fields data attributes metadata meta response result content news story post page newsarticle body thread hits payload properties");

    // Objects about something else: "image.title" is none of the article's.
    private static readonly FrozenSet<string> Others = Set(
        "author authors autor creator creators contributor contributors byline person persons people user image images photo photos picture pictures thumbnail media multimedia video videos audio related links link tags tag " +
        "keywords keyword entities entity comments comment replies publisher source section category categories logo social location locations organization organizations license copyright isPartOf topics topic");

    // The value inside an object: "title.rendered", "headline.main", "date.$date".
    private static readonly FrozenSet<string> Leaves = Set("rendered value main name original text plain raw t date oid default content print title paragraphs paragraph");

    private static readonly FrozenDictionary<string, (ColumnRole Role, int Score)> Known = Build();

    /// <summary>What a name claims; a nested one is its path, joined by dots. Null when it claims nothing.</summary>
    public static (ColumnRole Role, int Score)? Find(string path)
    {
        if (path.StartsWith("_source.", StringComparison.Ordinal))
        {
            // What a search engine puts around each document.
            return Find(path[8..]);
        }

        if (Known.TryGetValue(ColumnName.Normalised(path), out var whole))
        {
            return whole;
        }

        var parts = path.Split('.');
        if (parts.Length == 1)
        {
            return null;
        }

        var names = Array.ConvertAll(parts, part => ColumnName.Normalised(part));
        if (Leaves.Contains(names[^1]) && Find(string.Join('.', parts[..^1])) is { } inner && IsInside(inner.Role, names[^1]))
        {
            return (inner.Role, inner.Score - 1);
        }

        if (!Known.TryGetValue(names[^1], out var last) || names[..^1].Any(Others.Contains))
        {
            return null;
        }

        return (last.Role, last.Score - names[..^1].Sum(name => Wrappers.Contains(name) ? 2 : 15));
    }

    private static bool IsInside(ColumnRole role, string leaf) => leaf switch
    {
        "name" => role is ColumnRole.Authors or ColumnRole.Source or ColumnRole.Section or ColumnRole.Language or ColumnRole.Agencies or ColumnRole.Dateline,
        "title" => role is ColumnRole.Source or ColumnRole.Section,
        "date" => role is ColumnRole.PublishedAt or ColumnRole.UpdatedAt,
        "oid" => role == ColumnRole.Key,
        "paragraphs" or "paragraph" or "content" => role is ColumnRole.Body or ColumnRole.Summary,
        _ => true,
    };

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, (ColumnRole, int)> Build()
    {
        var known = new Dictionary<string, (ColumnRole, int)>(StringComparer.Ordinal);
        foreach (var (role, score, names) in ColumnSynonyms.All)
        {
            foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                known.TryAdd(ColumnName.Normalised(name), (role, score));
            }
        }

        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
