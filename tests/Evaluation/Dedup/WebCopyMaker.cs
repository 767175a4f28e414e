using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Evaluation.Dedup;

/// <summary>
/// Makes of news what web sites make of an agency's story: furniture before and after it, a house's own style of words, numbers and marks, other
/// paragraphs before it or fewer of its own, another day or none.
/// </summary>
internal sealed partial class WebCopyMaker(IReadOnlyList<News> others, CopyMaker maker, int seed)
{
    private static readonly string[] Before =
    [
        "Share on Facebook Share on Twitter Share on WhatsApp Email this article Print", "We use cookies to give you the best experience on our website. By continuing to use this site you agree to our use of cookies. Find out more in our privacy policy.",
        "FILE PHOTO: The headquarters are seen in this picture taken on a day in spring. Photograph: Agency picture desk/File", "3 min read", "By our business correspondent", "Listen to this article", "Published by the news desk, with agencies",
    ];

    private static readonly string[] After =
    [
        "(Reporting by Jane Doe and John Roe; Editing by Mary Major)", "Our Standards: The Thomson Reuters Trust Principles.", "© 2025 All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
        "Sign up for our daily newsletter and get the stories that matter delivered to your inbox every morning.", "Read more on this subject in our special report", "This story has been published from a wire agency feed without modifications to the text. Only the headline has been changed.",
        "Comments are closed on this story.", "Topics: Business, World, Economy, Politics", "Download our app for breaking news alerts and follow us on social media",
    ];

    // As the wire wrote them in 1987, British and in full.
    private static readonly (string From, string To)[] Spellings =
    [
        ("program ", "programme "), ("labor", "labour"), ("favor", "favour"), ("center", "centre"), ("organiz", "organis"), ("realiz", "realis"), ("privatiz", "privatis"), ("harbor", "harbour"), ("honor", "honour"),
        ("defense", "defence"), ("color", "colour"), ("aluminum", "aluminium"), ("tire ", "tyre "), ("gray", "grey"), ("traveling", "travelling"), (" pct", " percent"), ("U.S.", "US"), ("U.K.", "UK"), (" vs ", " versus "), ("Govt", "Government"),
    ];

    private readonly Random _random = new(seed);

    /// <summary>The kinds.</summary>
    public IReadOnlyList<CopyKind> Kinds() =>
    [
        new("furniture of a web site around it", Furnish),
        new("house style: spelling, marks, numbers, dateline", InHouseStyle),
        new("numbers written otherwise", news => news with { Body = OtherNumbers(news.Body) }),
        new("paragraphs in another order", Reorder),
        new("update: two paragraphs put before it", Update),
        new("30 % cut from the middle", CutMiddle),
        new("dated a day or two later or earlier", Shift, Keeps: true),
        new("without a date", news => news with { Date = null }, Keeps: true),
        new("all of it: furniture, house style, headline, a fifth cut", news => Furnish(maker.Retitle(InHouseStyle(CutMiddle(news, 0.2))))),
        new("furniture, cut at 50 %, another headline", news => Furnish(maker.Retitle(CopyMaker.Cut(news)))),
    ];

    private News Furnish(News news)
    {
        List<string> related = [.. Enumerable.Range(0, 3).Select(_ => Title(others[_random.Next(others.Count)].Title))];
        return news.With([.. Some(Before, 3), .. news.Paragraphs(), .. Some(After, 3), "Read more:", .. related]);
    }

    private IEnumerable<string> Some(string[] of, int count) => of.OrderBy(_ => _random.Next()).Take(count);

    private static string Title(string title) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(title.ToLowerInvariant());

    private News InHouseStyle(News news)
    {
        var body = Dateline().Replace(news.Body, _random.Next(3) switch { 0 => "", 1 => "$1 (Reuters) – ", _ => "$1: " }, 1);
        body = Spellings.Aggregate(OtherNumbers(body), (text, spelling) => text.Replace(spelling.From, spelling.To, StringComparison.Ordinal));
        body = OpeningQuote().Replace(body, "$1\u201C").Replace("\"", "\u201D", StringComparison.Ordinal).Replace('\'', '\u2019').Replace(" - ", " — ", StringComparison.Ordinal);
        return news with { Title = Title(news.Title), Body = SignOff().Replace(body, "") };
    }

    private string OtherNumbers(string text)
    {
        var parts = _random.Next(3) switch { 0 => "", 1 => ".", _ => "\u00A0" };
        text = Thousands().Replace(text, match => match.Value.Replace(",", parts, StringComparison.Ordinal));
        text = Dollars().Replace(text, match => $"${match.Groups[1].Value} {(match.Groups[2].Value == "mln" ? "million" : "billion")}");
        return text.Replace(" mln", " million", StringComparison.Ordinal).Replace(" billion", " bn", StringComparison.Ordinal).Replace(" pct", "%", StringComparison.Ordinal).Replace(" dlrs", " dollars", StringComparison.Ordinal);
    }

    private News Reorder(News news)
    {
        var paragraphs = news.Paragraphs();
        for (var i = 0; i < 2 && paragraphs.Count > 2; i++)
        {
            var moved = _random.Next(1, paragraphs.Count);
            var paragraph = paragraphs[moved];
            paragraphs.RemoveAt(moved);
            paragraphs.Insert(_random.Next(1, paragraphs.Count + 1), paragraph);
        }

        return news.With(paragraphs);
    }

    private News Update(News news) =>
        news.With([.. maker.Fresh(others[_random.Next(others.Count)]).Paragraphs().Take(2), .. news.Paragraphs()]);

    private News CutMiddle(News news) => CutMiddle(news, 0.3);

    private News CutMiddle(News news, double share)
    {
        var paragraphs = news.Paragraphs();
        var left = (int)(news.Body.Length * share);
        while (paragraphs.Count > 2 && left > 0)
        {
            var cut = _random.Next(1, paragraphs.Count - 1);
            if (paragraphs[cut].Length > left * 3 / 2 && !paragraphs.Skip(1).SkipLast(1).All(paragraph => paragraph.Length > left * 3 / 2))
            {
                continue;
            }

            left -= paragraphs[cut].Length;
            paragraphs.RemoveAt(cut);
        }

        return news.With(paragraphs);
    }

    private News Shift(News news) =>
        news with { Date = news.Date!.Value.AddDays(new[] { -2, -1, 1, 2 }[_random.Next(4)]), DayOnly = true };

    [GeneratedRegex(@"^([A-Z][A-Z .,/]+), (?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z.]* \d{1,2} - ")]
    private static partial Regex Dateline();

    [GeneratedRegex("(^|[\\s(])\"")]
    private static partial Regex OpeningQuote();

    [GeneratedRegex(@"\n\n(?:Reuter|REUTER)\W*$")]
    private static partial Regex SignOff();

    [GeneratedRegex(@"\b\d{1,3}(?:,\d{3})+\b")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\b(\d[\d.,\u00A0]*) (mln|billion) dlrs")]
    private static partial Regex Dollars();
}
