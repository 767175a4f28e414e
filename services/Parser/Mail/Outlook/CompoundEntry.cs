namespace Ingest.Parser.Mail.Outlook;

/// <summary>A storage or stream of a compound file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsStorage">Whether it holds others.</param>
/// <param name="Child">The first of what it holds, for <see cref="CompoundFile.Entries"/>; -1 when it holds nothing.</param>
/// <param name="Start">First sector of a stream.</param>
/// <param name="Size">Bytes of a stream.</param>
internal sealed record CompoundEntry(string Name, bool IsStorage, int Child, uint Start, long Size);
