using AngleSharp.Dom;

namespace Ingest.Parser.Html.Metadata;

/// <summary>What a page states about itself outside its text: meta elements, links, embedded data, the title, the language.</summary>
internal sealed class PageFacts
{
    /// <summary>Embedded data beyond this is an application's state, not a description.</summary>
    private const int LongestData = 4 << 20;

    private const int LeastData = 60;

    private readonly List<IElement> _scripts = [];
    private readonly Dictionary<string, List<string>> _metas = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Scripts of the type <c>application/ld+json</c>.</summary>
    public List<string> LinkedData { get; } = [];

    /// <summary>Scripts in the page that may hold its text or dates, read only when the page itself lacks them.</summary>
    public IEnumerable<string> Scripts() => _scripts.Select(script => script.TextContent).Where(text => text.Length is > LeastData and < LongestData);

    public List<string> Authors { get; } = [];

    public string? Title { get; private set; }

    public string? Canonical { get; private set; }

    public string? Language { get; set; }

    /// <summary>What its linked data say, when they were read.</summary>
    public StatedArticle? Stated { get; set; }

    /// <summary>Whether the page says of itself that it is an article.</summary>
    public bool StatesArticle => Stated is { Rank: > 2 } || Meta("og:type").Value is "article" || Meta("article:published_time").Value is not null;

    /// <summary>Notes a meta, link, title or script element; others are none of its business.</summary>
    public void See(IElement element)
    {
        switch (element.LocalName)
        {
            case "meta":
                SeeMeta(element);
                break;
            case "title" when element.ParentElement?.LocalName != "svg":
                Title ??= element.TextContent;
                break;
            case "link" when element.GetAttribute("rel") is { } rel && rel.Equals("canonical", StringComparison.OrdinalIgnoreCase):
                Canonical ??= element.GetAttribute("href");
                break;
            case "script" when element.GetAttribute("type") is { } type && type.Contains("json", StringComparison.OrdinalIgnoreCase):
                if (!type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
                {
                    _scripts.Add(element);
                }
                else if (element.TextContent is { Length: > 1 and < LongestData } data)
                {
                    LinkedData.Add(data);
                }

                break;
            case "script" when element.GetAttribute("src") is null:
                _scripts.Add(element);
                break;
        }
    }

    /// <summary>The first of these meta elements that has content, with its name.</summary>
    public (string? Value, string Name) Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_metas.TryGetValue(name, out var value))
            {
                return (value[0], name);
            }
        }

        return (null, "");
    }

    /// <summary>What all meta elements of a name say, in their order: several authors are several elements.</summary>
    public IReadOnlyList<string> Metas(string name) => _metas.TryGetValue(name, out var values) ? values : [];

    private void SeeMeta(IElement element)
    {
        if (element.GetAttribute("content") is not { } content || string.IsNullOrWhiteSpace(content))
        {
            return;
        }

        if (content.Length < LongestData && content.AsSpan().TrimStart() is ['{', ..] && content.Contains("schema.org", StringComparison.Ordinal))
        {
            // Some frameworks state it there: <meta name="script:ld+json">.
            LinkedData.Add(content);
            return;
        }

        foreach (var attribute in new ReadOnlySpan<string>(["property", "name", "itemprop", "http-equiv"]))
        {
            if (element.GetAttribute(attribute) is { Length: > 0 } name)
            {
                name = name.Trim();
                if (!_metas.TryGetValue(name, out var values))
                {
                    _metas[name] = values = [];
                }

                values.Add(content.Trim());
                if (name.Equals("author", StringComparison.OrdinalIgnoreCase) || name.Equals("article:author", StringComparison.OrdinalIgnoreCase))
                {
                    Authors.Add(content.Trim());
                }
            }
        }
    }
}
