using System.Runtime.CompilerServices;
using System.Text;
using Ingest.Contracts;
using Ingest.Files;
using Ingest.Parser.Containers;
using Ingest.Parser.Portions;

namespace Ingest.Parser;

/// <summary>Shows what the parser makes of a file without storing anything: for <c>ingest parse</c> and for evaluations.</summary>
public sealed class ArticleReader(ParserOptions options, TimeProvider time)
{
    private readonly FileParser _parser = new(options, time);
    private readonly PieceParser _pieces = new(new FileParser(options, time));

    /// <summary>Parses a file wherever it stands. A file that cannot be read is rejected like any other, with the reason.</summary>
    public async Task<ParseOutcome> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!IsFile(path))
        {
            return NotAFile;
        }

        try
        {
            var size = new FileInfo(path) is { Exists: true } file ? file.Length : 0;
            return size > options.MaxFileBytes
                ? FileParser.TooLarge(size, options.MaxFileBytes)
                : _parser.Parse(Content(await File.ReadAllBytesAsync(path, cancellationToken), path), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ParseOutcome.Rejected(RejectionReasons.Unreadable, exception.Message);
        }
    }

    /// <summary>
    /// Parses a file of any size wherever it stands, in what a running parser takes for its pieces: one outcome for each, so that a
    /// file of a million articles is never held as a whole. The last one is a rejection when no piece had an article.
    /// </summary>
    public async IAsyncEnumerable<ParseOutcome> ReadPiecesAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var opened = Open(path, cancellationToken, out var size);
        if (opened is null || size > options.MaxContainerBytes)
        {
            yield return opened is null
                ? await ReadFileAsync(path, cancellationToken)
                : FileParser.TooLarge(size, options.MaxContainerBytes, nameof(ParserOptions.MaxContainerBytes));
            yield break;
        }

        var (file, tally, count) = (Content(default, path), new MemberTally(), 0);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var inMember = 0;
        while (opened.Next(cancellationToken) is { } piece)
        {
            var pieces = new PieceArticles(_pieces, file, count, inMember);
            pieces.Add(piece, cancellationToken);
            (inMember, count) = (pieces.InMember, count + pieces.Articles.Count);
            pieces.Members.ForEach(tally.Add);
            var articles = RepeatedKeys.Resolve(pieces.Articles, taken);
            taken.UnionWith(articles.Select(article => article.ArticleId));
            yield return new ParseOutcome.Parsed(articles) { Members = pieces.Members };
        }

        if (count == 0)
        {
            yield return tally.Rejection(opened.Format);
        }
    }

    /// <summary>Parses bytes that <paramref name="path"/> names.</summary>
    public ParseOutcome Read(ReadOnlyMemory<byte> bytes, string path, CancellationToken cancellationToken) =>
        _parser.Parse(Content(bytes, path) with { Beside = null }, cancellationToken);

    private static FileContent Content(ReadOnlyMemory<byte> bytes, string path) =>
        new(Identifiers.File("parse", path), 1, "parse", path, bytes) { Beside = (name, most) => Beside(path, name, most) };

    /// <summary>A file that is read in pieces; null when it is read as a whole, or cannot be.</summary>
    private OpenedFile? Open(string path, CancellationToken cancellationToken, out long size)
    {
        size = 0;
        if (!IsFile(path))
        {
            return null;
        }

        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        size = stream.Length;
        if (FilePieces.Open(stream, Content(default, path), options, new Deadline(options.MaxParseTime, time, cancellationToken)) is { } source)
        {
            return new OpenedFile(stream, source, () => true, null);
        }

        stream.Dispose();
        return null;
    }

    private static ParseOutcome.Rejected NotAFile { get; } =
        new(RejectionReasons.NotAFile, "This is a pipe, socket or device and has no content to take. Save what it gives as a file.");

    /// <summary>Not when it is a pipe or device: opening one waits for who writes to it, and reading one may never end.</summary>
    private static bool IsFile(string path)
    {
        try
        {
            var file = new FileInfo(path);
            var target = file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file.FullName;
            var name = RelativePath.Decode(Encoding.UTF8.GetBytes(Path.GetFileName(target)));
            return new WatchedRoot(Path.GetDirectoryName(target) ?? "/").Stat(name) is not { Kind: FileKind.Other };
        }
        catch (Exception exception) when (exception is IOException or FileAccessException or ArgumentException or UnauthorizedAccessException)
        {
            // What is wrong is said by who opens it.
            return true;
        }
    }

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
