using Ingest.Parser.Exports.Europresse;
using Ingest.Parser.Exports.Factiva;
using Ingest.Parser.Exports.Nexis;

namespace Ingest.Parser.Exports;

/// <summary>
/// Lines of an export that stand alone. A word processor's file says so by its paragraphs; in a PDF they follow each other as the lines of a
/// paragraph do, so what they say must tell.
/// </summary>
internal static class ExportLine
{
    private const int Longest = 120;

    /// <summary>Only exports have such a line: the end of a document, or its number.</summary>
    public static bool IsMark(ReadOnlySpan<char> line) =>
        line.Length <= Longest && (NexisMarks.IsEnd(line) || NexisSeparator.Read(line) is not null || Accession.OfLine(line) is not null || EuropresseNumber.OfLine(line) is not null);

    /// <summary>Neither goes on from the line above nor on to the one below.</summary>
    public static bool IsAlone(ReadOnlySpan<char> line) =>
        line.Length <= Longest && (IsMark(line) || NexisMarks.IsBody(line) || NexisMarks.IsTail(line) || ExportDate.OfLine(line) is not null || FactivaPlain.IsWordCount(line) || ExportDate.IsEdition(line));

    /// <summary>Does not go on from the line above: a label with its value, or the notice of rights.</summary>
    public static bool Begins(ReadOnlySpan<char> line) => NexisLabel.Read(line, shouted: false, out _) != NexisField.None || Rights.Is(line);
}
