using System.Text;

namespace Ingest.Evaluation.Dedup;

/// <summary>
/// Makes of news what a scanned newspaper gives: characters taken for others that look like them, words joined and parted, narrow columns with
/// words broken at their ends, running heads in between, and lines of the column beside it.
/// </summary>
internal sealed class ScanMaker(IReadOnlyList<News> others, int seed)
{
    private const int Column = 38;
    private const int LongestNeighbour = 8;

    // Longest first. What studies of misread newspapers list; nothing stands for a lost character.
    private static readonly (string Read, string[] As)[] Confusions =
    [
        ("rn", ["m"]), ("cl", ["d"]), ("li", ["h"]), ("in", ["m"]), ("ii", ["u"]), ("vv", ["w"]), ("fi", ["fl", "h"]), ("ri", ["n"]), ("th", ["tb", "ih"]),
        ("m", ["rn", "in", "nn"]), ("d", ["cl", "il"]), ("h", ["b", "li", "n"]), ("b", ["h", "6"]), ("e", ["c", "o"]), ("c", ["e", "o", "("]), ("l", ["1", "I", "i", "t"]),
        ("i", ["l", "1", "j", "t"]), ("I", ["l", "1"]), ("s", ["f", "a", "8"]), ("o", ["0", "c", "e"]), ("t", ["f", "l", "i"]), ("f", ["t", "s"]), ("u", ["n", "ii", "a"]),
        ("n", ["u", "ri", "a"]), ("w", ["vv", "tv"]), ("a", ["n", "u", "o"]), ("r", ["n", "t", "i"]), ("g", ["q", "y", "9"]), ("y", ["v", "j"]), ("v", ["y", "r"]),
        ("k", ["lc", "h"]), ("p", ["n", "]i"]), ("S", ["8", "5"]), ("B", ["8", "R", "H"]), ("O", ["0", "Q"]), ("E", ["F", "K"]), ("T", ["I", "1"]), ("C", ["G", "O"]),
        ("0", ["O", "6"]), ("1", ["l", "I", "7"]), ("5", ["S", "3"]), ("8", ["B", "3"]), ("6", ["0", "b"]), ("3", ["8", "5"]), (".", [",", "", "-"]), (",", [".", "", "'"]),
        (" ", ["", "", ". "]), ("-", ["", " "]), ("'", ["", "*"]), ("\"", ["''", "*"]),
    ];

    // Shares of characters, as studies of scanned newspapers have them: most are read well, some badly.
    private static readonly double[] Misreadings = [0.01, 0.02, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08];

    private readonly Random _random = new(seed);

    /// <summary>The kinds; each that is named after two scans leaves the clean text out of the archive.</summary>
    public IReadOnlyList<CopyKind> Kinds(CopyMaker maker) =>
    [
        new("scan of 2 % misread", news => Scan(news, 0.02)),
        new("scan of 5 % misread", news => Scan(news, 0.05)),
        new("scan of 8 % misread", news => Scan(news, 0.08)),
        new("scan of 12 % misread", news => Scan(news, 0.12)),
        new("scan of 5 %, another headline", news => Scan(maker.Retitle(news), 0.05)),
        new("scan of 5 %, cut at 50 %", news => Scan(CopyMaker.Cut(news), 0.05)),
        new("scan of 5 %, lines of a neighbour", news => Scan(WithNeighbour(news), 0.05)),
        new("two scans of 2 %", news => Scan(news, 0.02), news => Scan(news, 0.02)),
        new("two scans of 5 %", news => Scan(news, 0.05), news => Scan(news, 0.05)),
        new("two scans of 8 %", news => Scan(news, 0.08), news => Scan(news, 0.08)),
        new("two scans of 5 %, other headlines, one cut at 50 %", news => Scan(maker.Retitle(CopyMaker.Cut(news)), 0.05), news => Scan(news, 0.05)),
    ];

    /// <summary>
    /// One story as several newspapers printed it within a day and a half: each scanned, some of them badly, most under a headline of their own, a third cut from the end, a quarter with lines of the
    /// column beside it. There is no clean text.
    /// </summary>
    public IEnumerable<News> InPapers(News news, CopyMaker maker)
    {
        for (var paper = _random.Next(3, 9); paper > 0; paper--)
        {
            var printed = _random.Next(3) == 0 ? CopyMaker.Cut(news, 0.4 + (_random.NextDouble() / 2)) : news;
            printed = _random.Next(5) < 3 ? maker.Retitle(printed) : printed;
            printed = _random.Next(4) == 0 ? WithNeighbour(printed) : printed;
            yield return Scan(printed, Misreadings[_random.Next(Misreadings.Length)]) with { Date = news.Date!.Value.AddMinutes(_random.Next(0, 36 * 60)) };
        }
    }

    /// <summary>As scanned with a share of its characters misread.</summary>
    public News Scan(News news, double share) => news with { Title = Misread(news.Title, share), Body = Misread(SetInColumn(news.Body), share) };

    /// <summary>With some lines of another article before or behind it.</summary>
    public News WithNeighbour(News news)
    {
        var lines = SetInColumn(others[_random.Next(others.Count)].Body).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var part = string.Join('\n', lines.Take(_random.Next(4, LongestNeighbour + 1)));
        return news with { Body = _random.Next(2) == 0 ? $"{part}\n\n{news.Body}" : $"{news.Body}\n\n{part}" };
    }

    private string SetInColumn(string body)
    {
        var (set, line) = (new StringBuilder(), 0);
        var lines = _random.Next(12, 40);
        void End()
        {
            set.Append('\n');
            line = 0;
            if (--lines == 0)
            {
                set.Append(_random.Next(2) == 0 ? $"\n{_random.Next(1, 40)}      THE DAILY HERALD, SATURDAY MORNING.\n\n" : $"\n- {_random.Next(1, 40)} -\n\n");
                lines = _random.Next(30, 60);
            }
        }

        foreach (var paragraph in body.Split("\n\n"))
        {
            foreach (var each in paragraph.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
            {
                var word = each;
                if (line > 0 && line + 1 + word.Length > Column)
                {
                    var room = Column - line - 2;
                    if (word.Length >= 7 && room is >= 3 && room <= word.Length - 3 && word.All(char.IsLetter))
                    {
                        set.Append(' ').Append(word.AsSpan(0, room)).Append('-');
                        word = word[room..];
                    }

                    End();
                }

                set.Append(line > 0 ? " " : "").Append(word);
                line += word.Length + (line > 0 ? 1 : 0);
            }

            End();
            set.Append('\n');
        }

        return set.ToString().TrimEnd();
    }

    private string Misread(string text, double share)
    {
        var read = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '\n' || _random.NextDouble() >= share)
            {
                read.Append(text[i++]);
                continue;
            }

            i += MisreadAt(text, i, read);
        }

        return read.ToString();
    }

    private int MisreadAt(string text, int at, StringBuilder read)
    {
        switch (_random.Next(12))
        {
            case 0:
                return 1;
            case 1:
                read.Append(text[at]).Append(' ');
                return 1;
            case 2:
                read.Append(text[at]).Append(".,'-;*"[_random.Next(6)]);
                return 1;
        }

        foreach (var (from, to) in Confusions)
        {
            if (string.CompareOrdinal(text, at, from, 0, from.Length) == 0)
            {
                read.Append(to[_random.Next(to.Length)]);
                return from.Length;
            }
        }

        read.Append((char)('a' + _random.Next(26)));
        return 1;
    }
}
