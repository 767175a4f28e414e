using Ingest.Contracts;
using Ingest.Queries;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Ingest.Parser.Tests.Service;

public sealed class The_role : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _data = new();

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Keeps_its_articles_over_a_restart()
    {
        var file = _folder.Drop("story.txt", Stories.Bridge);
        await using (var first = await ParserHost.StartAsync(_data.FullPath))
        {
            await first.TellAsync(file);
        }

        File.Delete(_folder["story.txt"]);
        await using var second = await ParserHost.StartAsync(_data.FullPath);
        Assert.Equal("Bridge to Be Built", Assert.Single((await second.Queries.OfFileAsync(new FileArticles(file.FileId), TestContext.Current.CancellationToken)).Articles).Title);
        Assert.Contains(await second.TellAsync(file with { Attempt = 2 }), message => message is ArticleParsed);
    }

    [Fact]
    public async Task Finds_a_watched_folder_where_it_is_mounted_here()
    {
        await using var host = await ParserHost.StartAsync(_data.FullPath, ("Mounts:in", _folder.FullPath));

        var published = await host.TellAsync(_folder.Drop("story.txt", Stories.Bridge) with { Root = "/srv/elsewhere" });

        Assert.Contains(published, message => message is FileParsed);
    }

    [Fact]
    public async Task Reads_a_file_that_was_too_large_after_the_limit_was_raised()
    {
        var file = _folder.Drop("story.txt", Stories.Bridge + new string(' ', 1024));
        await using (var strict = await ParserHost.StartAsync(_data.FullPath, ("MaxFileBytes", "1024")))
        {
            Assert.Equal(RejectionReasons.TooLarge, Assert.IsType<FileRejected>(Assert.Single(await strict.TellAsync(file))).Reason);
        }

        await using var host = await ParserHost.StartAsync(_data.FullPath);
        Assert.Contains(await host.TellAsync(file with { Attempt = 2 }), message => message is FileParsed);
    }

    [Fact]
    public async Task Is_ready_when_its_store_can_be_used()
    {
        await using var host = await ParserHost.StartAsync(_data.FullPath);

        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(
            check => check.Name == "parser-store", TestContext.Current.CancellationToken);

        Assert.Equal(HealthStatus.Healthy, report.Status);
        Assert.Single(report.Entries);
    }

    [Fact]
    public async Task Does_not_start_with_options_that_make_no_sense()
    {
        var services = new ServiceCollection();
        new ParserRole().AddServices(services, new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Ingest:Parser:MaxDeaths", (string?)"0")]).Build());
        await using var provider = services.BuildServiceProvider();

        var problem = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<ParserOptions>>().Value);
        Assert.Contains("Ingest:Parser:MaxDeaths must lie between 1 and 20.", problem.Message, StringComparison.Ordinal);
    }
}
