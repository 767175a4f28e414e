using Microsoft.Playwright;

namespace Ingest.Portal.Tests.Browser;

/// <summary>One Chromium for all browser tests: the system's, because Playwright's own would be a download.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <summary>Where Debian puts it; <c>CHROMIUM</c> names another.</summary>
    private static string Executable => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    public async ValueTask InitializeAsync()
    {
        Assert.True(File.Exists(Executable), $"{Executable} is missing: install Debian's chromium, or name another in CHROMIUM.");
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(60_000);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
        });
    }

    /// <summary>A page of its own context: nothing is shared with other tests.</summary>
    internal async Task<IPage> OpenAsync(Uri url, BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = url.ToString();
        var context = await _browser.NewContextAsync(options);
        // Generous: they only decide how long a failure takes, and the machine may be busy.
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
