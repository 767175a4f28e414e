using Ingest.Contracts;

namespace Ingest.Parser.Containers;

/// <summary>Parses pieces that follow each other and gathers what came of them.</summary>
/// <param name="parser">Parses one piece.</param>
/// <param name="file">Whose pieces they are; its bytes are not looked at.</param>
/// <param name="articlesBefore">Articles of the file before the first one.</param>
/// <param name="inMember">Articles of the member that the first one is a later part of.</param>
internal sealed class PieceArticles(PieceParser parser, FileContent file, int articlesBefore, int inMember = 0)
{
    /// <summary>The articles in the file's order.</summary>
    public List<Article> Articles { get; } = [];

    /// <summary>What became of the members.</summary>
    public List<MemberOutcome> Members { get; } = [];

    /// <summary>Articles of the member whose parts are being read; 0 between members.</summary>
    public int InMember { get; private set; } = inMember;

    /// <summary>Characters in the bodies of the articles.</summary>
    public long Characters { get; private set; }

    /// <summary>Parses the next piece.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public void Add(Piece piece, CancellationToken cancellationToken)
    {
        InMember = piece.Part > 1 ? InMember : 0;
        var result = parser.Parse(file, piece, articlesBefore + Articles.Count, InMember, cancellationToken);
        InMember = piece.Part > 0 ? InMember + result.Articles.Count : 0;
        Articles.AddRange(result.Articles);
        foreach (var member in result.Members)
        {
            MemberOutcome.Add(Members, member);
        }

        Characters += result.Articles.Sum(article => (long)article.Body.Length);
    }
}
