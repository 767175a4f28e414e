using Ingest.Contracts;

namespace Ingest.Parser.Containers;

/// <summary>Makes one outcome of all pieces of a container.</summary>
internal sealed class ContainerFile(FileParser parser)
{
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public ParseOutcome Parse(FileContent whole, IPieceSource source, CancellationToken cancellationToken)
    {
        var pieces = new PieceParser(parser);
        var articles = new List<Article>();
        var members = new List<MemberOutcome>();
        foreach (var piece in source.Read(0))
        {
            var result = pieces.Parse(whole, piece, whole.FirstOrdinal + articles.Count, cancellationToken);
            articles.AddRange(result.Articles);
            members.AddRange(result.Members);
        }

        return articles.Count > 0
            ? new ParseOutcome.Parsed(articles) { Members = members }
            : MemberTally.Rejection(source.Format, members);
    }
}
