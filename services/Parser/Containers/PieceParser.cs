using Ingest.Contracts;
namespace Ingest.Parser.Containers;
internal sealed class PieceParser(FileParser parser)
{
    public (IReadOnlyList<Article> Articles, IReadOnlyList<MemberOutcome> Members) Parse(FileContent file, Piece piece, int firstOrdinal, CancellationToken cancellationToken)
    {
        var outcome = parser.Parse(file with { Bytes = piece.Bytes, FirstOrdinal = firstOrdinal }, cancellationToken);
        return outcome is ParseOutcome.Parsed parsed ? (parsed.Articles, []) : ([], []);
    }
}
