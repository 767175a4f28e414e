using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Ingest.Queries;
using FileEntry = Ingest.Queries.FileEntry;

namespace Ingest.Watcher.Ledger;

/// <summary>
/// What became of each file of a batch, kept as files: a folder a batch, in it parts of ten thousand lines of JSON, compressed. Rejected:
/// a table in the ledger, which an import of a million files would double in one transaction while all else waits.
/// </summary>
/// <param name="folder">Where they are kept.</param>
internal sealed class BatchReports(string folder)
{
    private const int PartLines = 10_000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Whether the batch's report is kept.</summary>
    public bool Has(long batch) => Directory.Exists(Of(batch));

    /// <summary>Keeps a report; it is there whole or not at all.</summary>
    public async Task KeepAsync(long batch, IAsyncEnumerable<FileEntry> files, CancellationToken cancellationToken)
    {
        var unfinished = Of(batch) + ".unfinished";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        Directory.CreateDirectory(unfinished);
        await using (var parts = new PartWriter(unfinished))
        {
            await foreach (var file in files.WithCancellation(cancellationToken))
            {
                await parts.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(file, Json), cancellationToken);
            }
        }

        if (Has(batch))
        {
            Directory.Delete(Of(batch), recursive: true);
        }

        Directory.Move(unfinished, Of(batch));
    }

    /// <summary>A page of a kept report; its cursor is the number of lines before it.</summary>
    public async Task<FilePage> ReadAsync(BatchReport request, CancellationToken cancellationToken)
    {
        var first = long.TryParse(request.After, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : 0;
        var limit = Math.Clamp(request.Limit, 1, PartLines);
        var files = new List<FileEntry>();
        for (var part = first / PartLines; files.Count < limit && File.Exists(Part(Of(request.Number), part)); part++)
        {
            await using var stored = File.OpenRead(Part(Of(request.Number), part));
            await using var plain = new GZipStream(stored, CompressionMode.Decompress);
            using var lines = new StreamReader(plain);
            for (var line = part * PartLines; files.Count < limit && await lines.ReadLineAsync(cancellationToken) is { } text; line++)
            {
                if (line >= first)
                {
                    files.Add(JsonSerializer.Deserialize<FileEntry>(text, Json)!);
                }
            }
        }

        return new FilePage(files, files.Count == limit ? (first + limit).ToString(CultureInfo.InvariantCulture) : null);
    }

    private static string Part(string report, long part) => Path.Combine(report, string.Create(CultureInfo.InvariantCulture, $"{part:00000}.ndjson.gz"));

    private string Of(long batch) => Path.Combine(folder, "batch-" + batch.ToString(CultureInfo.InvariantCulture));

    private sealed class PartWriter(string report) : IAsyncDisposable
    {
        private static readonly byte[] NewLine = "\n"u8.ToArray();
        private Stream? _part;
        private long _lines;

        public async Task WriteAsync(byte[] line, CancellationToken cancellationToken)
        {
            if (_lines % PartLines == 0)
            {
                await DisposeAsync();
                _part = new GZipStream(File.Create(Part(report, _lines / PartLines)), CompressionLevel.Fastest);
            }

            _lines++;
            await _part!.WriteAsync(line, cancellationToken);
            await _part.WriteAsync(NewLine, cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            if (_part is not null)
            {
                await _part.DisposeAsync();
            }
        }
    }
}
