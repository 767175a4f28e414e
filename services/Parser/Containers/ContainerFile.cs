namespace Ingest.Parser.Containers;

/// <summary>Makes one outcome of all pieces of a container.</summary>
internal sealed class ContainerFile(FileParser parser)
{
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public ParseOutcome Parse(FileContent whole, IPieceSource source, CancellationToken cancellationToken)
    {
        var pieces = new PieceArticles(new PieceParser(parser), whole, whole.FirstOrdinal);
        foreach (var piece in source.Read(default))
        {
            pieces.Add(piece, cancellationToken);
        }

        return pieces.Articles.Count > 0
            ? new ParseOutcome.Parsed(pieces.Articles) { Members = pieces.Members }
            : MemberTally.Rejection(source.Format, pieces.Members);
    }
}
