namespace Ingest.Parser.Agency;

/// <summary>
/// One message of a wire: header, text and what follows the text, as the control characters of IPTC 7901 and ANPA 1312 part them.
/// </summary>
internal sealed record WireMessage(byte[] Header, byte[] Text, byte[] Trailer, bool Whole)
{
    private const byte StartOfHeader = 1, StartOfText = 2, EndOfText = 3, EndOfTransmission = 4;

    /// <summary>Whether bytes begin as such a message does: start of header, a short header, start of text.</summary>
    public static bool Opens(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.TrimStart(" \r\n\0\u0016"u8);
        return start is [StartOfHeader, ..] && start[..Math.Min(start.Length, 1024)].IndexOf(StartOfText) > 0;
    }

    /// <summary>All messages, in their order; one without end of text is taken as far as it goes.</summary>
    public static IEnumerable<WireMessage> Split(byte[] bytes)
    {
        for (var at = Array.IndexOf(bytes, StartOfHeader); at >= 0;)
        {
            var next = Array.IndexOf(bytes, StartOfHeader, at + 1);
            yield return Of(bytes.AsSpan(at + 1, (next < 0 ? bytes.Length : next) - at - 1));
            at = next;
        }
    }

    private static WireMessage Of(ReadOnlySpan<byte> message)
    {
        var text = message.IndexOf(StartOfText);
        if (text < 0)
        {
            return new WireMessage(message.ToArray(), [], [], false);
        }

        var rest = message[(text + 1)..];
        var end = rest.IndexOfAny(EndOfText, EndOfTransmission);
        var trailer = end < 0 ? [] : rest[(end + 1)..].Trim("\u0003\u0004\u0016\r\n \0"u8);
        return new WireMessage(message[..text].ToArray(), (end < 0 ? rest : rest[..end]).ToArray(), trailer.ToArray(), end >= 0);
    }
}
