namespace Ingest.Parser.Xml;

/// <summary>Builds the tree; keeps it flat enough that walking it can never exhaust a stack.</summary>
internal sealed class TreeBuilder
{
    /// <summary>Elements nested deeper lose their tags, and leave their text to the last element that fits.</summary>
    public const int MaxDepth = 200;

    private readonly List<Element> _open = [];
    private readonly List<string> _names = [];

    public Element? Root { get; private set; }

    public bool TooDeep { get; private set; }

    /// <summary>Elements that have no end yet.</summary>
    public int Depth => _open.Count;

    public void Open(string prefix, string local, string written, List<KeyValuePair<string, string>> attributes)
    {
        if (_open.Count >= MaxDepth)
        {
            TooDeep = true;
            _open.Add(_open[^1]);
            _names.Add(written);
            return;
        }

        // What follows the root's end is not part of the document.
        var element = new Element(prefix, local, _open.Count == 0 ? null : _open[^1]);
        element.Attributes.AddRange(attributes);
        if (_open.Count > 0)
        {
            _open[^1].Add(element);
        }
        else
        {
            Root ??= element;
        }

        _open.Add(element);
        _names.Add(written);
    }

    public void Text(string text)
    {
        if (_open.Count > 0)
        {
            _open[^1].Add(text);
        }
    }

    public void Close()
    {
        if (_open.Count > 0)
        {
            _open.RemoveAt(_open.Count - 1);
            _names.RemoveAt(_names.Count - 1);
        }
    }

    /// <summary>Closes the nearest open element of a name and all inside it; an end without a start is passed over.</summary>
    public bool Close(ReadOnlySpan<char> written)
    {
        for (var i = _names.Count - 1; i >= Math.Max(0, _names.Count - MaxDepth); i--)
        {
            if (written.Equals(_names[i], StringComparison.OrdinalIgnoreCase))
            {
                _open.RemoveRange(i, _open.Count - i);
                _names.RemoveRange(i, _names.Count - i);
                return true;
            }
        }

        return false;
    }
}
