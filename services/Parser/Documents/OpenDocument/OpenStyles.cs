using System.Globalization;
using Ingest.Parser.Documents.Packages;

namespace Ingest.Parser.Documents.OpenDocument;

/// <summary>The styles of an OpenDocument: those of its style sheet, and the automatic ones that stand before its text.</summary>
internal sealed class OpenStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<(char Family, string Name), OpenStyle> _styles = [];
    private OpenStyle? _current;
    private bool _automatic;

    public void Read(string? xml, Deadline deadline)
    {
        var scanner = new PartScanner(xml ?? "", deadline);
        while (scanner.Next())
        {
            if (scanner.IsStart)
            {
                Take(ref scanner);
            }
        }
    }

    /// <summary>Takes what a start tag says of styles; others are passed over.</summary>
    public void Take(ref PartScanner scanner)
    {
        switch (scanner.Local)
        {
            case "automatic-styles":
                _automatic = true;
                break;
            case "styles":
                _automatic = false;
                break;
            case "style" when scanner.Attribute("name") is { } name:
                _current = new OpenStyle { Display = scanner.Attribute("display-name") ?? name, Parent = scanner.Attribute("parent-style-name"), Automatic = _automatic };
                _styles[(Family(scanner.Attribute("family")), name)] = _current;
                break;
            case "text-properties" when _current is not null:
                _current.Size ??= Points(scanner.Attribute("font-size"));
                _current.Bold ??= scanner.Attribute("font-weight") is { } weight ? weight == "bold" || (int.TryParse(weight, out var number) && number >= 600) : null;
                _current.Hidden ??= scanner.Attribute("display") is { } display ? display == "none" : null;
                break;
            case "list-style" or "page-layout" or "master-page":
                _current = null;
                break;
        }
    }

    public (string? Name, double? Size, bool? Bold, bool? Hidden) Resolve(char family, string? name)
    {
        (string? Name, double? Size, bool? Bold, bool? Hidden) found = default;
        for (var step = 0; step < LongestChain && name is not null && _styles.TryGetValue((family, name), out var style); step++)
        {
            found = (found.Name ?? (style.Automatic ? null : style.Display), found.Size ?? style.Size, found.Bold ?? style.Bold, found.Hidden ?? style.Hidden);
            name = style.Parent;
        }

        return found with { Name = found.Name ?? name };
    }

    private static char Family(string? family) => family == "text" ? 't' : family == "paragraph" ? 'p' : '-';

    private static double? Points(string? size) =>
        size?.EndsWith("pt", StringComparison.Ordinal) == true && double.TryParse(size.AsSpan(0, size.Length - 2), NumberStyles.Float, CultureInfo.InvariantCulture, out var points) ? points : null;
}
