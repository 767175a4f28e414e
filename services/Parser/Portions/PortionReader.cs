using Ingest.Contracts;
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
    /// <param name="source">The pieces.</param>
    /// <param name="skip">Pieces that earlier portions took.</param>
    /// <param name="articlesBefore">Articles of earlier portions.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public PortionContent Read(FileContent file, IPieceSource source, int skip, int articlesBefore, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var (articles, members) = (new List<Article>(), new List<MemberOutcome>());
        var (pieces, characters) = (0, 0L);
        foreach (var piece in source.Read(skip))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = parser.Parse(file, piece, articlesBefore + articles.Count, cancellationToken);
            articles.AddRange(result.Articles);
            members.AddRange(result.Members);
            characters += result.Articles.Sum(article => (long)article.Body.Length);
            pieces++;
            if (articles.Count >= options.PortionArticles || characters >= MostCharacters || time.GetElapsedTime(start) > LongestTime)
            {
                return new PortionContent(articles, members, pieces, IsLast: false);
            }
        }

        return new PortionContent(articles, members, pieces, IsLast: true);
    }
}
