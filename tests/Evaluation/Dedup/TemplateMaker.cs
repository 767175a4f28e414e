using System.Globalization;
using System.Text.RegularExpressions;

namespace Ingest.Evaluation.Dedup;

/// <summary>
/// Makes articles that look like others and are nobody's copy: reports that a desk writes by one pattern for every place, team or company,
/// real stories under other names and numbers, and columns of several stories.
/// </summary>
internal sealed partial class TemplateMaker(IReadOnlyList<News> real, int seed)
{
    private const int FewestNumbers = 6;
    private const int FewestNames = 4;
    private const int Parts = 5;

    private static readonly string[] Places =
    [
        "Aberford", "Ballymoor", "Castleton", "Dunmere", "Eastleigh", "Farnholt", "Grimsby", "Haverhill", "Inverlochy", "Jarrow", "Kelso", "Lindholm", "Marlow", "Norwood", "Oakham", "Penrith", "Quorn",
        "Ripley", "Stanhope", "Tavast", "Upton", "Varberg", "Whitby", "Yarmouth", "Zeals",
    ];

    private static readonly string[] Names =
    [
        "Adler", "Brandt", "Castellano", "Dubois", "Eriksen", "Fraser", "Garcia", "Hoffmann", "Ivanov", "Jensen", "Kowalski", "Larsen", "Moreau", "Nakamura", "Okafor", "Petrov", "Quinn", "Rossi", "Schmidt", "Tanaka",
        "Ueda", "Vogel", "Weber", "Yilmaz", "Zhang",
    ];

    private static readonly string[] Trades = ["Steel", "Foods", "Energy", "Software", "Chemicals", "Airlines", "Motors", "Insurance", "Retail", "Paper", "Shipping", "Pharma"];

    private readonly Random _random = new(seed);

    /// <summary>A report by one of six patterns, none of which is another's copy.</summary>
    public News Pattern(DateTime day) => _random.Next(6) switch
    {
        0 => Weather(day),
        1 => Shares(day),
        2 => Match(day),
        3 => Results(day),
        4 => Accident(day),
        _ => Rates(day),
    };

    /// <summary>A real story with every number another and every name another; null where it has too few of them.</summary>
    public News? Renamed(News news)
    {
        var names = Name().Matches(news.Body).Select(match => match.Value).Distinct().ToList();
        if (Digits().Count(news.Body) < FewestNumbers || names.Count < FewestNames)
        {
            return null;
        }

        var others = names.ToDictionary(name => name, name => name.Length <= 3 && name.All(char.IsUpper) ? Letters(name) : Pick(Names) + Pick(Places)[^3..]);
        string Rename(string text) => Name().Replace(Digits().Replace(text, match => Number(match.Value)), match => others.GetValueOrDefault(match.Value, match.Value));
        var upper = others.DistinctBy(pair => pair.Key.ToUpperInvariant()).ToDictionary(pair => pair.Key.ToUpperInvariant(), pair => pair.Value.ToUpperInvariant());
        var title = UpperWord().Replace(Digits().Replace(news.Title, match => Number(match.Value)), match => upper.GetValueOrDefault(match.Value, match.Value));
        return news with { Title = title, Body = Rename(news.Body) };
    }

    /// <summary>A column of whole short stories or of the first paragraphs of stories; with the places of those in the list.</summary>
    public (News News, int[] Parts) RoundUp(IReadOnlyList<int> among)
    {
        var first = _random.Next(among.Count - (Parts * 4));
        int[] parts = [.. Enumerable.Range(0, Parts).Select(i => among[first + (i * 4) + _random.Next(4)])];
        var whole = _random.Next(2) == 0;
        var paragraphs = parts.SelectMany(part => new[] { real[part].Title }.Concat(real[part].Paragraphs().Take(whole ? int.MaxValue : 1)));
        var date = parts.Max(part => real[part].Date)!.Value.AddMinutes(_random.Next(1, 600));
        return (new News("NEWS IN BRIEF " + date.ToString("d MMMM", CultureInfo.InvariantCulture).ToUpperInvariant(), string.Join("\n\n", paragraphs), date), parts);
    }

