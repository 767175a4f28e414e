using System.Globalization;
using Ingest.Parser.Documents.Packages;

namespace Ingest.Parser.Documents.Word;

/// <summary>The values that elements of WordprocessingML carry in their <c>val</c> attribute.</summary>
internal static class WordValues
{
    /// <summary>A property that is on unless it says otherwise (ECMA-376, ST_OnOff).</summary>
    public static bool IsOn(ref PartScanner scanner) => scanner.Attribute("val") is not ("0" or "false" or "off" or "none");

    public static int? Number(ref PartScanner scanner) =>
        int.TryParse(scanner.Attribute("val"), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
