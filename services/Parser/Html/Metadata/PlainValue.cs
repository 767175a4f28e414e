using System.Net;

namespace Ingest.Parser.Html.Metadata;

/// <summary>Cleans values that content systems escape once more than needed.</summary>
internal static class PlainValue
{
    /// <summary>Entities read, tags out, white space collapsed.</summary>
    public static string Of(string value)
    {
        var text = value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(value) : value;
        if (text.Length < 1_000)
        {
            for (var open = text.IndexOf('<', StringComparison.Ordinal); open >= 0; open = text.IndexOf('<', open))
            {
                var close = text.IndexOf('>', open);
                if (close < 0 || !(char.IsAsciiLetter(text[open + 1]) || text[open + 1] == '/'))
                {
                    break;
                }

                text = text.Remove(open, close - open + 1);
            }

            return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        return text.Trim();
    }
}
