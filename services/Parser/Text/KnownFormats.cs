using Ingest.Parser.Documents;

namespace Ingest.Parser.Text;

/// <summary>Tells formats that this version does not read by how their content begins, so that the reason can name them.</summary>
internal static class KnownFormats
{
    /// <summary>A page of HTML.</summary>
    public const string Html = "HTML page";

    /// <summary>XML by its declaration or by a root that is known.</summary>
    public const string Xml = "XML document";

    /// <summary>Some document of tags.</summary>
    public const string Markup = "markup document";

    /// <summary>JSON, an object or a list of objects.</summary>
    public const string Json = "JSON data";

    private const string Ole = "older Office document or Outlook message";

    private const int LongestPreamble = 2_048;

    private static readonly (int Offset, byte[] Magic, string Name)[] Magics =
    [
        (0, [0x50, 0x4B, 3, 4], "ZIP archive"),
        (0, [0x50, 0x4B, 5, 6], "ZIP archive"),
        (0, [0x1F, 0x8B], "gzip archive"),
        (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "xz archive"),
        (0, [0x28, 0xB5, 0x2F, 0xFD], "Zstandard archive"),
        (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z archive"),
        (0, "Rar!\u001a\u0007"u8.ToArray(), "RAR archive"),
        (257, "ustar"u8.ToArray(), "TAR archive"),
        (0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "PNG image"),
        (0, [0xFF, 0xD8, 0xFF], "JPEG image"),
        (0, "GIF87a"u8.ToArray(), "GIF image"),
        (0, "GIF89a"u8.ToArray(), "GIF image"),
        (0, [0x49, 0x49, 0x2A, 0], "TIFF image"),
        (0, [0x4D, 0x4D, 0, 0x2A], "TIFF image"),
        (8, "WEBP"u8.ToArray(), "WebP image"),
        (4, "ftyp"u8.ToArray(), "MP4 or HEIF media"),
        (0, "OggS"u8.ToArray(), "Ogg media"),
        (0, "ID3"u8.ToArray(), "MP3 audio"),
        (0, [0x1A, 0x45, 0xDF, 0xA3], "Matroska or WebM video"),
        (8, "WAVE"u8.ToArray(), "WAV audio"),
        (0, [0x7F, 0x45, 0x4C, 0x46], "ELF program"),
        (0, [0x4D, 0x5A, 0x90, 0], "Windows program"),
        (0, [0xCA, 0xFE, 0xBA, 0xBE], "Java class or Mach-O program"),
        (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Ole),
        (0, "SQLite format 3\0"u8.ToArray(), "SQLite database"),
        (0, [0, 0x61, 0x73, 0x6D], "WebAssembly program"),
        (0, "%!PS"u8.ToArray(), "PostScript document"),
        (0, "WARC/"u8.ToArray(), "WARC archive"),
    ];

    /// <summary>The format's name, or null when the bytes may be text.</summary>
    public static string? OfBytes(ReadOnlySpan<byte> bytes)
    {
        foreach (var (offset, magic, name) in Magics)
        {
            if (bytes.Length >= offset + magic.Length && bytes[offset] == magic[0] && bytes[offset..].StartsWith(magic))
            {
                return name == Ole ? OleDocument.Name(bytes) ?? name : name;
            }
        }

        return null;
    }

    /// <summary>The format's name when a text is really markup or data that plain-text rules would make nonsense of.</summary>
    public static string? OfText(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start switch
        {
            ['<', ..] => OfMarkup(start),
            ['{', ..] when JsonBegins(start[1..]) => Json,
            ['[', ..] when start[1..].TrimStart() is ['{', .. var inside] && JsonBegins(inside) => Json,
            // Programs leave their complaints in front of what they send.
            _ when HtmlDetection.IsBehind(start[..Math.Min(start.Length, LongestPreamble)]) => Html,
            _ => start[..Math.Min(start.Length, LongestPreamble)].Contains("<?xml version=", StringComparison.OrdinalIgnoreCase) ? Xml : null,
        };
    }

    private static string? OfMarkup(ReadOnlySpan<char> start)
    {
        if (HtmlDetection.IsPage(start))
        {
            return Html;
        }

        if (Begins(start, "<?xml") || Begins(start, "<rss") || Begins(start, "<feed") || Begins(start, "<rdf:"))
        {
            return Xml;
        }

        // A headline may begin with '<' (wire copy writes company names so); a document of tags also closes them.
        return Begins(start, "<!doctype") || Begins(start, "<!--") || (start.Length > 2 && char.IsAsciiLetter(start[1]) && start.Contains("</", StringComparison.Ordinal))
            ? Markup
            : null;
    }

    private static bool Begins(ReadOnlySpan<char> text, string with) => text.StartsWith(with, StringComparison.OrdinalIgnoreCase);

    private static bool JsonBegins(ReadOnlySpan<char> inside) =>
        inside.TrimStart() is ['"', .. var name] && name.IndexOf('"') is var end and >= 0 && name[(end + 1)..].TrimStart() is [':', ..];
}
