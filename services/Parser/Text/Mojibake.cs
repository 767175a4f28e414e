using System.Text;

namespace Ingest.Parser.Text;

/// <summary>
/// Repairs text that was UTF-8 and that somebody read as Windows-1252, Latin-1 or Mac Roman and saved again, once or several times.
/// A line is repaired only when all its characters beyond ASCII are what UTF-8 would have become, and at least one group of them is
/// what nobody writes (the idea of ftfy's badness); lines with groups that people may have written (a word in capitals before a
/// quotation mark) follow only when no line speaks against it. Nothing is lost, so the repair is certain or is not made.
/// </summary>
internal static class Mojibake
{
    private const int MostRounds = 3;

    public static DecodedText Repair(DecodedText decoded)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (Repaired(decoded.Text) is not var (text, charset, lines, left))
            {
                break;
            }

            var doubt = left == 0
                ? $"the text was UTF-8 read as {charset}, and was repaired"
                : FormattableString.Invariant($"{lines} lines were UTF-8 read as {charset}, and were repaired");
            decoded = new DecodedText(text, $"{decoded.Encoding},repaired:{charset}", decoded.Doubt is null ? doubt : decoded.Doubt + "; " + doubt);
        }

        return decoded;
    }

    private static (string Text, string Charset, int Lines, int Left)? Repaired(string text)
    {
        foreach (var garbling in Garbling.Known)
        {
            if (garbling.IsSuspicious(text) && Repaired(text, garbling) is { } repaired)
            {
                return repaired;
            }
        }

        return null;
    }

    private static (string Text, string Charset, int Lines, int Left)? Repaired(string text, Garbling garbling)
    {
        var lines = new List<(int Start, int Length, GarbledLine Line)>();
        int strong = 0, honest = 0;
        var controls = false;
        for (var at = 0; at < text.Length;)
        {
            var end = text.AsSpan(at).IndexOfAny('\n', '\r');
            var length = end < 0 ? text.Length - at : end;
            if (text.AsSpan(at, length).ContainsAnyExceptInRange('\0', '\u007F'))
            {
                var line = garbling.Read(text.AsSpan(at, length));
                lines.Add((at, length, line));
                strong += line.Kind == GarbledKind.Certain ? 1 : 0;
                honest += line.Kind == GarbledKind.Honest ? 1 : 0;
                controls |= line.Kind == GarbledKind.Certain && text.AsSpan(at, length).ContainsAnyInRange('\u0080', '\u009F');
            }

            at += length + 1;
        }

        if (strong == 0)
        {
            return null;
        }

        var repaired = new StringBuilder(text.Length);
        int copied = 0, count = 0;
        foreach (var (start, length, line) in lines)
        {
            if (line.Kind == GarbledKind.Certain || (line.Kind == GarbledKind.Possible && honest == 0))
            {
                repaired.Append(text, copied, start - copied).Append(line.Repaired);
                copied = start + length;
                count++;
            }
        }

        repaired.Append(text, copied, text.Length - copied);
        return (repaired.ToString(), controls && garbling.Charset == "windows-1252" ? "iso-8859-1" : garbling.Charset, count, lines.Count - count);
    }
}