    private News Weather(DateTime day)
    {
        var place = Pick(Places);
        return new($"{place}: weather for {day:dddd}", FormattableString.Invariant(
            $"""
            {place} can expect {Pick("sunny spells", "heavy rain", "scattered showers", "a cold wind", "morning fog", "long dry periods")} on {day:dddd}, with a high of {_random.Next(2, 34)} degrees in the afternoon, the national weather service said in its daily forecast.

            Winds will be {Pick("light", "moderate", "strong")} from the {Pick("north", "south", "east", "west")}, gusting up to {_random.Next(10, 90)} kilometres an hour along the coast. The chance of rain is {_random.Next(0, 100)} per cent.

            Temperatures will fall to {_random.Next(-5, 15)} degrees overnight. The sun rises at {_random.Next(5, 8)}:{_random.Next(10, 59)} and sets at {_random.Next(17, 21)}:{_random.Next(10, 59)}.

            The outlook for the rest of the week is {Pick("mostly dry", "changeable", "wet and windy", "warmer")}, forecasters said. Residents are advised to check for warnings before they travel.
            """), day);
    }

    private News Shares(DateTime day)
    {
        var (place, up) = (Pick(Places), _random.Next(2) == 0);
        return new($"{place} shares close {(up ? "higher" : "lower")}", FormattableString.Invariant(
            $"""
            {place.ToUpperInvariant()} - Shares on the {place} stock exchange closed {(up ? "higher" : "lower")} on {day:dddd}, with {Pick(Trades).ToLowerInvariant()} stocks leading the {(up ? "gains" : "losses")}, dealers said.

            The all-share index {(up ? "rose" : "fell")} {_random.Next(1, 99)}.{_random.Next(0, 99):00} points, or {_random.Next(0, 3)}.{_random.Next(1, 99):00} per cent, to end at {_random.Next(1000, 9999)}.{_random.Next(0, 99):00}.

            Turnover was {_random.Next(10, 900)} million shares, compared with {_random.Next(10, 900)} million in the previous session. {Pick(Names)} {Pick(Trades)} was the most active stock and ended at {_random.Next(5, 200)}.{_random.Next(10, 99)}.

            Advancing issues outnumbered declining ones by {_random.Next(100, 500)} to {_random.Next(50, 400)}. "Investors are waiting for the central bank's decision," a dealer at {Pick(Names)} Securities said.
            """), day);
    }

    private News Match(DateTime day)
    {
        var (home, away, scorer) = (Pick(Places), Pick(Places), Pick(Names));
        return new($"{home} {_random.Next(1, 5)}, {away} {_random.Next(0, 2)}", FormattableString.Invariant(
            $"""
            {scorer} scored in the {_random.Next(2, 44)}th minute as {home} beat {away} {_random.Next(2, 5)}-{_random.Next(0, 2)} in the second division on {day:dddd} evening.

            The striker headed in a cross from {Pick(Names)} for his {_random.Next(2, 20)}th goal of the season, and {Pick(Names)} added another from the penalty spot in the {_random.Next(46, 89)}th minute after a foul by {Pick(Names)}.

            {away} had {Pick(Names)} sent off late in the game for a second yellow card. {home} are now {Pick("third", "fourth", "fifth", "ninth", "twelfth")} in the table with {_random.Next(10, 70)} points, while {away} stay in {Pick("the bottom three", "mid-table", "sixth place")}.

            "I am proud of the lads, they gave everything tonight," manager {Pick(Names)} said. Attendance: {_random.Next(1000, 30000):N0}. Referee: {Pick(Names)}.
            """), day);
    }

