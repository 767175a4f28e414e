using System.Globalization;
using System.Text;

namespace Ingest.Pipeline.Tests.Infrastructure;

/// <summary>
/// Writes a folder of made-up news, the same for the same seed: stories, re-sent copies, briefs cut from them, files with several
/// articles, and some that cannot be parsed.
/// </summary>
public sealed class NewsWriter(int seed)
{
    private static readonly string[] Subjects = ["The central bank", "The ministry", "The port authority", "A consortium", "The opposition", "The airline", "A court", "The union", "The refinery", "The council"];
    private static readonly string[] Verbs = ["announced", "rejected", "postponed", "approved", "criticised", "completed", "suspended", "renewed", "reviewed", "withdrew"];
    private static readonly string[] Objects = ["a tender", "the wheat agreement", "its forecast", "the merger", "a strike ballot", "the budget", "an inquiry", "the shipping route", "a bond issue", "the ceasefire talks"];
    private static readonly string[] Places = ["London", "Ankara", "Jakarta", "Lagos", "Lima", "Oslo", "Manila", "Cairo", "Geneva", "Ottawa"];
    private static readonly string[] Details = ["officials said on condition of anonymity", "according to a statement seen by reporters", "after weeks of negotiation", "despite objections from exporters", "which analysts had expected", "in a vote that went past midnight", "citing higher freight costs", "as demand slowed in the region", "while talks with creditors continued", "for the third time this year"];

    private readonly Random _random = new(seed);

    /// <summary>Queries whose words stand in the stories.</summary>
    public static IReadOnlyList<string> Queries { get; } =
        [.. Places.Select(p => p.ToLowerInvariant()), "\"wheat agreement\"", "bank forecast", "title:merger", "strike -ballot", "tender OR inquiry", "creditor*"];

    /// <summary>Writes files into <paramref name="folder"/>; returns how many.</summary>
    public int Write(string folder, int count)
    {
        var stories = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var kind = _random.Next(100);
            var content = kind switch
            {
                < 70 => Add(stories, Story()),
                < 82 when stories.Count > 0 => stories[_random.Next(stories.Count)],
                < 90 when stories.Count > 0 => Brief(stories[_random.Next(stories.Count)]),
                < 96 => $"{Story()}\n\n{Story()}\n\n{Story()}",
                < 98 => "",
                _ => "\u0000\u0001\u0002\u0003 binary \u0000\u0000\u0004\u0005\u0006",
            };
            var path = Path.Combine(folder, $"{i % 7:D2}", $"{i:D5}.txt");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, content);
        }

        return count;
    }

    /// <summary>One story in the plain-text form.</summary>
    public string Story()
    {
        var date = new DateOnly(2025, 1, 1).AddDays(_random.Next(300));
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $" date {date:yyyy-MM-dd} {Pick(Subjects)} {Pick(Verbs)} {Pick(Objects)} in {Pick(Places)}, case {_random.Next(10_000)}\n\nBy Staff, Agencies\n");
        for (var paragraph = 0; paragraph < 4 + _random.Next(4); paragraph++)
        {
            text.Append('\n');
            for (var sentence = 0; sentence < 3; sentence++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{Pick(Subjects)} {Pick(Verbs)} {Pick(Objects)} in {Pick(Places)} {Pick(Details)}, {_random.Next(2, 900)} of {_random.Next(1_000, 9_000)} people were concerned. ");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Brief(string story) => string.Join("\n\n", story.Split("\n\n").Take(4));

    private static string Add(List<string> stories, string story)
    {
        stories.Add(story);
        return story;
    }

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
