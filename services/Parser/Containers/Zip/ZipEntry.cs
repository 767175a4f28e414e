namespace Ingest.Parser.Containers.Zip;

/// <summary>A member as a ZIP file's directory, or the header in front of the member, describes it.</summary>
/// <param name="Name">As stated.</param>
/// <param name="Method">How it is compressed.</param>
/// <param name="Flags">Bit 0: encrypted; bit 3: sizes follow the content.</param>
/// <param name="Crc">Checksum of the content.</param>
/// <param name="Packed">Bytes it takes.</param>
/// <param name="Unpacked">Bytes it has.</param>
/// <param name="Offset">Where its header stands, or, by <see cref="ZipHeader.Local"/>, its content.</param>
internal sealed record ZipEntry(string Name, int Method, int Flags, uint Crc, long Packed, long Unpacked, long Offset)
{
    /// <summary>Whether the content needs a password.</summary>
    public bool IsEncrypted => (Flags & 1) != 0 || Method == 99;

    /// <summary>Whether sizes and checksum are unknown until the content was read.</summary>
    public bool SizesFollow => (Flags & 8) != 0;
}
