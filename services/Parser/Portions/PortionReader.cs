using Ingest.Parser.Containers;

namespace Ingest.Parser.Portions;

/// <summary>
/// Takes pieces of a file until there is enough for one portion: so many articles, so much text, or so much time that the ledger
/// would begin to wonder. What is read once stays in the store, so the size of a portion changes nothing in the result.
/// </summary>
internal sealed class PortionReader(PieceParser parser, ParserOptions options, TimeProvider time)
{
    /// <summary>Characters of articles after which a portion ends: it is held in memory, and by the broker.</summary>
    private const long MostCharacters = 32 << 20;

    /// <summary>Well below the time after which the Watcher takes a silent worker for dead.</summary>
    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(20);

    /// <param name="file">Whose pieces they are; without bytes.</param>
    /// <param name="opened">The file, opened where its last portion ended.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public PortionContent Read(FileContent file, OpenedFile opened, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var pieces = new PieceArticles(parser, file, opened.Last?.ArticlesSoFar ?? 0, opened.Last?.InMember ?? 0);
        while (opened.Next(cancellationToken) is { } piece)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pieces.Add(piece, cancellationToken);
            if (pieces.Articles.Count >= options.PortionArticles || pieces.Characters >= MostCharacters || time.GetElapsedTime(start) > LongestTime)
            {
                return new PortionContent(pieces.Articles, pieces.Members, opened.Position, pieces.InMember, IsLast: false);
            }
        }

        return new PortionContent(pieces.Articles, pieces.Members, opened.Position, 0, IsLast: true);
    }
}
