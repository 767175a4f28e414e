using System.Text;

namespace Ingest.Parser.Documents;

/// <summary>
/// What an OLE compound file holds (older Office documents, encrypted newer ones, Outlook messages), by the names of its streams,
/// which stand in its directory as UTF-16.
/// </summary>
internal static class OleDocument
{
    /// <summary>A newer Office document behind a password.</summary>
    public const string Encrypted = "encrypted Office document";

    /// <summary>A message that Outlook saved.</summary>
    public const string Message = "Outlook message";

    private static readonly (byte[] Stream, string Name)[] Streams =
    [
        (Encoding.Unicode.GetBytes("EncryptedPackage"), Encrypted),
        (Encoding.Unicode.GetBytes("__substg1.0_"), Message),
        (Encoding.Unicode.GetBytes("WordDocument"), "Word document from before 2007 (.doc)"),
        (Encoding.Unicode.GetBytes("PowerPoint Document"), "PowerPoint presentation from before 2007 (.ppt)"),
        (Encoding.Unicode.GetBytes("Workbook"), "Excel workbook from before 2007 (.xls)"),
    ];

    /// <summary>Its name; null when it is none of those.</summary>
    public static string? Name(ReadOnlySpan<byte> bytes)
    {
        foreach (var (stream, name) in Streams)
        {
            if (bytes.IndexOf(stream) >= 0)
            {
                return name;
            }
        }

        return null;
    }
}
