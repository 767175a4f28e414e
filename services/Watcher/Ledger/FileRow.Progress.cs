using System.Globalization;
using Ingest.Contracts;

namespace Ingest.Watcher.Ledger;

/// <summary>What the stages change. Every event may come twice, late, or before the one that should precede it.</summary>
internal sealed partial class FileRow
{
    /// <summary>Whether an event of this revision can still change anything. A failed file may yet be finished by a late answer.</summary>
    public bool Listens(long revision) => revision == Revision && (IsOpen || State == RowStates.Failed);

    /// <summary>Applies anything but <see cref="StageEvent.Settled"/>, of which the store must know whether it is new.</summary>
    public void Apply(StageEvent reported, RetryPolicy policy, long now)
    {
        switch (reported)
        {
            case StageEvent.Parsed parsed:
                Take(parsed, policy, now);
                break;
            case StageEvent.Rejected rejected:
                Outcome = Outcomes.Rejected;
                (ArticleCount, RetractedCount, WarningCount) = (0, rejected.Retracted, 0);
                (OutcomeReason, OutcomeDetail) = (rejected.Reason, rejected.Detail);
                ParsedAt ??= rejected.At.ToMicroseconds();
                Progress(policy, now);
                break;
            case StageEvent.Failed failed:
                Fail(failed.Reason, failed.Detail, now);
                break;
            case StageEvent.Faulted faulted:
                Fault(faulted, policy, now);
                break;
            case StageEvent.Superseded when State != RowStates.Failed:
                (Reason, Detail) = (WaitReasons.Superseded, "The file changed after it was found; the folder looks at it again.");
                (State, NextAttemptAt, StallsAt) = (RowStates.Recheck, now, null);
                EndAttempt(now);
                break;
        }
    }

    /// <summary>So many more of its articles are in the index, or out of it.</summary>
    public void Settle(long articles, RetryPolicy policy, long now)
    {
        SettledCount += articles;
        Progress(policy, now);
    }

    /// <summary>Ends the revision when the Parser has spoken and every article is settled.</summary>
    /// <returns>True when it has just ended.</returns>
    public bool TryComplete(long now)
    {
        if (Expected is not { } expected || SettledCount < expected || !(IsOpen || State == RowStates.Failed))
        {
            return false;
        }

        (Reason, Detail) = (null, null);
        if (Continues == 1)
        {
            GoOn(now);
            return false;
        }

        if (Desired == Desires.Absent)
        {
            Finish(RowStates.Removed, now);
        }
        else if (Desired == Desires.Rejected || Outcome == Outcomes.Rejected)
        {
            (Reason, Detail) = (OutcomeReason, OutcomeDetail);
            Finish(RowStates.Rejected, now);
        }
        else
        {
            Finish(RowStates.Indexed, now);
        }

        return true;
    }

    /// <summary>All of a portion is settled: the next publish brings the next one.</summary>
    private void GoOn(long now)
    {
        PortionsSettled++;
        (Outcome, Continues, Redrives) = (null, 0, 0);
        if (State != RowStates.Recheck)
        {
            Wait(now);
        }
    }

    /// <summary>
    /// A report about an earlier portion than the awaited one is an old message that comes late, unless it answers the last publish:
    /// then the Parser had to begin again (its store is new, or it reads the file otherwise by now).
    /// </summary>
    private void Take(StageEvent.Parsed parsed, RetryPolicy policy, long now)
    {
        var portion = Math.Max(1, parsed.Portion);
        if (portion <= PortionsSettled && parsed.Attempt == Attempts)
        {
            (PortionsSettled, SettledCount, BeganAgain) = (portion - 1, 0, true);
        }

        if (portion == PortionsSettled + 1)
        {
            Outcome = Outcomes.Parsed;
            Continues = parsed.Continues ? 1 : 0;
            (ArticleCount, RetractedCount, WarningCount) = (parsed.Articles, parsed.Retracted, parsed.Warnings);
            ParsedAt ??= parsed.At.ToMicroseconds();
            Progress(policy, now);
        }
    }

    private void Fault(StageEvent.Faulted faulted, RetryPolicy policy, long now)
    {
        // One publish of a file of a thousand articles may give a thousand faults: they are one failure.
        if (State == RowStates.Failed || FaultedAttempt >= Attempts || faulted.Attempt is { } attempt && attempt != Attempts)
        {
            return;
        }

        FaultedAttempt = Attempts;
        Faults++;
        var detail = $"{faulted.Stage}: {faulted.Error}";
        if (Faults >= policy.MaxFaults)
        {
            Fail(RejectionReasons.StageError, string.Create(CultureInfo.InvariantCulture, $"{detail} (failed {Faults} times)"), now);
            return;
        }

        Wait(now + policy.DelayAfter(Faults));
        (Reason, Detail) = (RejectionReasons.StageError, detail);
        EndAttempt(now);
    }

    private void Fail(string reason, string detail, long now)
    {
        (Reason, Detail) = (reason, detail);
        EndAttempt(now);
        Finish(RowStates.Failed, now);
    }

    private void Progress(RetryPolicy policy, long now)
    {
        if (State == RowStates.Published)
        {
            StallsAt = now + policy.Patience(Redrives);
            (Reason, Detail) = Reason == WaitReasons.NoAnswer ? (null, null) : (Reason, Detail);
        }
    }
}
