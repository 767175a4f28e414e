using System.IO.Compression;
using System.Text.Json;
using AngleSharp.Html.Parser;

namespace Ingest.Evaluation.Html;

/// <summary>Reads the labelled sets of HTML pages, each in the form its origin has.</summary>
internal static class LabelledSets
{
    public static List<ExpectedPage> Wcxb(string folder) =>
        [.. Directory.GetFiles(Path.Combine(folder, "ground-truth"), "*.json").Order(StringComparer.Ordinal).Select(file =>
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var truth = json.RootElement.GetProperty("ground_truth");
            var name = Path.GetFileNameWithoutExtension(file);
            return new ExpectedPage(name, Unzip(Path.Combine(folder, "html", name + ".html.gz")))
            {
                Body = Text(truth, "main_content"), Title = Text(truth, "title"), Day = Day(Text(truth, "publish_date")), Authors = Names(Text(truth, "author"), ','),
            };
        })];

    public static List<ExpectedPage> Trafilatura(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "evaldata.json")));
        var pages = new List<ExpectedPage>();
        foreach (var entry in json.RootElement.EnumerateObject())
        {
            var file = Text(entry.Value, "file")!;
            pages.Add(new ExpectedPage(file, Unzip(Path.Combine(folder, "html", file + ".gz")))
            {
                With = List(entry.Value, "with"), Without = List(entry.Value, "without"), Title = Text(entry.Value, "title"), Day = Day(Text(entry.Value, "date")),
                Authors = Names(Text(entry.Value, "author"), ';'),
            });
        }

        return pages;
    }

    public static List<ExpectedPage> Mozilla(string folder) =>
        [.. Directory.GetDirectories(Path.Combine(folder, "test-pages")).Order(StringComparer.Ordinal).Select(page =>
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(page, "expected-metadata.json")));
            return new ExpectedPage(Path.GetFileName(page), Unzip(Path.Combine(page, "source.html.gz")))
            {
                Body = PlainText.Of(new HtmlParser().ParseDocument(new MemoryStream(Unzip(Path.Combine(page, "expected.html.gz")))).Body!),
                Title = Text(json.RootElement, "title"), Day = Day(Text(json.RootElement, "publishedTime")),
            };
        })];

    private static byte[] Unzip(string path)
    {
        using var zip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zip.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text.Trim() : null;

    private static List<string> List(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(item => item.GetString()!).Where(item => item.Length > 0)] : [];

    private static string? Day(string? date) => date is { Length: >= 10 } ? date[..10] : null;

    private static List<string> Names(string? names, char separator) =>
        names is null ? [] : [.. names.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
