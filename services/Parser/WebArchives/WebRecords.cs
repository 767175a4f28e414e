using Ingest.Parser.Containers;
using Ingest.Parser.Containers.Streams;

namespace Ingest.Parser.WebArchives;

/// <summary>
/// Goes through the records of a WARC or ARC file. Where the place is lost, by a wrong length or a damaged part, it looks for the
/// next line that begins a record and goes on there.
/// </summary>
internal sealed class WebRecords(PeekStream content) : IDisposable
{
    /// <summary>So many bytes between two records are a length that is a little short, and no loss.</summary>
    private const int NoLoss = 64;

    private const int Step = 1 << 16;

    private readonly RecordLines _lines = new(content);
    private string? _pending;
    private long _left;
    private bool _ended;

    /// <summary>
    /// Whether the present record is given to somebody, who learns of its damage with its content; of others the damage is
    /// reported by <see cref="Next"/>.
    /// </summary>
    public bool IsGiven { get; set; }

    /// <summary>Why the block of the present record is not whole, as far as it was read.</summary>
    public ParseOutcome.Rejected? Problem { get; private set; }

    /// <summary>The next record; null at the end.</summary>
    /// <exception cref="RecordException">Something was broken here. It may be called again to go on behind it.</exception>
    public WebRecord? Next()
    {
        PassBlock();
        if (_ended)
        {
            return null;
        }

        try
        {
            return Begin(NextLine());
        }
        catch (Exception fault) when (Damage.Is(fault))
        {
            GoOn(fault);
            throw;
        }
    }

    /// <summary>Up to so many next bytes of the block; fewer when it ends or breaks off.</summary>
    public byte[] Take(long count)
    {
        using var taken = new MemoryStream();
        var step = new byte[Math.Min(Step, Math.Min(count, _left))];
        try
        {
            while (_left > 0 && taken.Length < count)
            {
                var read = content.Read(step.AsSpan(0, (int)Math.Min(step.Length, Math.Min(count - taken.Length, _left))));
                if (read == 0)
                {
                    throw new RecordException("The web archive breaks off in the middle of this record. Fetch it again whole.");
                }

                taken.Write(step, 0, read);
                _left -= read;
            }
        }
        catch (Exception fault) when (Damage.Is(fault))
        {
            Problem = Damage.Of(fault);
            GoOn(fault);
        }

        return taken.ToArray();
    }

    public void Dispose() => content.Dispose();

    private void PassBlock()
    {
        var (isGiven, problem) = (IsGiven, Problem);
        (IsGiven, Problem) = (false, null);
        try
        {
            if (_left > 0 && content.Pass(_left) < _left)
            {
                throw new RecordException("The web archive breaks off in the middle of a record. Fetch it again whole.");
            }

            _left = 0;
        }
        catch (Exception fault) when (Damage.Is(fault))
        {
            GoOn(fault);
            problem = Damage.Of(fault);
        }

        if (problem is not null && !isGiven)
        {
            throw new RecordException(problem.Detail);
        }
    }

    private WebRecord? Begin(string? line)
    {
        if (line is null)
        {
            _ended = true;
            return null;
        }

        var passed = 0L;
        while (!IsBeginning(line))
        {
            passed += line.Length + 1;
            if (_lines.Read() is not { } next)
            {
                _ended = true;
                return passed <= NoLoss ? null : throw Lost(passed);
            }

            line = next;
        }

        if (passed > NoLoss)
        {
            _pending = line;
            throw Lost(passed);
        }

        var record = ArcHeader.Read(line) ?? WarcHeader.Read(_lines);
        _left = record.Length;
        return record;
    }

    private string? NextLine()
    {
        var line = _pending ?? _lines.Read();
        _pending = null;
        while (line is { Length: 0 })
        {
            line = _lines.Read();
        }

        return line;
    }

    private static bool IsBeginning(string line) =>
        line.StartsWith("WARC/0.", StringComparison.Ordinal) || line.StartsWith("WARC/1.", StringComparison.Ordinal) || ArcHeader.Is(line);

    private static RecordException Lost(long bytes) =>
        new(FormattableString.Invariant($"Some {bytes:N0} bytes of the web archive belong to no record and were passed over. Fetch it again whole."));

    /// <summary>What was wrong with a record ends with it; a damaged compression goes on with its next part, if there is one.</summary>
    private void GoOn(Exception fault)
    {
        _left = 0;
        _ended |= fault is not RecordException && !content.Resume();
    }
}
