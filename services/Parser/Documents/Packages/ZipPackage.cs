using System.IO.Compression;
using Ingest.Contracts;
using Ingest.Parser.Containers.Zip;
using Ingest.Parser.Text;
using Ingest.Parser.Xml;

namespace Ingest.Parser.Documents.Packages;

/// <summary>The parts of a document that is a ZIP file. All parts together are bounded in size, each in its ratio.</summary>
internal sealed class ZipPackage
{
    private const int SmallPart = 1 << 20;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly List<ZipEntry> _members;
    private readonly Deadline _deadline;
    private readonly int _largestRatio;
    private long _left;

    /// <summary>Deflate cannot exceed 1,032 times; XML that people write stays below 50.</summary>
    public ZipPackage(ReadOnlyMemory<byte> bytes, ParserOptions options, Deadline deadline)
    {
        (_bytes, _left, _largestRatio, _deadline) = (bytes, options.MaxDocumentBytes, options.MaxExpansionRatio, deadline);
        _members = PackageMembers.Read(bytes, out var damaged);
        Damaged = damaged;
    }

    /// <summary>The directory or a part that was read is broken or cut off.</summary>
    public bool Damaged { get; private set; }

    public IEnumerable<string> Names => _members.Select(member => member.Name);

    public bool Has(string name) => Find(name) is not null;

    /// <summary>The part as text, as far as it can be read; null when there is none.</summary>
    public string? Text(string name) =>
        Bytes(name) is { Length: > 0 } bytes ? (DeclaredEncoding.Decode(bytes) ?? TextDecoder.Decode(bytes))?.Text : null;

    /// <summary>The part, as far as it can be read; null when there is none.</summary>
    public byte[]? Bytes(string name)
    {
        if (Find(name) is not { } member)
        {
            return null;
        }

        if (member.IsEncrypted)
        {
            throw new DocumentFaultException(RejectionReasons.Encrypted, "The document needs a password. Save it without one.");
        }

        var content = PackageMembers.Content(_bytes, member, out var cutOff);
        Damaged |= cutOff;
        return (content, member.Method) switch
        {
            ({ } data, 0) => Stored(data),
            ({ } data, 8) => Inflated(data),
            _ => null,
        };
    }

    private ZipEntry? Find(string name)
    {
        foreach (var member in _members)
        {
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return member;
            }
        }

        return null;
    }

    private byte[] Stored(ReadOnlyMemory<byte> data)
    {
        Take(data.Length);
        return data.ToArray();
    }

    private byte[] Inflated(ReadOnlyMemory<byte> data)
    {
        using var packed = new MemoryStream(data.ToArray(), writable: false);
        using var inflater = new DeflateStream(packed, CompressionMode.Decompress);
        using var content = new MemoryStream();
        var buffer = new byte[65_536];
        try
        {
            while (inflater.Read(buffer) is var read and > 0)
            {
                _deadline.Check();
                Take(read);
                content.Write(buffer, 0, read);
                if (content.Length > SmallPart && content.Length / Math.Max(1, packed.Position) >= _largestRatio)
                {
                    throw new DocumentFaultException(
                        RejectionReasons.ExpansionRatio, $"A part of the document grows to more than {_largestRatio} times its size when it is unpacked (Ingest:Parser:MaxExpansionRatio), as bombs do.");
                }
            }
        }
        catch (InvalidDataException)
        {
            // What was unpacked before the fault is the beginning of the part, and worth reading.
            Damaged = true;
        }

        return content.ToArray();
    }

    private void Take(long count)
    {
        _left -= count;
        if (_left < 0)
        {
            throw new DocumentFaultException(
                RejectionReasons.TooLarge, "The document's parts are larger than the limit when they are unpacked (Ingest:Parser:MaxDocumentBytes). Split it, or raise the limit.");
        }
    }
}
