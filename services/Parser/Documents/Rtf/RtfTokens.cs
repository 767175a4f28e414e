namespace Ingest.Parser.Documents.Rtf;

internal enum RtfToken
{
    End,
    Open,
    Close,

    /// <summary>A byte of text.</summary>
    Byte,

    /// <summary>A control word or symbol.</summary>
    Control,
}

/// <summary>Cuts RTF into its tokens. It is bytes: characters depend on the code page of the font in use.</summary>
internal ref struct RtfTokens(ReadOnlySpan<byte> bytes)
{
    private const int LongestWord = 32;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int At { get; private set; }

    public byte Byte { get; private set; }

    /// <summary>The byte was written as <c>\'hh</c>.</summary>
    public bool Escaped { get; private set; }

    public ReadOnlySpan<byte> Word { get; private set; }

    public int? Parameter { get; private set; }

    public RtfToken Next()
    {
        while (At < _bytes.Length)
        {
            var b = _bytes[At++];
            switch (b)
            {
                case (byte)'{':
                    return RtfToken.Open;
                case (byte)'}':
                    return RtfToken.Close;
                case (byte)'\\':
                    return Control();
                case (byte)'\r' or (byte)'\n' or 0:
                    continue;
                default:
                    (Byte, Escaped) = (b, false);
                    return RtfToken.Byte;
            }
        }

        return RtfToken.End;
    }

    /// <summary>Passes over binary data.</summary>
    public void Skip(int count) => At = (int)Math.Min(_bytes.Length, At + (long)Math.Max(0, count));

    private RtfToken Control()
    {
        if (At >= _bytes.Length)
        {
            return RtfToken.End;
        }

        var first = _bytes[At];
        if (!char.IsAsciiLetter((char)first))
        {
            At++;
            if (first is (byte)'\\' or (byte)'{' or (byte)'}')
            {
                (Byte, Escaped) = (first, false);
                return RtfToken.Byte;
            }

            if (first == '\'' && At + 1 < _bytes.Length && char.IsAsciiHexDigit((char)_bytes[At]) && char.IsAsciiHexDigit((char)_bytes[At + 1]))
            {
                (Byte, Escaped) = ((byte)((Hex(_bytes[At]) << 4) | Hex(_bytes[At + 1])), true);
                At += 2;
                return RtfToken.Byte;
            }

            Word = _bytes.Slice(At - 1, 1);
            Parameter = null;
            return RtfToken.Control;
        }

        var start = At;
        while (At < _bytes.Length && At - start < LongestWord && char.IsAsciiLetter((char)_bytes[At]))
        {
            At++;
        }

        Word = _bytes[start..At];
        Parameter = Number();
        if (At < _bytes.Length && _bytes[At] == ' ')
        {
            At++;
        }

        return RtfToken.Control;
    }

    private int? Number()
    {
        var negative = At + 1 < _bytes.Length && _bytes[At] == '-' && char.IsAsciiDigit((char)_bytes[At + 1]);
        var at = negative ? At + 1 : At;
        if (at >= _bytes.Length || !char.IsAsciiDigit((char)_bytes[at]))
        {
            return null;
        }

        var value = 0L;
        for (; at < _bytes.Length && char.IsAsciiDigit((char)_bytes[at]); at++)
        {
            value = Math.Min(int.MaxValue, (value * 10) + _bytes[at] - '0');
        }

        At = at;
        return (int)(negative ? -value : value);
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
