using Ingest.Contracts;
using Ingest.Parser.Articles;

namespace Ingest.Parser.Agency;

/// <summary>The items of an agency's file: articles, cancellations, and what has no text.</summary>
internal sealed class AgencyItems(ArticleList articles)
{
    private readonly List<string> _withdrawn = [];
    private readonly List<string> _without = [];

    /// <summary>Adds an article.</summary>
    public void Add(ArticleFields fields, string? key, string format) => articles.Add(fields, key, format);

    /// <summary>
    /// Whether the item withdraws a story instead of bringing one, as its usage status says; it is then noted and no article.
    /// </summary>
    public bool Withdraws(string? status, string? id)
    {
        var word = (status ?? "").Trim();
        word = word[(word.LastIndexOf(':') + 1)..].ToLowerInvariant();
        var meaning = word switch
        {
            "canceled" or "cancelled" or "killed" or "kill" => "a cancellation",
            "withheld" => "withheld from publication",
            _ => null,
        };
        if (meaning is null)
        {
            return false;
        }

        _withdrawn.Add($"item {id ?? "without identifier"} is {meaning} (status {word}): it takes back a story and brings none");
        return true;
    }

    /// <summary>Notes an item that is there but has no text.</summary>
    public void WithoutText(string why) => _without.Add(why);

    /// <summary>Notes what is wrong with the file.</summary>
    public void Doubt(string doubt) => articles.Doubt(doubt);

    /// <summary>The outcome; says of each kind of item why it is no article.</summary>
    public ParseOutcome Finish(string format)
    {
        if (articles.Items > 0)
        {
            foreach (var withdrawn in _withdrawn)
            {
                articles.Doubt(withdrawn);
            }

            return articles.Finish($"The {format} file has items, but none of them has a headline or text.");
        }

        var reasons = _withdrawn.Concat(_without).Distinct().Take(3).ToList();
        return reasons.Count == 0
            ? articles.Finish($"The {format} file has no news item in it.")
            : new ParseOutcome.Rejected(RejectionReasons.NoArticle, $"The {format} file has no article: {string.Join("; ", reasons)}.");
    }
}
