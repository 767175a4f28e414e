namespace Ingest.Parser.Documents.Rtf;

/// <summary>The fonts and styles that a document defines.</summary>
internal sealed class RtfTables
{
    private const int Most = 10_000;

    private readonly Dictionary<int, int> _codePages = [];
    private readonly Dictionary<int, string> _names = [];
    private readonly Dictionary<int, int> _levels = [];

    public int DefaultFont { get; set; }

    public void DefineFont(int font, int codePage)
    {
        if (codePage != 0 && _codePages.Count < Most)
        {
            _codePages[font] = codePage;
        }
    }

    /// <summary>The code page of a font; 0 when it is the document's.</summary>
    public int CodePage(int font) => _codePages.GetValueOrDefault(font);

    /// <summary>Names a style by what stands in its group up to the semicolon.</summary>
    public void DefineStyle(int number, string name)
    {
        if (_names.Count < Most)
        {
            _names[number] = name.Split(';')[0].Trim();
        }
    }

    public void DefineLevel(int number, int level)
    {
        if (_levels.Count < Most)
        {
            _levels[number] = level;
        }
    }

    public string? StyleName(int number) => _names.GetValueOrDefault(number) is { Length: > 0 } name ? name : null;

    public int StyleLevel(int number) => _levels.GetValueOrDefault(number);
}
