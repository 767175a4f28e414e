using Ingest.Contracts;

namespace Ingest.Parser;

/// <summary>Shows what the parser makes of a file without storing anything: for <c>ingest parse</c> and for evaluations.</summary>
public sealed class ArticleReader(ParserOptions options, TimeProvider time)
{
    private readonly FileParser _parser = new(options, time);

    /// <summary>Parses a file wherever it stands. A file that cannot be read is rejected like any other, with the reason.</summary>
    public async Task<ParseOutcome> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var size = new FileInfo(path) is { Exists: true } file ? file.Length : 0;
            return size > options.MaxFileBytes
                ? FileParser.TooLarge(size, options.MaxFileBytes)
                : _parser.Parse(Content(await File.ReadAllBytesAsync(path, cancellationToken), path) with { Beside = (name, most) => Beside(path, name, most) }, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ParseOutcome.Rejected(RejectionReasons.Unreadable, exception.Message);
        }
    }

    /// <summary>Parses bytes that <paramref name="path"/> names.</summary>
    public ParseOutcome Read(ReadOnlyMemory<byte> bytes, string path, CancellationToken cancellationToken) =>
        _parser.Parse(Content(bytes, path), cancellationToken);

    private static FileContent Content(ReadOnlyMemory<byte> bytes, string path) => new(Identifiers.File("parse", path), 1, "parse", path, bytes);

    private static byte[]? Beside(string path, string name, int most)
    {
        var file = new FileInfo(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "", name));
        if (!file.Exists)
        {
            return null;
        }

        using var stream = file.OpenRead();
        var bytes = new byte[most];
        return bytes[..stream.ReadAtLeast(bytes, most, throwOnEndOfStream: false)];
    }
}
