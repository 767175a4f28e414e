using Ingest.Contracts;
using Ingest.Parser.Containers.Streams;
using Ingest.Parser.Containers.Zip;
using Ingest.Parser.Tables.Splitting;

namespace Ingest.Parser.Containers;

/// <summary>
/// Walks through a container and the containers in it, depth first, with a stack of its own. Streams are laid on each other, so
/// a WARC in gzip in TAR takes no memory; only ZIP, 7z and RAR in a compressed container are held whole, as they cannot be read
/// from front to back. A member that is a long file of records comes in pieces of its own.
/// </summary>
internal sealed class ContainerWalk : IPieceSource
{
    private readonly Stack<OpenContainer> _open = [];
    private readonly UniqueNames _names = new();
    private readonly WalkLimits _limits;
    private readonly FileContent? _file;
    private MemberRecords? _records;

    /// <param name="content">The file.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="file">Whose content it is, for a mapping beside it.</param>
    /// <param name="options">The limits.</param>
    /// <param name="deadline">Its limit of time holds for each piece by itself.</param>
    public ContainerWalk(SubStream content, ContainerKind kind, FileContent? file, ParserOptions options, Deadline deadline)
    {
        _file = file;
        Format = kind.ToString().ToLowerInvariant();
        _limits = new WalkLimits(options, new Expansion(content.Length, options), deadline);
        // The file is the one nameless member of what holds it.
        _open.Push(new OpenContainer(new OneMember(new Member("") { Open = () => content }), null, new Member("")));
    }

    public string Format { get; }

    public CancellationToken Cancellation { set => _limits.Cancellation = value; }

    public IEnumerable<Piece> Read(Bookmark from)
    {
        for (var done = 0; _open.Count > 0 || _records is not null;)
        {
            _limits.BeginStep();
            if (_records is not null)
            {
                if (NextPart() is not { } part)
                {
                    done++;
                }
                else if (done > from.Pieces || part.Part > from.Part)
                {
                    yield return part with { Next = new Bookmark(done, part.Part) };
                }

                continue;
            }

            if (Step(skipping: done < from.Pieces) is not { } piece)
            {
                continue;
            }

            // What is passed over has its name all the same, or those behind it would have other names.
            var named = piece.Member is { } name ? piece with { Member = _names.Of(name) } : piece;
            if (++done > from.Pieces)
            {
                yield return named with { Next = new Bookmark(done) };
            }
        }
    }

    public void Dispose()
    {
        _records?.Dispose();
        CloseAll();
    }

    /// <summary>The next part of a member that is a long file of records; null when it ended.</summary>
    private Piece? NextPart()
    {
        _limits.Deadline.Check();
        if (_records!.Next() is { } part)
        {
            return part;
        }

        var endsAll = _records.EndsAll;
        _records.Dispose();
        _records = null;
        if (endsAll)
        {
            CloseAll();
        }

        return null;
    }

    private Piece? Step(bool skipping)
    {
        var container = _open.Peek();
        try
        {
            _limits.Deadline.Check();
            if (container.Reader.Next(out var member))
            {
                return member is null ? null : Take(container, member, skipping);
            }

            Close();
            return null;
        }
        catch (ContainerLimitException limit)
        {
            Close(limit.EndsAll);
            return new Piece(container.Path, default) { Problem = limit.Rejection };
        }
        catch (TimeoutException)
        {
            Close();
            return new Piece(container.Path, default) { Problem = MemberBytes.TooSlow(_limits.Options) };
        }
        catch (Exception fault) when (Damage.Is(fault))
        {
            Close();
            return new Piece(container.Path, default) { Problem = Damage.Of(fault) };
        }
    }

