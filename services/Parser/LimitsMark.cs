using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace Ingest.Parser;

/// <summary>One short text for all limits by which content may be left out, so that a result tells whether it was made with others.</summary>
internal static class LimitsMark
{
    public static string Of(ParserOptions options) => XxHash3.HashToUInt64(Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{options.MaxFileBytes} {options.MaxContainerBytes} {options.MaxArticleBytes} {options.MaxWorkbookBytes} {options.MaxDocumentBytes} {options.MaxPages} {options.MaxParseTime.Ticks} {options.MaxMembers} {options.MaxNesting} {options.MaxTagDepth} {options.MaxExpansionRatio} {options.FreeExpansionBytes} {options.MaxMailDepth} {options.MaxMailParts}")))
        .ToString("x16", CultureInfo.InvariantCulture);
}
