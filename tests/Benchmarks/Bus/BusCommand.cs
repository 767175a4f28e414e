using System.CommandLine;
using System.Diagnostics;
using Ingest.Storage;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Benchmarks.Bus;

/// <summary>
/// <c>bus</c>: MassTransit's <c>Batch&lt;T&gt;</c> against one message a consumer with <see cref="GroupCommit{TItem,TResult}"/>; each commits to
/// SQLite and publishes one event a message, in memory. Backs ADR 0002.
/// </summary>
internal static class BusCommand
{
    public static Command Create()
    {
        var messages = new Option<int>("--messages") { DefaultValueFactory = _ => 40_000 };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3 };
        var command = new Command("bus", "Batch<T> against group commit, in turn.") { messages, rounds };
        command.SetAction(async (parsed, _) =>
        {
            for (var round = 0; round < parsed.GetValue(rounds); round++)
            {
                var batch = await RateAsync(parsed.GetValue(messages), bus => bus.AddConsumer<BatchConsumer>(c =>
                    c.Options<BatchOptions>(o => o.SetMessageLimit(128).SetTimeLimit(TimeSpan.FromMilliseconds(10)).SetConcurrencyLimit(1))));
                var group = await RateAsync(parsed.GetValue(messages), bus => bus.AddConsumer<SingleConsumer>(c => c.UseConcurrentMessageLimit(128)));
                Console.WriteLine(FormattableString.Invariant($"Batch<T> {batch:0} msg/s, group commit {group:0} msg/s, ratio {group / batch:0.00}"));
            }
        });
        return command;
    }

    private static async Task<double> RateAsync(int messages, Action<IBusRegistrationConfigurator> consumers)
    {
        var folder = Directory.CreateTempSubdirectory("ingest-bus-").FullName;
        await using var sink = await Sink.OpenAsync(Path.Combine(folder, "sink.db"));
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error))
            .AddSingleton(sink)
            .AddSingleton(new GroupCommit<string, bool>(sink.CommitAsync))
            .AddMassTransit(bus =>
            {
                bus.DisableUsageTelemetry();
                consumers(bus);
                bus.AddConsumer<DoneConsumer>();
                bus.UsingInMemory((context, memory) =>
                {
                    memory.PrefetchCount = 256;
                    memory.ConfigureEndpoints(context);
                });
            })
            .BuildServiceProvider();
        var control = services.GetRequiredService<IBusControl>();
        await control.StartAsync();
        var time = Stopwatch.StartNew();
        foreach (var window in Enumerable.Range(0, messages).Chunk(128))
        {
            await Task.WhenAll(window.Select(i => control.Publish(new Work($"{i:D12}", new string('x', 1500)))));
        }

        await sink.ReachAsync(messages);
        var rate = messages / time.Elapsed.TotalSeconds;
        await control.StopAsync();
        Directory.Delete(folder, recursive: true);
        return rate;
    }
}
