using System.Text;

namespace Ingest.Parser.Xml;

/// <summary>
/// An element of a document, by its vocabulary's usual prefix whatever prefix the document chose: <c>dc:date</c>. Its nodes are
/// texts and elements, in order.
/// </summary>
internal sealed class Element(string prefix, string local, Element? parent)
{
    private readonly List<object> _nodes = [];

    /// <summary>As <see cref="XmlNamespaces"/> names it; empty for the document's own vocabulary.</summary>
    public string Prefix { get; } = prefix;

    public string Local { get; } = local;

    public Element? Parent { get; } = parent;

    public string Name => Prefix.Length == 0 ? Local : $"{Prefix}:{Local}";

    /// <summary>Names as in the document, but for <c>rdf:about</c> and the like.</summary>
    public List<KeyValuePair<string, string>> Attributes { get; } = [];

    public IReadOnlyList<object> Nodes => _nodes;

    public IEnumerable<Element> Elements => _nodes.OfType<Element>();

    public bool HasElements => _nodes.Exists(node => node is Element);

    /// <summary>All characters below it, as they stand.</summary>
    public string Text
    {
        get
        {
            if (_nodes is [string only])
            {
                return only;
            }

            var text = new StringBuilder();
            AppendText(text);
            return text.ToString();
        }
    }

    public void Add(Element child) => _nodes.Add(child);

    public void Add(string text)
    {
        if (text.Length > 0)
        {
            _nodes.Add(text);
        }
    }

    /// <summary>An attribute's value, case of its name aside.</summary>
    public string? Attribute(string name)
    {
        foreach (var (key, value) in Attributes)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The first child of a name; local names alone match whatever the vocabulary.</summary>
    public Element? Child(string local) => Elements.FirstOrDefault(child => child.Is(local));

    /// <summary>All children of a name.</summary>
    public IEnumerable<Element> Children(string local) => Elements.Where(child => child.Is(local));

    /// <summary>The first element at the end of a path of children, or null.</summary>
    public Element? At(params ReadOnlySpan<string> path)
    {
        var at = this;
        foreach (var step in path)
        {
            at = at.Child(step);
            if (at is null)
            {
                return null;
            }
        }

        return at;
    }

    /// <summary>All elements below it of a name, in the document's order.</summary>
    public IEnumerable<Element> Descendants(string local)
    {
        foreach (var child in Elements)
        {
            if (child.Is(local))
            {
                yield return child;
            }

            foreach (var below in child.Descendants(local))
            {
                yield return below;
            }
        }
    }

    /// <summary>Whether its local name is this one, case aside: ill-formed documents vary it.</summary>
    public bool Is(string local) => Local.Equals(local, StringComparison.OrdinalIgnoreCase);

    private void AppendText(StringBuilder text)
    {
        foreach (var node in _nodes)
        {
            if (node is Element element)
            {
                element.AppendText(text);
            }
            else
            {
                text.Append((string)node);
            }
        }
    }
}
