using Ingest.Parser.Documents.Packages;

namespace Ingest.Parser.Documents.Word;

/// <summary>The styles of a Word document by their identifiers, each with what it takes over from the style it is based on.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, Definition> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordStyle> _resolved = new(StringComparer.Ordinal);
    private string? _defaultParagraph;

    /// <summary>Size of letters where no style says one.</summary>
    public double? DefaultSize { get; private set; }

    /// <summary>The style of a paragraph that names none.</summary>
    public WordStyle? Default => Find(_defaultParagraph);

    public static WordStyles Read(string? xml, Deadline deadline)
    {
        var styles = new WordStyles();
        if (xml is null)
        {
            return styles;
        }

        var scanner = new PartScanner(xml, deadline);
        Definition? current = null;
        while (scanner.Next())
        {
            if (!scanner.IsStart)
            {
                continue;
            }

            switch (scanner.Local)
            {
                case "style":
                    current = new Definition();
                    if (scanner.Attribute("styleId") is { } id)
                    {
                        styles._definitions[id] = current;
                        if (scanner.Attribute("default") is "1" or "true" && scanner.Attribute("type") is "paragraph")
                        {
                            styles._defaultParagraph = id;
                        }
                    }

                    break;
                case "name":
                    if (current is not null)
                    {
                        current.Name ??= scanner.Attribute("val");
                    }

                    break;
                case "basedOn":
                    if (current is not null)
                    {
                        current.BasedOn = scanner.Attribute("val");
                    }

                    break;
                case "outlineLvl":
                    if (current is not null && WordValues.Number(ref scanner) is { } level)
                    {
                        current.Level = level is >= 0 and < 9 ? level + 1 : 0;
                    }

                    break;
                case "numPr":
                    if (current is not null)
                    {
                        current.IsList = true;
                    }

                    break;
                case "sz":
                    if (WordValues.Number(ref scanner) is { } half)
                    {
                        if (current is null)
                        {
                            styles.DefaultSize = half / 2.0;
                        }
                        else
                        {
                            current.Size = half / 2.0;
                        }
                    }

                    break;
                case "b":
                    if (current is not null)
                    {
                        current.Bold = WordValues.IsOn(ref scanner);
                    }

                    break;
                case "vanish":
                    if (current is not null)
                    {
                        current.Hidden = WordValues.IsOn(ref scanner);
                    }

                    break;
                case "tblStylePr":
                    // Formats of a table's first row and the like.
                    scanner.Skip();
                    break;
            }
        }

        return styles;
    }

    public WordStyle? Find(string? id)
    {
        if (id is null)
        {
            return null;
        }

        if (_resolved.TryGetValue(id, out var known))
        {
            return known;
        }

        if (!_definitions.TryGetValue(id, out var definition))
        {
            return null;
        }

        var (level, size, bold, hidden, list) = (definition.Level, definition.Size, definition.Bold, definition.Hidden, definition.IsList);
        var at = definition;
        // Styles that are based on each other in a ring exist.
        for (var step = 0; step < LongestChain && at.BasedOn is { } parent && _definitions.TryGetValue(parent, out var next); step++)
        {
            at = next;
            (level, size, bold, hidden, list) = (level ?? at.Level, size ?? at.Size, bold ?? at.Bold, hidden ?? at.Hidden, list || at.IsList);
        }

        var name = definition.Name ?? id;
        var style = new WordStyle(name, StyleNames.Level(name) is var named and > 0 ? named : level ?? 0, size, bold ?? false, hidden ?? false, list);
        return _resolved[id] = style;
    }

    private sealed class Definition
    {
        public string? Name { get; set; }

        public string? BasedOn { get; set; }

        public int? Level { get; set; }

        public double? Size { get; set; }

        public bool? Bold { get; set; }

        public bool? Hidden { get; set; }

        public bool IsList { get; set; }
    }
}
