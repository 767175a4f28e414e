using System.CommandLine;
using Ingest.Benchmarks.Pipeline;
using Ingest.Queries;

namespace Ingest.Benchmarks.Search;

/// <summary><c>search REUTERS</c>: times of searches over an archive of made-up news, while idle and while articles arrive; rate of indexing.</summary>
internal static class SearchCommand
{
    private const int Seed = 20250213;
    private const int Arriving = 20_000;

    public static Command Create()
    {
        var folder = new Argument<string>("REUTERS") { Description = "Folder of reut2-*.sgm, of which the articles are made." };
        var articles = new Option<int>("--articles") { Description = "How many.", DefaultValueFactory = _ => 100_000 };
        var data = new Option<string?>("--data") { Description = "Keeps the archive here for the next run.", HelpName = "DIR" };
        var only = new Option<string[]>("--only") { Description = "real, filtered, hostile, busy, import, indexing, visible.", AllowMultipleArgumentsPerToken = true };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of indexing; the first compiles the code.", DefaultValueFactory = _ => 4 };
        var list = new Option<bool>("--list") { Description = "Print each query." };
        var command = new Command("search", "Times of searches and the rate of indexing.") { folder, articles, data, only, rounds, list };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var scratch = new Scratch();
            var chosen = parsed.GetValue(only) is { Length: > 0 } some ? some : ["real", "filtered", "hostile", "busy", "import", "indexing", "visible"];
            var news = await MadeUpNews.ReadAsync(parsed.GetValue(folder)!, cancellationToken);
            if (chosen.Contains("indexing"))
            {
                await IndexingAsync(news, parsed.GetValue(rounds), scratch, cancellationToken);
            }

            var count = parsed.GetValue(articles);
            var place = parsed.GetValue(data) ?? scratch.New("archive");
            await using (var archive = await IndexedArchive.OpenAsync(place))
            {
                await archive.FillAsync(news, count, cancellationToken);
                Console.WriteLine(FormattableString.Invariant($"{count} articles"));
                await SearchAsync(archive, news, chosen, parsed.GetValue(list), cancellationToken);
            }

            if (chosen.Contains("import"))
            {
                Console.WriteLine(await BesideImport.MeasureAsync(news, place, Arriving, scratch, cancellationToken));
            }
        });
        return command;
    }

    private static async Task IndexingAsync(MadeUpNews news, int rounds, Scratch scratch, CancellationToken cancellationToken)
    {
        var shares = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            // The first round compiles the code.
            var count = round == 1 ? Arriving / 4 : Arriving;
            var (indexer, bare) = await IndexingRate.MeasureAsync(news, 5_000_000, count, round, scratch, cancellationToken);
            Console.WriteLine(FormattableString.Invariant($"indexing, round {round}: {indexer:0} articles per CPU-second; bare AddDocument {bare:0}; share {indexer / bare:0.00}"));
            var (store, index) = await IndexingRate.HalvesAsync(news, 5_000_000, count, round, scratch, cancellationToken);
            Console.WriteLine(FormattableString.Invariant($"          its documents alone {store:0}, its index alone {index:0}"));
            shares.AddRange(round == 1 ? [] : [indexer / bare]);
        }

        Console.WriteLine(FormattableString.Invariant($"indexing, median share: {shares.Order().ElementAt(shares.Count / 2):0.00}"));
    }

    private static async Task SearchAsync(IndexedArchive archive, MadeUpNews news, string[] chosen, bool list, CancellationToken cancellationToken)
    {
        var real = QuerySet.Real(news, 200, Seed);
        // Other queries first, until the code is compiled.
        for (var other = 1; other <= 4; other++)
        {
            await SearchTimes.MeasureAsync(archive.Search, QuerySet.Real(news, 200, Seed + other), false, cancellationToken);
        }

        await SearchTimes.MeasureAsync(archive.Search, real, false, cancellationToken);
        if (chosen.Contains("real"))
        {
            Console.WriteLine($"real:    {await SearchTimes.MeasureAsync(archive.Search, real, list, cancellationToken)}");
        }

        if (chosen.Contains("filtered"))
        {
            await FilteredAsync(archive, real, cancellationToken);
        }

        if (chosen.Contains("hostile"))
        {
            Console.WriteLine($"hostile: {await SearchTimes.MeasureAsync(archive.Search, QuerySet.Hostile(1000, Seed), list, cancellationToken)}");
        }

        if (chosen.Contains("visible"))
        {
            Console.WriteLine($"visible: {await Visibility.MeasureAsync(archive, news, 6_000_000, 300, cancellationToken)}");
        }

        if (chosen.Contains("busy"))
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            // On a thread of its own: SQLite works where it is called.
            var arriving = Task.Run(() => ArriveAsync(archive, news, stop.Token), CancellationToken.None);
            Console.WriteLine($"busy:    {await SearchTimes.MeasureAsync(archive.Search, real, list, cancellationToken)}");
            await stop.CancelAsync();
            Console.WriteLine(FormattableString.Invariant($"         {await arriving:0} articles a second arrived meanwhile"));
        }
    }

    /// <summary>
    /// A facet with a filter is counted by a search of its own, see ADR 21. The same condition in the words of the query finds the same and is
    /// counted once, so the two beside each other show what that costs. Twice, so that the order does not decide.
    /// </summary>
    private static async Task FilteredAsync(IndexedArchive archive, IReadOnlyList<string> queries, CancellationToken cancellationToken)
    {
        var request = new SearchRequest { Limit = 10, Facets = 10, Histogram = true };
        var facets = (await archive.Search.SearchAsync(request, cancellationToken)).Facets;
        var (source, language) = (facets[0].Values[0].Value, facets[1].Values[0].Value);
        foreach (var _ in (int[])[1, 2])
        {
            var inWords = queries.Select(query => $"({query}) AND source:\"{source}\"").ToList();
            Console.WriteLine($"filtered, source in the query:        {await SearchTimes.MeasureAsync(archive.Search, inWords, request, false, cancellationToken)}");
            Console.WriteLine($"filtered, source as a filter:         {await SearchTimes.MeasureAsync(archive.Search, queries, request with { Source = source }, false, cancellationToken)}");
            Console.WriteLine($"filtered, source and language:        {await SearchTimes.MeasureAsync(archive.Search, queries, request with { Source = source, Language = language }, false, cancellationToken)}");
            Console.WriteLine($"filtered, by nothing:                 {await SearchTimes.MeasureAsync(archive.Search, queries, request, false, cancellationToken)}");
        }
    }

    private static async Task<double> ArriveAsync(IndexedArchive archive, MadeUpNews news, CancellationToken cancellationToken)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var count = 0;
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                // Others than those that are there; the next run of the command brings the same again, which changes nothing.
                await archive.AddAsync(news, 7_000_000 + count, 7_000_512 + count, cancellationToken);
                count += 512;
            }
        }
        catch (OperationCanceledException)
        {
            // The searches are done.
        }

        return count / watch.Elapsed.TotalSeconds;
    }
}
