using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ingest.Portal.Drop;
using Ingest.Portal.Tests.Hosting;

namespace Ingest.Portal.Tests.Drop;

public sealed class Dropping_files : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ingest-drop-test-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Puts_the_content_into_the_folder_and_leaves_nothing_else()
    {
        await using var portal = await StartAsync();
        using var response = await PutAsync(portal, "/api/drop/2025/May/a%20b.txt", "content"u8.ToArray());
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop)).RootElement;

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("2025/May/a b.txt", answer.GetProperty("path").GetString());
        Assert.Equal("content", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "2025/May/a b.txt"), Stop));
        Assert.Equal(["2025"], _folder.EnumerateFileSystemInfos().Select(entry => entry.Name));
    }

    [Fact]
    public async Task Never_writes_over_a_file()
    {
        await using var portal = await StartAsync();
        using var first = await PutAsync(portal, "/api/drop/a.txt", "first"u8.ToArray());
        using var second = await PutAsync(portal, "/api/drop/a.txt", "second"u8.ToArray());

        Assert.Contains("a (2).txt", await second.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal("first", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "a.txt"), Stop));
    }

    [Fact]
    public async Task Is_seen_whole_or_not_at_all()
    {
        await using var portal = await StartAsync();
        using var half = new StreamContent(new BreakingStream(50_000)) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };

        await Assert.ThrowsAnyAsync<Exception>(() => portal.Client.PutAsync(new Uri("/api/drop/half.txt", UriKind.Relative), half, Stop));

        // The server notices the break by itself; until then the part has a name that nobody takes.
        while (_folder.EnumerateFileSystemInfos().Any())
        {
            Assert.All(_folder.EnumerateFileSystemInfos(), entry => Assert.StartsWith(".ingest-", entry.Name, StringComparison.Ordinal));
            await Task.Delay(20, Stop);
        }
    }

    [Theory]
    [InlineData("/api/drop/..%2F..%2Fescaped.txt")]
    [InlineData("/api/drop/a%5C..%5C..%5Cescaped.txt")]
    [InlineData("/api/drop/.hidden")]
    [InlineData("/api/drop/half.part")]
    [InlineData("/api/drop/.ingest-drop-1/a.txt")]
    [InlineData("/api/drop/a%00b.txt")]
    [InlineData("/api/drop/a%0Ab.txt")]
    [InlineData("/api/drop/")]
    public async Task Refuses_names_that_lead_elsewhere_or_that_no_watcher_takes(string path)
    {
        await using var portal = await StartAsync();
        using var response = await PutAsync(portal, path, "x"u8.ToArray());

        Assert.InRange((int)response.StatusCode, 400, 499);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
        Assert.False(File.Exists(Path.Combine(_folder.Parent!.FullName, "escaped.txt")));
    }

    [Fact]
    public async Task Refuses_what_is_too_large_whether_the_size_is_said_or_not()
    {
        await using var portal = await StartAsync(("Ingest:Portal:MaxDropBytes", "1000"));
        using var said = await PutAsync(portal, "/api/drop/a.txt", new byte[1001]);
        using var chunked = new HttpRequestMessage(HttpMethod.Put, "/api/drop/b.txt")
        {
            Content = new StreamContent(new MemoryStream(new byte[5000])) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } },
            Headers = { TransferEncodingChunked = true },
        };
        using var unsaid = await portal.Client.SendAsync(chunked, Stop);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, said.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, unsaid.StatusCode);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task Takes_more_than_the_server_takes_elsewhere()
    {
        await using var portal = await StartAsync();
        using var response = await PutAsync(portal, "/api/drop/large.bin", new byte[40_000_000]);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(40_000_000, new FileInfo(Path.Combine(_folder.FullName, "large.bin")).Length);
    }

    [Fact]
    public async Task For_another_site_is_refused()
    {
        await using var portal = await StartAsync();
        portal.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var response = await PutAsync(portal, "/api/drop/a.txt", "x"u8.ToArray());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task By_a_form_without_its_token_takes_nothing()
    {
        await using var portal = await StartAsync();
        await portal.PageAsync("/drop");
        using var without = Form(("files", "a.txt", "x"));
        using var forged = Form(("form-token", null, "CfDJ8forged"), ("files", "a.txt", "x"));
        using var late = Form(("files", "a.txt", "x"), ("form-token", null, TokenIn(await portal.PageAsync("/drop"))));
        foreach (var form in new[] { without, forged, late })
        {
            using var response = await portal.Client.PostAsync(new Uri("/drop", UriKind.Relative), form, Stop);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }

        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task By_a_form_takes_each_file_and_says_which_it_did_not_take()
    {
        await using var portal = await StartAsync();
        using var form = Form(("form-token", null, TokenIn(await portal.PageAsync("/drop"))), ("files", "one.txt", "1"), ("files", "../../up.txt", "2"), ("files", "three.txt", "3"));
        using var response = await portal.Client.PostAsync(new Uri("/drop", UriKind.Relative), form, Stop);
        var page = await response.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("2 files are in the folder", page, StringComparison.Ordinal);
        Assert.Contains("../../up.txt", page, StringComparison.Ordinal);
        Assert.Equal(["one.txt", "three.txt"], _folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Is_off_where_no_folder_is_known()
    {
        await using var portal = await PortalHost.StartAsync(Newsroom.Filled());
        using var response = await PutAsync(portal, "/api/drop/a.txt", "x"u8.ToArray());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("Nothing can be dropped here", await portal.PageAsync("/drop"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removes_what_a_process_that_died_has_left()
    {
        var left = _folder.CreateSubdirectory(".ingest-drop-0123");
        await File.WriteAllTextAsync(Path.Combine(left.FullName, "half.txt"), "x", Stop);
        left.LastWriteTimeUtc = DateTimeOffset.UtcNow.AddDays(-2).UtcDateTime;
        await using var portal = await StartAsync();
        using var response = await PutAsync(portal, "/api/drop/a.txt", "x"u8.ToArray());

        Assert.Equal(["a.txt"], _folder.EnumerateFileSystemInfos().Select(entry => entry.Name));
    }

    [Fact]
    public void A_name_is_kept_as_it_is_when_it_is_harmless() =>
        Assert.Equal(("Zeitung/Größe – 中.txt", null), DropName.Read("/Zeitung/Größe – 中.txt"));

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<PortalHost> StartAsync(params (string Key, string Value)[] settings) =>
        PortalHost.StartAsync(Newsroom.Filled(), [("Ingest:Folder", _folder.FullName), .. settings]);

    private static async Task<HttpResponseMessage> PutAsync(PortalHost portal, string path, byte[] content)
    {
        using var body = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        return await portal.Client.PutAsync(new Uri(path, UriKind.Relative), body, Stop);
    }

    private static string TokenIn(string page) => Regex.Match(page, "name=\"form-token\" value=\"([^\"]+)\"").Groups[1].Value;

    private static MultipartFormDataContent Form(params (string Name, string? File, string Content)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, file, content) in fields)
        {
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
            if (file is null)
            {
                form.Add(part, name);
            }
            else
            {
                form.Add(part, name, file);
            }
        }

        return form;
    }

    /// <summary>Ends with an error instead of an end.</summary>
    private sealed class BreakingStream(int bytes) : MemoryStream(new byte[bytes])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == Length ? throw new IOException("broken") : base.ReadAsync(buffer, cancellationToken);
    }
}
