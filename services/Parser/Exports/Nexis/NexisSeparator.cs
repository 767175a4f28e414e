using Ingest.Parser.Dates;

namespace Ingest.Parser.Exports.Nexis;

/// <summary>The line above each document of the old exports: <c>1 of 200 DOCUMENTS</c>, <c>Dokument 1 von 200</c>, <c>1 von 200 DOKUMENTEN</c>.</summary>
/// <param name="Number">Of this document.</param>
/// <param name="Of">How many there are.</param>
internal readonly record struct NexisSeparator(int Number, int Of)
{
    private const int Longest = 60;

    private static readonly string[] Words = ["docum", "dokum", "докум", "文書", "文件", "文档", "문서", "belge", "asiakirja"];

    private static readonly string[] Between = ["of", "von", "de", "di", "van", "sur", "av", "af", "из", "z", "/", "之", "件中", "中の"];

    /// <summary>The numbers, when the line is such a line and nothing else.</summary>
    public static NexisSeparator? Read(ReadOnlySpan<char> line)
    {
        if (line.Length is < 8 or > Longest || line.IndexOfAnyInRange('0', '9') < 0 || !HasWord(line))
        {
            return null;
        }

        var cursor = new TextCursor(line);
        if (!char.IsAsciiDigit(cursor.Peek))
        {
            SkipToDigits(ref cursor);
        }

        var (number, digits) = cursor.Number();
        cursor.SkipSpaces();
        if (digits is 0 or > 6 || !SkipBetween(ref cursor))
        {
            return null;
        }

        cursor.SkipSpaces();
        var (of, ofDigits) = cursor.Number();
        cursor.SkipSpaces();
        cursor.Word();
        return ofDigits is 0 or > 6 || number == 0 || number > of || !cursor.Rest.Trim(" .:").IsEmpty ? null : new NexisSeparator(number, of);
    }

    private static bool HasWord(ReadOnlySpan<char> line)
    {
        foreach (var word in Words)
        {
            if (line.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word or two may stand before the numbers, as in <c>FOCUS - 1 of 3 DOCUMENTS</c>.</summary>
    private static void SkipToDigits(ref TextCursor cursor)
    {
        var at = cursor.Rest.IndexOfAnyInRange('0', '9');
        if (at is > 0 and <= 24 && cursor.Rest[..at].IndexOfAny(".,;\"'") < 0)
        {
            cursor.At += at;
        }
    }

    private static bool SkipBetween(ref TextCursor cursor)
    {
        foreach (var word in Between)
        {
            if (cursor.SkipWord(word))
            {
                return true;
            }
        }

        return false;
    }
}
