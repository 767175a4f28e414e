using System.Globalization;
using Ingest.Hosting.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Ingest.Hosting.Tests.Requests;

/// <summary>A search must not stand in line with the articles.</summary>
public sealed class Threads_for_requests : IDisposable
{
    private readonly RequestThreads _threads = new(2);

    public void Dispose() => _threads.Dispose();

    [Fact]
    public async Task A_request_runs_on_them_and_stays_there_when_it_has_waited()
    {
        var names = new List<string?>();
        await _threads.RunAsync(async () =>
        {
            names.Add(Thread.CurrentThread.Name);
            await Task.Delay(1, TestContext.Current.CancellationToken);
            names.Add(Thread.CurrentThread.Name);
        });

        Assert.Equal(["requests", "requests"], names);
    }

    [Fact]
    public async Task They_work_while_every_thread_of_the_pool_is_taken()
    {
        using var free = new ManualResetEventSlim();
        var taken = Enumerable.Range(0, Environment.ProcessorCount * 8).Select(_ => Task.Run(free.Wait, TestContext.Current.CancellationToken)).ToList();
        var answered = new TaskCompletionSource();
        var request = _threads.RunAsync(() =>
        {
            answered.SetResult();
            return Task.CompletedTask;
        });
        var isAnswered = ((IAsyncResult)answered.Task).AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(30));
        free.Set();
        await Task.WhenAll(taken);
        await request;

        Assert.True(isAnswered);
    }

    [Fact]
    public async Task What_a_request_throws_comes_back_and_the_thread_goes_on()
    {
        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => _threads.RunAsync(() => throw new InvalidDataException()));
        }

        await _threads.RunAsync(() => Task.CompletedTask);
    }

    [Fact]
    public async Task Many_that_wait_for_each_other_take_no_threads()
    {
        var last = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = Enumerable.Range(0, 100).Select(_ => _threads.RunAsync(() => last.Task)).ToList();
        await _threads.RunAsync(() =>
        {
            last.SetResult();
            return Task.CompletedTask;
        });
        await Task.WhenAll(waiting);
    }

    [Fact]
    public async Task Threads_of_the_pool_stand_back_and_others_do_not()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Nice values of threads are Linux's.");
        await Task.Run(() => { }, TestContext.Current.CancellationToken);
        // Others can be made at any moment.
        var before = Directory.EnumerateDirectories("/proc/self/task").ToList();
        var own = before.Select(path => (Path: path, Was: Read(path))).Where(thread => thread.Was.Name == "requests").ToList();
        using var priority = new PoolPriority();
        priority.Lower();

        var nice = before.Select(Read).ToLookup(thread => thread.Name, thread => thread.Nice);
        Assert.NotEmpty(nice[".NET TP Worker"]);
        Assert.All(nice[".NET TP Worker"], value => Assert.Equal(PoolPriority.Nice, value));
        // What they have is what the thread had that made them. Those of another test may have ended meanwhile.
        var still = own.Select(thread => (thread.Was, Is: Read(thread.Path))).Where(thread => thread.Is.Name == "requests").ToList();
        Assert.NotEmpty(still);
        Assert.All(still, thread => Assert.Equal(thread.Was.Nice, thread.Is.Nice));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_web_application_answers_on_them(bool alone)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddRequestThreads(alone);
        await using var app = builder.Build();
        app.UseRequestThreads();
        app.MapGet("/", () => Thread.CurrentThread.Name);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();

        Assert.Equal("requests", await client.GetStringAsync(new Uri(app.Urls.First()), TestContext.Current.CancellationToken));
    }

    private static (string Name, int Nice) Read(string thread)
    {
        try
        {
            // Fields after the name, which stands in brackets and can have spaces itself: the nice value is the 17th of them.
            var fields = File.ReadAllText(Path.Combine(thread, "stat")).Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return (File.ReadAllText(Path.Combine(thread, "comm")).Trim(), int.Parse(fields[16], CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            return ("", 0);
        }
    }
}
