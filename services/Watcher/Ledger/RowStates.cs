using Ingest.Queries;

namespace Ingest.Watcher.Ledger;

/// <summary>The states a row can be in. The first three are what a person sees as <see cref="FileStates.InFlight"/>.</summary>
internal static class RowStates
{
    /// <summary>To be published at its <c>next_attempt_at</c>.</summary>
    public const string Waiting = "waiting";

    /// <summary>With the workers.</summary>
    public const string Published = "published";

    /// <summary>The folder is to look at the file again before anything else happens.</summary>
    public const string Recheck = "recheck";

    public const string Indexed = FileStates.Indexed;

    public const string Rejected = FileStates.Rejected;

    public const string Failed = FileStates.Failed;

    public const string Removed = FileStates.Removed;

    /// <summary>The state that a person sees.</summary>
    public static string Shown(string state) => IsOpen(state) ? FileStates.InFlight : state;

    public static bool IsOpen(string state) => state is Waiting or Published or Recheck;
}

/// <summary>What a file is to become.</summary>
internal static class Desires
{
    public const string Present = "present";

    /// <summary>It stands in the folder and the Watcher itself must reject it; articles it had before are withdrawn.</summary>
    public const string Rejected = "rejected";

    public const string Absent = "absent";
}

/// <summary>What the Parser said.</summary>
internal static class Outcomes
{
    public const string Parsed = "parsed";

    public const string Rejected = "rejected";
}

/// <summary>What happens to the file itself after its completion.</summary>
internal static class Dispositions
{
    public const string Pending = "pending";

    public const string Done = "done";
}

/// <summary>Codes of what a file in flight waits for; they stand beside <c>RejectionReasons</c> and never end a file.</summary>
internal static class WaitReasons
{
    /// <summary>The workers have not answered for a long time.</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>The Parser found other content than announced.</summary>
    public const string Superseded = "superseded";

    /// <summary>The Watcher was started again, and nobody can say whether the workers still have it.</summary>
    public const string Restart = "restart";

    /// <summary>The broker did not take the message.</summary>
    public const string BrokerAway = "broker-away";
}
