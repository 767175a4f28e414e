using System.Diagnostics;
using System.Globalization;
using Ingest.Parser;

namespace Ingest.Fuzzing;

/// <summary>
/// Parses one input after another. A watchdog beside it ends the process when an input takes too long or the heap grows too large,
/// after it has written that input out: a hang cannot be stopped in any gentler way.
/// </summary>
public sealed class FuzzRun(FuzzSettings settings)
{
    private const int Hung = 3;
    private const int TooLarge = 4;

    private readonly SortedDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private readonly PriorityQueue<(int Number, int Bytes), double> _slowest = new();
    private byte[] _input = [];
    private long _started;
    private int _number = -1;
    private int _failures;
    private long _peak;

    /// <summary>0 when no input failed.</summary>
    public int Run()
    {
        var samples = Samples.Load(settings.Paths);
        if (samples.Count == 0)
        {
            Console.Error.WriteLine("There are no files to mutate; name folders with --from.");
            return 2;
        }

        var mutation = new Mutation(samples, settings.Seed);
        var reader = new ArticleReader(new ParserOptions(), TimeProvider.System);
        new Thread(Watch) { IsBackground = true, Name = "watchdog" }.Start();
        var clock = Stopwatch.StartNew();
        var (first, last) = settings.Only is { } only ? (only, only + 1) : (settings.First, settings.Inputs);
        for (var number = first; number < last; number++)
        {
            Parse(reader, mutation.Input(number), number);
            if (number % 20_000 == 19_999)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number + 1} inputs, {(number + 1 - first) / clock.Elapsed.TotalSeconds:0} a second, {_failures} failures"));
            }
        }

        Report(last - first, samples.Count, clock.Elapsed);
        return _failures == 0 ? 0 : 1;
    }

    private void Parse(ArticleReader reader, byte[] input, int number)
    {
        _input = input;
        Volatile.Write(ref _started, Stopwatch.GetTimestamp());
        Volatile.Write(ref _number, number);
        try
        {
            var outcome = reader.Read(input, "input", CancellationToken.None);
            Count(outcome is ParseOutcome.Rejected rejected ? rejected.Reason : "parsed");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Count("exception");
            Fail(number, input, exception.ToString());
        }

        Volatile.Write(ref _number, -1);
        _slowest.Enqueue((number, input.Length), Stopwatch.GetElapsedTime(_started).TotalMilliseconds);
        if (_slowest.Count > 5)
        {
            _slowest.Dequeue();
        }
    }

    private void Watch()
    {
        while (true)
        {
            Thread.Sleep(200);
            var number = Volatile.Read(ref _number);
            var heap = GC.GetTotalMemory(false);
            _peak = Math.Max(_peak, heap);
            if (number >= 0 && Stopwatch.GetElapsedTime(Volatile.Read(ref _started)) > settings.Limit && number == Volatile.Read(ref _number))
            {
                Fail(number, _input, $"took longer than {settings.Limit.TotalSeconds} s");
                Environment.Exit(Hung);
            }

            // Garbage is no growth: only what is left after a collection is.
            if (heap > settings.MaxHeap && GC.GetTotalMemory(true) > settings.MaxHeap)
            {
                Fail(number, _input, $"left {heap >> 20} MiB on the heap");
                Environment.Exit(TooLarge);
            }
        }
    }

    private void Fail(int number, byte[] input, string why)
    {
        _failures++;
        Directory.CreateDirectory(settings.Output);
        var path = Path.Combine(settings.Output, string.Create(CultureInfo.InvariantCulture, $"seed-{settings.Seed}-input-{number}"));
        File.WriteAllBytes(path, input);
        File.WriteAllText(path + ".reason.txt", why);
        Console.WriteLine($"FAILED: input {number} of seed {settings.Seed} ({input.Length} bytes, {path}): {why.Split('\n')[0]}; again with --seed {settings.Seed} --only {number}");
    }

    private void Count(string outcome) => _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;

    private void Report(int inputs, int samples, TimeSpan elapsed)
    {
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{inputs} inputs of {samples} samples, seed {settings.Seed}: {elapsed.TotalSeconds:0} s, {inputs / elapsed.TotalSeconds:0} a second, {_failures} failures"));
        Console.WriteLine("outcomes: " + string.Join(", ", _outcomes.Select(outcome => $"{outcome.Key} {outcome.Value}")));
        Console.WriteLine("slowest: " + string.Join(", ", _slowest.UnorderedItems.OrderByDescending(item => item.Priority)
            .Select(item => string.Create(CultureInfo.InvariantCulture, $"input {item.Element.Number} ({item.Element.Bytes} bytes) {item.Priority:0} ms"))));
        Console.WriteLine($"peak: {process.PeakWorkingSet64 >> 20} MiB of the process, {_peak >> 20} MiB of managed heap");
    }
}
