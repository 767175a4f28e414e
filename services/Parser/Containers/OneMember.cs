namespace Ingest.Parser.Containers;

/// <summary>A container of one content: a compressed file, or the file as such.</summary>
internal sealed class OneMember(Member member, IDisposable? content = null) : IMemberReader
{
    private bool _given;

    public bool HasPaths => false;

    public bool Next(out Member? next)
    {
        next = _given ? null : member;
        _given = true;
        return next is not null;
    }

    public void Dispose() => content?.Dispose();
}
