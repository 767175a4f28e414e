using System.Text;

namespace Ingest.Parser.Text;

/// <summary>Charsets by the numbers that Windows gives them.</summary>
internal static class CodePages
{
    static CodePages() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The charset of a code page; Windows-1252 for one that nobody knows.</summary>
    public static Encoding Of(int codePage)
    {
        try
        {
            return Encoding.GetEncoding(codePage);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return Encoding.GetEncoding(1252);
        }
    }
}
