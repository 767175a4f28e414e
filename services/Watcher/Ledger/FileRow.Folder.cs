using Ingest.Contracts;

namespace Ingest.Watcher.Ledger;

/// <summary>What the folder changes.</summary>
internal sealed partial class FileRow
{
    /// <summary>A file seen for the first time.</summary>
    public static FileRow First(string fileId, ObservedFile file, string traceparent, long now)
    {
        var row = new FileRow { FileId = fileId, Watch = file.Watch, Path = file.Path };
        row.Become(file, traceparent, now);
        return row;
    }

    /// <summary>Whether the file as it stands is what this revision is about, so that only its stamp is news.</summary>
    public bool Has(ObservedFile file) =>
        IsPresent && (file.Reason is null
            ? Desired == Desires.Present && Sha256 == file.Sha256
            : Desired == Desires.Rejected && OutcomeReason == file.Reason);

    /// <summary>The same content as before: renews the stamp, and nothing else.</summary>
    public void Renew(ObservedFile file)
    {
        Stamp = file.Stamp;
        if (file.Reason is not null)
        {
            OutcomeDetail = file.Detail;
            Detail = State == RowStates.Rejected ? file.Detail : Detail;
        }
    }

    /// <summary>Other content: a new revision.</summary>
    public void Become(ObservedFile file, string traceparent, long now)
    {
        Begin(traceparent, now);
        Stamp = file.Stamp;
        Sha256 = file.Sha256;
        if (file.Reason is null)
        {
            Desired = Desires.Present;
            return;
        }

        Desired = Desires.Rejected;
        (Reason, Detail) = (OutcomeReason, OutcomeDetail) = (file.Reason, file.Detail);
        if (EverPublished == 0)
        {
            Finish(RowStates.Rejected, now);
        }
    }

    /// <summary>The file is gone: a revision that withdraws its articles, where it can have any.</summary>
    /// <returns>False when there is nothing to remove, or the Watcher itself has moved the file.</returns>
    public bool Remove(string traceparent, long now)
    {
        if (Desired == Desires.Absent || Disposition is not null)
        {
            return false;
        }

        Begin(traceparent, now);
        Desired = Desires.Absent;
        if (EverPublished == 0)
        {
            Finish(RowStates.Removed, now);
        }

        return true;
    }

    /// <summary>The folder has looked again and found what the ledger has.</summary>
    public void Unchanged(RetryPolicy policy, long nextAttemptAt, long now)
    {
        if (State != RowStates.Recheck)
        {
            return;
        }

        if (Reason == WaitReasons.Superseded && ++Faults >= policy.MaxFaults)
        {
            Fail(
                RejectionReasons.StageError,
                "The parser reads another content than the watcher, again and again. Do both see the same folder (Ingest:Parser:Mounts), and is its disk or share in order?",
                now);
            return;
        }

        if (Desired == Desires.Rejected && EverPublished == 0)
        {
            (Reason, Detail) = (OutcomeReason, OutcomeDetail);
            Finish(RowStates.Rejected, now);
            return;
        }

        Wait(nextAttemptAt);
    }

    private void Begin(string traceparent, long now)
    {
        Revision++;
        Traceparent = traceparent;
        DiscoveredAt = now;
        (PublishedAt, ParsedAt, ClusteredAt, FinishedAt, Disposition) = (null, null, null, null, null);
        (Attempts, Faults, FaultedAttempt, Redrives) = (0, 0, 0, 0);
        ForgetOutcome();
        Wait(now);
    }

    private void ForgetOutcome()
    {
        (Outcome, OutcomeReason, OutcomeDetail, Reason, Detail) = (null, null, null, null, null);
        (ArticleCount, RetractedCount, SettledCount, WarningCount, PortionsSettled, Continues) = (null, 0, 0, 0, 0, 0);
    }
}
