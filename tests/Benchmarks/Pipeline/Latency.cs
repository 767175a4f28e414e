using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Ingest.Benchmarks.Pipeline;

/// <summary>From a file's rename into the folder to the first search that finds it, one file at a time, nothing else going on.</summary>
internal static class Latency
{
    private const string Address = "http://127.0.0.1:18080";

    public static async Task<string> MeasureAsync(Scratch scratch, int drops, CancellationToken cancellationToken)
    {
        var folder = scratch.New("latency");
        var outside = scratch.New("outside");
        await using var ingest = MeasuredProcess.Start("ingest.dll", "run", folder, "--data", scratch.New("latency-data"), "--listen", Address);
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        await UntilReadyAsync(client, cancellationToken);
        var times = new List<double>();
        for (var i = 0; i < drops; i++)
        {
            var word = $"drop{i:D6}x";
            var name = $"{i:D6}.txt";
            await File.WriteAllTextAsync(Path.Combine(outside, name), $" date 2025-02-13 Notice {word}\n\nBy Staff\n\nThe notice {word} was published in the gazette today, officials said.\n", cancellationToken);
            var time = Stopwatch.StartNew();
            File.Move(Path.Combine(outside, name), Path.Combine(folder, name));
            while (await TotalAsync(client, word, cancellationToken) == 0)
            {
                await Task.Delay(2, cancellationToken);
            }

            times.Add(time.Elapsed.TotalMilliseconds);
            await Task.Delay(20, cancellationToken);
        }

        // The first few compile the code they run.
        var warm = times.Skip(20).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture,
            $"drop-to-searchable while idle, {warm.Count} files: p50 {warm[warm.Count / 2]:0} ms, p99 {warm[warm.Count * 99 / 100]:0} ms, worst {warm[^1]:0} ms");
    }

    public static async Task UntilReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            try
            {
                using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100, cancellationToken);
        }

        throw new InvalidOperationException("ingest run did not become ready within 30 s.");
    }

    private static async Task<long> TotalAsync(HttpClient client, string word, CancellationToken cancellationToken)
    {
        await using var json = await client.GetStreamAsync(new Uri($"/api/search?q={word}&limit=1", UriKind.Relative), cancellationToken);
        using var response = await JsonDocument.ParseAsync(json, cancellationToken: cancellationToken);
        return response.RootElement.GetProperty("total").GetInt64();
    }
}