    private Piece? Take(OpenContainer container, Member member, bool skipping)
    {
        if (container.Reader.HasPaths)
        {
            _limits.Expansion.AddMember();
            if (MemberName.IsJunk(member.Name))
            {
                return null;
            }
        }

        member = container.Complete(member);
        if (member.Problem is not null)
        {
            return PieceOf(member, new MemberContent(default, member.Problem));
        }

        if (member.Read is { } read)
        {
            _limits.Expansion.AddMember();
            return PieceOf(member, skipping ? default : read());
        }

        PeekStream? content = null;
        try
        {
            content = new PeekStream(member.Open!());
            if (ContainerHead.Of(content.Peek(ContainerHead.Bytes)) is { } kind)
            {
                return Enter(container, member, kind, content, skipping);
            }
        }
        catch (Exception fault) when (Damage.Is(fault))
        {
            // A member that cannot be opened is no reason to leave the others.
            content?.Dispose();
            return PieceOf(member, new MemberContent(default, Damage.Of(fault)));
        }

        try
        {
            return skipping ? PieceOf(member, default) : Content(member, content);
        }
        finally
        {
            if (_records is null)
            {
                content.Dispose();
            }
        }
    }

    /// <summary>The member's content; null when it is a long file of records, which is left open.</summary>
    private Piece? Content(Member member, PeekStream content)
    {
        var bytes = new MemberBytes(content, _limits);
        var (cut, limit) = (LongRecords.From(_limits.Options), _limits.Options.MaxFileBytes);
        if (bytes.Read(cut) is { } whole)
        {
            return PieceOf(member, whole);
        }

        var records = LongRecords.Of(bytes.SoFar, isHuge: false, _file, _limits.Options);
        if (records is null && bytes.Read(limit) is { } longer)
        {
            return PieceOf(member, longer);
        }

        records ??= LongRecords.Of(bytes.SoFar, isHuge: true, _file, _limits.Options);
        if (records is null)
        {
            return PieceOf(member, new MemberContent(default, MemberBytes.TooLarge(limit)));
        }

        var template = PieceOf(member, default);
        _records = new MemberRecords(template.Member is { } name ? template with { Member = _names.Of(name) } : template, records, content, bytes.Whole, _limits);
        return null;
    }

    /// <summary>Opens a container in a container; a document that is a ZIP file is no container.</summary>
    private Piece? Enter(OpenContainer container, Member member, ContainerKind kind, PeekStream content, bool skipping)
    {
        // The first of the open ones is the file itself.
        if (_open.Count > _limits.Options.MaxNesting)
        {
            content.Dispose();
            return PieceOf(member, new MemberContent(default, TooDeep()));
        }

        // An archive in a compressed file has that file's name.
        var path = container.Reader is OneMember ? container.Path : member.Name;
        if (!ContainerReaders.NeedsSeeking(kind))
        {
            _open.Push(new OpenContainer(ContainerReaders.Open(kind, content, _limits), path, member));
            return null;
        }

        var seekable = content.Rewound;
        if (seekable is null)
        {
            using (content)
            {
                var whole = MemberBytes.Read(content, _limits);
                if (whole.Bytes.IsEmpty)
                {
                    return PieceOf(member, whole);
                }

                seekable = MemberBytes.AsStream(whole.Bytes);
            }
        }

        var isDocument = kind == ContainerKind.Zip && ZipDocument.Is(seekable);
        seekable.Position = 0;
        if (isDocument)
        {
            return PieceOf(member, skipping ? default : MemberBytes.Read(seekable, _limits));
        }

        _open.Push(new OpenContainer(ContainerReaders.Open(kind, seekable, _limits), path, member));
        return null;
    }

    private static Piece PieceOf(Member member, MemberContent content) => new(member.Name.Length > 0 ? member.Name : null, content.Bytes)
    {
        Address = member.Address,
        Charset = member.Charset,
        Fetched = member.Fetched,
        Problem = content.Problem,
    };

    private ParseOutcome.Rejected TooDeep() => new(
        RejectionReasons.TooDeep,
        FormattableString.Invariant($"It stands deeper than {_limits.Options.MaxNesting} containers in each other (Ingest:Parser:MaxNesting). Unpack it, or raise the limit."));

    private void Close(bool all = false)
    {
        if (all)
        {
            CloseAll();
        }
        else
        {
            _open.Pop().Dispose();
        }
    }

    private void CloseAll()
    {
        while (_open.TryPop(out var container))
        {
            container.Dispose();
        }
    }
}
