namespace Ingest.Parser.Mail;

/// <summary>Reads a mailbox of any size in pieces of whole messages, each of which <see cref="MailReader"/> reads as a mailbox of its own.</summary>
internal static class MboxPieces
{
    /// <summary>A piece ends with the first message that ends behind so many bytes.</summary>
    public const int PieceBytes = 1 << 20;

    /// <summary>A message that is longer is cut there: it is kept in memory whole.</summary>
    public const int MostBytes = 64 << 20;

    private const int ReadBytes = 1 << 18;

    /// <summary>The pieces in their order. The same stream gives the same pieces.</summary>
    /// <param name="stream">From its beginning.</param>
    public static IEnumerable<ReadOnlyMemory<byte>> Pieces(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[PieceBytes * 2];
        int length = 0, scanned = PieceBytes, read;
        var cut = false;
        do
        {
            if (length + ReadBytes > buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            read = stream.Read(buffer, length, ReadBytes);
            length += read;
            while (Boundary(buffer.AsSpan(0, length), cut ? 1 : scanned, read == 0) is var end and > 0)
            {
                if (!cut)
                {
                    // The consumer may keep the piece while the next is read.
                    yield return buffer.AsSpan(0, end).ToArray();
                }

                buffer.AsSpan(end, length - end).CopyTo(buffer);
                (length, scanned, cut) = (length - end, PieceBytes, false);
            }

            scanned = Math.Max(PieceBytes, length - 1_024);
            if (!cut && length >= MostBytes && LastStart(buffer.AsSpan(0, PieceBytes + 1_024)) is var start and > 0)
            {
                // The messages before the long one are not to be lost with it.
                yield return buffer.AsSpan(0, start).ToArray();
                buffer.AsSpan(start, length - start).CopyTo(buffer);
                length -= start;
                continue;
            }

            if (length >= MostBytes || (cut && length > ReadBytes))
            {
                if (!cut)
                {
                    yield return buffer.AsSpan(0, length).ToArray();
                }

                // The rest of the message is not kept; two lines are, to see where the next one begins.
                buffer.AsSpan(length - 1_024, 1_024).CopyTo(buffer);
                (length, scanned, cut) = (1_024, PieceBytes, true);
            }
        }
        while (read > 0);

        if (length > 0 && !cut)
        {
            yield return buffer.AsMemory(0, length);
        }
    }

    /// <summary>Where the last message begins; 0 when there is only one.</summary>
    private static int LastStart(ReadOnlySpan<byte> bytes)
    {
        var last = 0;
        for (int next; (next = Mbox.Next(bytes, last + 1)) > 0;)
        {
            last = next;
        }

        return last;
    }

    /// <summary>Where a message begins, when enough is read to be sure.</summary>
    private static int Boundary(ReadOnlySpan<byte> bytes, int from, bool last)
    {
        var at = from < bytes.Length ? Mbox.Next(bytes, from) : -1;
        return at > 0 && (last || at + 1_024 < bytes.Length) ? at : -1;
    }
}
