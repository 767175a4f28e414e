namespace Ingest.Parser.PlainText;

/// <summary>
/// Tells lines that an editor or a wire broke at a fixed width from lines that are meant: a line was broken by width when the
/// next line's first word would not have fitted on it.
/// </summary>
internal readonly ref struct HardWrap
{
    private const int Narrowest = 36;
    private const int Widest = 140;
    private const int Slack = 4;

    private readonly string _text;
    private readonly List<TextLine> _lines;

    private HardWrap(string text, List<TextLine> lines, int width)
    {
        _text = text;
        _lines = lines;
        Width = width;
    }

    /// <summary>Columns the text was broken at; 0 when it was not.</summary>
    public int Width { get; }

    public static HardWrap Detect(string text, List<TextLine> lines, int from, int to)
    {
        Span<int> widths = stackalloc int[Widest + 2];
        widths.Clear();
        var inner = 0;
        for (var i = from; i + 1 < to; i++)
        {
            if (!lines[i].IsBlank && !lines[i + 1].IsBlank)
            {
                widths[Math.Min(lines[i].Width, Widest + 1)]++;
                inner++;
            }
        }

        var width = Widest + 1;
        for (var longer = widths[width]; width > 0 && longer <= inner / 50; longer += widths[width])
        {
            width--;
        }

        var none = new HardWrap(text, lines, 0);
        if (inner == 0 || width is < Narrowest or > Widest)
        {
            return none;
        }

        var wrap = new HardWrap(text, lines, width);
        int full = 0, going = 0, considered = 0;
        for (var i = from; i + 1 < to; i++)
        {
            if (lines[i].IsBlank || lines[i + 1].IsBlank || lines[i + 1].Indent > lines[i].Indent + 1)
            {
                continue;
            }

            considered++;
            full += wrap.IsFull(i) ? 1 : 0;
            going += char.IsLower(text[lines[i + 1].Start]) && !Headline.EndsSentence(lines[i].In(text)) ? 1 : 0;
        }

        // Few lines prove little by their width alone: then sentences must also run on from line to line.
        var wrapped = considered >= 4 ? full * 10 >= considered * 6 && going * 4 >= considered : considered > 0 && full == considered && going > 0 && width >= 50;
        return wrapped ? wrap : none;
    }

    /// <summary>Whether line <paramref name="i"/> had no room for the first word of the next.</summary>
    public bool IsFull(int i)
    {
        var next = _lines[i + 1].In(_text);
        var space = next.IndexOf(' ');
        return _lines[i].Width + 1 + (space < 0 ? next.Length : space) > Width - Slack;
    }

    /// <summary>Whether the lines of one block, from <paramref name="from"/> up to <paramref name="to"/>, are broken by width.</summary>
    public bool Joins(int from, int to)
    {
        if (Width == 0)
        {
            return false;
        }

        int inner = 0, full = 0;
        for (var i = from; i + 1 < to; i++)
        {
            inner++;
            full += IsFull(i) ? 1 : 0;
        }

        return inner > 0 && full * 2 >= inner;
    }
}
