using System.Text;

namespace Ingest.Parser.Containers.Zip;

/// <summary>Tells documents that are ZIP files (Office, OpenDocument, EPUB) from archives, by what is in them.</summary>
internal static class ZipDocument
{
    /// <summary>A document's parts list stands among its first entries, or at least not behind ten thousand others.</summary>
    private const int MostEntries = 10_000;

    /// <summary>Whether a ZIP file is a document.</summary>
    public static bool Is(Stream file)
    {
        try
        {
            // What the first header in the file says holds for one that is cut off as well.
            if (First(file) is "mimetype" or "[Content_Types].xml")
            {
                return true;
            }

            return ZipDirectory.Entries(file, MostEntries).Any(entry => entry.Name == "[Content_Types].xml");
        }
        catch (Exception fault) when (Damage.Is(fault))
        {
            return false;
        }
    }

    private static string? First(Stream file)
    {
        var head = new byte[ZipHeader.LocalLength + 64];
        file.Position = 0;
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (length < ZipHeader.LocalLength || !head.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return null;
        }

        var name = ZipHeader.LocalTail(head).Name;
        return name > 0 && name + ZipHeader.LocalLength <= length ? Encoding.ASCII.GetString(head, ZipHeader.LocalLength, name) : null;
    }
}
