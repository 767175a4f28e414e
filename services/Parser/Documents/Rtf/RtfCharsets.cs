namespace Ingest.Parser.Documents.Rtf;

/// <summary>Code pages of RTF: the document's own, and those that fonts name by the charset numbers of Windows.</summary>
internal static class RtfCharsets
{
    /// <summary>The code page of a font's charset; 0 for the document's.</summary>
    public static int CodePage(int charset) => charset switch
    {
        77 => 10000,
        78 => 10001,
        79 => 10003,
        80 => 10008,
        81 => 10002,
        83 => 10005,
        84 => 10004,
        85 => 10006,
        86 => 10081,
        87 => 10021,
        88 => 10029,
        89 => 10007,
        128 => 932,
        129 => 949,
        130 => 1361,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        254 => 437,
        255 => 850,
        _ => 0,
    };

    /// <summary>The charset of a code page; 0 stands for the usual one.</summary>
    public static System.Text.Encoding Encoding(int codePage) => Text.CodePages.Of(codePage == 0 ? 1252 : codePage);
}