    private News Results(DateTime day)
    {
        var (company, up) = ($"{Pick(Names)} {Pick(Trades)}", _random.Next(2) == 0);
        return new($"{company} quarterly profit {(up ? "rises" : "falls")}", FormattableString.Invariant(
            $"""
            {company} on {day:dddd} reported a quarterly net profit of ${_random.Next(2, 900)}.{_random.Next(0, 9)} million, or {_random.Next(2, 99)} cents a share, {(up ? "up" : "down")} from ${_random.Next(2, 900)}.{_random.Next(0, 9)} million, or {_random.Next(2, 99)} cents a share, a year earlier.

            Revenue {(up ? "rose" : "fell")} {_random.Next(1, 40)} percent to ${_random.Next(1, 20)}.{_random.Next(1, 99):00} billion in the three months to the end of the quarter. Analysts on average had expected revenue of ${_random.Next(1, 20)}.{_random.Next(1, 99):00} billion, according to data compiled by the exchange.

            The company, which is based in {Pick(Places)}, said it expects full-year earnings of between ${_random.Next(1, 5)}.{_random.Next(10, 99)} and ${_random.Next(5, 9)}.{_random.Next(10, 99)} a share. Chief executive {Pick(Names)} said demand remained solid in all regions.

            Shares of {company} were {(up ? "up" : "down")} {_random.Next(1, 9)}.{_random.Next(1, 9)} percent in premarket trading.
            """), day);
    }

    private News Accident(DateTime day)
    {
        var place = Pick(Places);
        return new($"{Pick("Man", "Woman", "Cyclist", "Motorcyclist", "Pedestrian")} {Pick("injured", "killed", "seriously hurt")} in {place} crash", FormattableString.Invariant(
            $"""
            A {_random.Next(18, 90)}-year-old {Pick("man", "woman")} was taken to hospital after a {Pick("collision between two cars", "crash involving a lorry", "van left the road", "motorcycle hit a tree")} near {place} on {day:dddd}, police said.

            Emergency services were called to the {Pick("A", "B")}{_random.Next(10, 999)} at about {_random.Next(1, 12)}.{_random.Next(10, 59)} {Pick("am", "pm")}. The road was closed in both directions for {Pick("two", "three", "four", "five")} hours while officers carried out an investigation at the scene.

            Anyone who witnessed the crash or has dashcam footage is asked to call police on 101, quoting incident number {_random.Next(100, 999)} of {day:d MMMM}.
            """), day);
    }

    private News Rates(DateTime day)
    {
        var place = Pick(Places);
        return new($"{place} money market rates", FormattableString.Invariant(
            $"""
            Interbank rates in {place} were {Pick("steady", "firmer", "easier", "mixed")} at the opening on {day:dddd}, with overnight funds quoted at {_random.Next(2, 9)}.{_random.Next(10, 99)} to {_random.Next(2, 9)}.{_random.Next(10, 99)} per cent, dealers said.

            One-month money was at {_random.Next(2, 9)}.{_random.Next(10, 99)} per cent, three-month money at {_random.Next(2, 9)}.{_random.Next(10, 99)} and six-month money at {_random.Next(2, 9)}.{_random.Next(10, 99)} per cent. The central bank is expected to {Pick("add", "drain")} {_random.Next(1, 90)}0 million crowns through repurchase agreements.

            The currency was quoted at {_random.Next(1, 9)}.{_random.Next(1000, 9999)} to the dollar, compared with {_random.Next(1, 9)}.{_random.Next(1000, 9999)} at the previous close, and at {_random.Next(1, 9)}.{_random.Next(1000, 9999)} to the mark.
            """), day);
    }

    private string Pick(params string[] of) => of[_random.Next(of.Length)];

    private string Number(string digits) => string.Concat(digits.Select((digit, i) => i == 0 ? (char)('1' + _random.Next(9)) : (char)('0' + _random.Next(10))));

    private string Letters(string name) => string.Concat(name.Select(_ => (char)('A' + _random.Next(26))));

    // In the middle of a sentence, so that what begins one is not taken for a name; a dateline counts.
    [GeneratedRegex(@"(?<=[a-z,] |^|<)[A-Z][A-Za-z]+\b")]
    private static partial Regex Name();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"[A-Z]{2,}")]
    private static partial Regex UpperWord();
}
