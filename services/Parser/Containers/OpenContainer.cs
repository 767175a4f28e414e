namespace Ingest.Parser.Containers;

/// <summary>A container that the walk is in.</summary>
/// <param name="Reader">Goes through its members.</param>
/// <param name="Path">Its own name, with those of the containers around it; null when it is the file itself.</param>
/// <param name="Self">It as a member of the container around it.</param>
internal sealed record OpenContainer(IMemberReader Reader, string? Path, Member Self) : IDisposable
{
    /// <summary>
    /// A member with its whole name, and with what is known of the container when it is nothing but that container
    /// unpacked: <c>a.txt.gz</c> in an archive is shown by this name.
    /// </summary>
    public Member Complete(Member member) => Reader is OneMember
        ? member with { Name = Path ?? member.Name, Address = Self.Address, Charset = Self.Charset, Fetched = Self.Fetched }
        : member with { Name = Path is null ? Shown(member) : $"{Path}!/{Shown(member)}" };

    public void Dispose()
    {
        try
        {
            Reader.Dispose();
        }
        catch (Exception fault) when (Damage.Is(fault))
        {
            // Some readers verify what is left when they are closed; what they gave stays given.
        }
    }

    private string Shown(Member member) => Reader.HasPaths ? MemberName.OfPath(member.Name) : member.Name;
}
