using System.Globalization;

namespace Ingest.Watcher.Ledger;

/// <summary>What the dispatcher and people change.</summary>
internal sealed partial class FileRow
{
    /// <summary>To be published at <paramref name="at"/>.</summary>
    public void Wait(long at)
    {
        State = RowStates.Waiting;
        NextAttemptAt = at;
        (StallsAt, FinishedAt) = (null, null);
    }

    /// <summary>
    /// Publishes the same revision again because a person wants it: what went wrong before no longer counts, and what was
    /// settled before is settled anew.
    /// </summary>
    public void Retry(long now)
    {
        var rejectedHere = Desired == Desires.Rejected;
        var (reason, detail) = (OutcomeReason, OutcomeDetail);
        ForgetOutcome();
        (Faults, Redrives, Disposition, ParsedAt, ClusteredAt) = (0, 0, null, null, null);
        FaultedAttempt = Attempts;
        Wait(now);
        if (rejectedHere)
        {
            // Only a look at the file can tell whether it can be read by now.
            (OutcomeReason, OutcomeDetail) = (reason, detail);
            State = RowStates.Recheck;
        }
    }

    /// <summary>It goes to the workers.</summary>
    public void Publish(RetryPolicy policy, long now)
    {
        State = RowStates.Published;
        PublishedAt = now;
        Attempts++;
        EverPublished = 1;
        NextAttemptAt = null;
        StallsAt = now + policy.Patience(Redrives);

        // The last error, or that nobody answered, stays to be seen until there is progress.
        if (Reason is WaitReasons.BrokerAway or WaitReasons.Superseded)
        {
            (Reason, Detail) = (null, null);
        }
    }

    /// <summary>Nobody answered: to be published again.</summary>
    public void Redrive(long now)
    {
        Redrives++;
        Wait(now);
        Reason = WaitReasons.NoAnswer;
        Detail = string.Create(
            CultureInfo.InvariantCulture,
            $"No answer from the workers since {LedgerTime.FromMicroseconds(PublishedAt ?? now):yyyy-MM-dd HH:mm:ss} UTC; published again.");
        EndAttempt(now);
    }

    /// <summary>The attempt came to nothing, for the reason that the row has now.</summary>
    private void EndAttempt(long now)
    {
        if (PublishedAt is { } published)
        {
            Ended = (Attempts, published, now, Reason ?? "", Detail);
        }
    }

    private void Finish(string state, long now)
    {
        State = state;
        FinishedAt = now;
        (NextAttemptAt, StallsAt) = (null, null);
    }
}
