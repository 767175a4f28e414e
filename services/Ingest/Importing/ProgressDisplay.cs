using System.Diagnostics;
using System.Globalization;
using Ingest.Queries;
using Spectre.Console;

namespace Ingest.CommandLine.Importing;

/// <summary>Bar, rate and time left on a terminal; a line every few seconds where standard error is a file.</summary>
internal sealed class ProgressDisplay
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private readonly ProgressTask? _bar;
    private TimeSpan _lastLine;
    private (long Files, long Articles)? _first;

    private ProgressDisplay(ProgressTask? bar) => _bar = bar;

    public static async Task RunAsync(Func<ProgressDisplay, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            await work(new ProgressDisplay(null));
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new RemainingTimeColumn())
            .StartAsync(context => work(new ProgressDisplay(context.AddTask("files"))));
    }

    /// <summary>Shows how many of the files known so far are done, and what is done of large files in flight.</summary>
    public void Show(long done, long total, LedgerSummary summary)
    {
        var (articles, paused) = (summary.Articles + summary.ArticlesInFlight, summary.Paused);
        // What was done before this run is no measure of its speed.
        _first ??= (done, articles);
        var seconds = Math.Max(_time.Elapsed.TotalSeconds, 0.001);
        var rate = (done - _first.Value.Files) / seconds;
        var text = string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {total:N0} files, {rate:N0}/s")
            + LargeFiles(summary, articles, (articles - _first.Value.Articles) / seconds);
        if (_bar is not null)
        {
            _bar.MaxValue = Math.Max(total, 1);
            _bar.Value = done;
            _bar.Description = Markup.Escape(paused is null ? text : $"{text}; paused: {paused}");
        }
        else if (_time.Elapsed - _lastLine > LineInterval)
        {
            _lastLine = _time.Elapsed;
            var left = rate > 0 ? string.Create(CultureInfo.InvariantCulture, $", about {TimeSpan.FromSeconds((total - done) / rate):hh\\:mm\\:ss} left") : "";
            Console.Error.WriteLine($"ingest: {text}{left}{(paused is null ? "" : $"; paused: {paused}")}");
        }
    }

    /// <summary>For a large file in flight the count of files says nothing for a long time.</summary>
    private static string LargeFiles(LedgerSummary summary, long articles, double rate) => summary.PortionsInFlight == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"; {articles:N0} articles, {rate:N0}/s ({summary.PortionsInFlight:N0} portions of large files)");
}
