using System.Text;

namespace Ingest.Evaluation.Dedup;

/// <summary>
/// Makes copies of news with known edits, and articles that are nobody's copy, from real ones. Seeded: the same stories and seed give the
/// same news.
/// </summary>
internal sealed class CopyMaker
{
    /// <summary>Share of a real article's words that stay in one made from it; two made from the same share a twentieth of their triples.</summary>
    private const double Kept = 0.6;

    private const double Share = 0.05;

    // What scanners take for each other, as studies of misread newspapers list them; anything else becomes a random letter.
    private static readonly Dictionary<char, string> Lookalikes = new()
    {
        ['e'] = "c", ['c'] = "e", ['o'] = "0", ['l'] = "1", ['i'] = "l", ['h'] = "b", ['b'] = "h", ['n'] = "u", ['u'] = "n", ['m'] = "rn", ['s'] = "5",
        ['t'] = "f", ['f'] = "t", ['g'] = "q", ['r'] = "n", ['0'] = "O", ['1'] = "l", ['5'] = "S", ['8'] = "B", [' '] = "", ['a'] = "n", ['d'] = "cl",
    };

    private readonly Random _random;
    private readonly string[] _vocabulary;

    /// <param name="bodies">Real texts, whose words are used.</param>
    /// <param name="seed">Of all that is random.</param>
    public CopyMaker(IEnumerable<string> bodies, int seed)
    {
        _random = new Random(seed);
        _vocabulary = [.. bodies.SelectMany(Words).Where(word => word.All(char.IsLetter)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The edits.</summary>
    public IReadOnlyList<CopyKind> Kinds() =>
    [
        new("retitle", Retitle),
        new("new lead", NewLead),
        new("cut at 50 %", Cut),
        new("5 % of words changed", ChangeWords),
        new("OCR noise, 5 % of characters", Misread),
    ];

    /// <summary>Another headline over the same text.</summary>
    public News Retitle(News news) => news with { Title = string.Join(' ', Enumerable.Range(0, 7).Select(_ => Word())) };

    /// <summary>Another first paragraph, or sentence where there is one paragraph only, of 30 words.</summary>
    public News NewLead(News news)
    {
        var lead = string.Join(' ', Enumerable.Range(0, 30).Select(_ => Word())) + ".";
        var end = news.Body.IndexOf("\n\n", StringComparison.Ordinal);
        end = end > 0 ? end : news.Body.IndexOf(". ", StringComparison.Ordinal) + 1;
        return news with { Body = lead + "\n\n" + news.Body[Math.Max(0, end)..].TrimStart() };
    }

    /// <summary>The first half of the words.</summary>
    public static News Cut(News news) => Cut(news, 0.5);

    /// <summary>The first words, so many of all.</summary>
    public static News Cut(News news, double share) => news with { Body = First(news.Body, share) };

    /// <summary>Every twentieth word another one.</summary>
    public News ChangeWords(News news) => news with { Body = Replace(news.Body, Share) };

    /// <summary>Every twentieth character misread, lost or doubled, in title and text.</summary>
    public News Misread(News news) => news with { Title = Noise(news.Title), Body = Noise(news.Body) };

    /// <summary>An article that is like the real ones and nobody's copy.</summary>
    public News Fresh(News real) => real with { Title = Replace(real.Title, 1 - Kept), Body = Replace(real.Body, 1 - Kept) };

    private static IEnumerable<string> Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static string First(string body, double share)
    {
        var (words, seen) = ((int)(Words(body).Count() * share), 0);
        for (var i = 1; i < body.Length; i++)
        {
            if (body[i] is ' ' or '\n' && body[i - 1] is not (' ' or '\n') && ++seen == words)
            {
                return body[..i];
            }
        }

        return body;
    }

    private string Word() => _vocabulary[_random.Next(_vocabulary.Length)];

    private string Replace(string text, double share)
    {
        var replaced = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && text[end] is not (' ' or '\n'))
            {
                end++;
            }

            replaced.Append(end > i && _random.NextDouble() < share ? Like(text.AsSpan(i, end - i)) : text.AsSpan(i, end - i));
            for (i = end; i < text.Length && text[i] is ' ' or '\n'; i++)
            {
                replaced.Append(text[i]);
            }
        }

        return replaced.ToString();
    }

    private string Like(ReadOnlySpan<char> word)
    {
        if (!char.IsAsciiDigit(word[0]))
        {
            return Word();
        }

        var digits = word.ToArray();
        for (var i = 0; i < digits.Length; i++)
        {
            digits[i] = char.IsAsciiDigit(digits[i]) ? (char)('0' + _random.Next(10)) : digits[i];
        }

        return new string(digits);
    }

    private string Noise(string text)
    {
        var noisy = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (c == '\n' || _random.NextDouble() >= Share)
            {
                noisy.Append(c);
                continue;
            }

            _ = _random.Next(10) switch
            {
                0 => noisy,
                1 => noisy.Append(c).Append(' '),
                2 => noisy.Append((char)('a' + _random.Next(26))),
                _ => Lookalikes.TryGetValue(char.ToLowerInvariant(c), out var other) ? noisy.Append(other) : noisy.Append((char)('a' + _random.Next(26))),
            };
        }

        return noisy.ToString();
    }
}
