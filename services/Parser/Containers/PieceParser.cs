using System.Globalization;
using Ingest.Contracts;

namespace Ingest.Parser.Containers;

/// <summary>Makes articles of the whole file of those of one piece.</summary>
internal sealed class PieceParser(FileParser parser)
{
    /// <summary>Parses one piece.</summary>
    /// <param name="whole">The file that it is a piece of; its bytes are not looked at.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="firstOrdinal">Articles of the file before it.</param>
    /// <param name="inMember">Articles of its member before it, when it is a later part of one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public PieceResult Parse(FileContent whole, Piece piece, int firstOrdinal, int inMember, CancellationToken cancellationToken)
    {
        var name = piece.Member ?? NameOf(whole.Path);
        MemberOutcome Said(int articles, ParseOutcome.Rejected? why) => new(name, articles, why?.Reason, why?.Detail) { Continues = piece.Part > 1 };
        if (piece.Bytes.IsEmpty && piece.Problem is { } problem)
        {
            return new PieceResult([], [Said(0, problem)]);
        }

        if (piece.Member is null)
        {
            return OfRecords(parser.ParseContent(whole with { Bytes = piece.Bytes, FirstOrdinal = firstOrdinal, Opening = piece.Opening }, cancellationToken));
        }

        // Ordinals of the member itself: a key must not change when another member is added in front of it.
        var outcome = parser.ParseContent(
            whole with { Bytes = piece.Bytes, FirstOrdinal = inMember, Charset = piece.Charset, Opening = piece.Opening }, cancellationToken);
        return outcome switch
        {
            ParseOutcome.Parsed parsed => new PieceResult(
                [.. parsed.Articles.Select((article, index) => Of(whole, piece, name, article, firstOrdinal + index, parsed.Articles.Count == 1 && piece.Part == 0))],
                [Said(parsed.Articles.Count, piece.Problem), .. parsed.Members.Select(inner => inner with { Name = $"{name}!/{inner.Name}" })]),
            ParseOutcome.Rejected rejected => new PieceResult([], [Said(0, piece.Problem ?? rejected)]),
            _ => throw new InvalidOperationException("An outcome of a third kind."),
        };
    }

    /// <summary>
    /// Some records of a long file: articles as if the file had been read at once, but for the count of items that are none.
    /// </summary>
    private static PieceResult OfRecords(ParseOutcome outcome) => outcome switch
    {
        ParseOutcome.Parsed parsed => new PieceResult(parsed.Articles, parsed.Members),
        ParseOutcome.Rejected rejected => new PieceResult([], [new MemberOutcome("records", 0, rejected.Reason, rejected.Detail)]),
        _ => throw new InvalidOperationException("An outcome of a third kind."),
    };

    private static Article Of(FileContent whole, Piece piece, string name, Article article, int ordinal, bool isOnlyOne)
    {
        var key = name + "#" + article.Key;
        var origin = new Dictionary<string, string>(article.Origin, StringComparer.Ordinal);
        origin["member"] = origin.TryGetValue("member", out var inner) ? $"{name}!/{inner}" : name;
        var warnings = new List<string>(article.Warnings);
        if (piece.Problem is { } problem)
        {
            warnings.Insert(0, $"file: {problem.Detail}");
        }

        article = article with { ArticleId = Identifiers.Article(whole.FileId, key), Key = key, Ordinal = ordinal, Origin = origin, Warnings = warnings };
        // Of several articles at one address, it is the address of none.
        if (article.Url is null && isOnlyOne && piece.Address is { } address)
        {
            origin["url"] = "warc:target-uri";
            article = article with { Url = address };
        }

        return article.PublishedAt is null && piece.Fetched is { } fetched ? WithDay(article, fetched, origin, warnings) : article;
    }

    /// <summary>Better than none for who looks through an archive by time, and never without the warning.</summary>
    private static Article WithDay(Article article, DateTimeOffset fetched, Dictionary<string, string> origin, List<string> warnings)
    {
        origin["publishedAt"] = "warc:date";
        warnings.RemoveAll(warning => warning == "publishedAt: missing");
        warnings.Add("publishedAt: the day on which a crawler fetched it; the page states none");
        return article with { PublishedAt = fetched.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
    }

    /// <summary>What stands for a file's name where the container is to blame and not a member.</summary>
    private static string NameOf(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..] is { Length: > 0 } name ? name : "content";
}
