namespace Ingest.Queries;

/// <summary>What a person can decide about two articles.</summary>
public static class DecisionVerdicts
{
    /// <summary>They are one story, whatever the rules say.</summary>
    public const string Same = "same";

    /// <summary>They are two stories, whatever the rules say.</summary>
    public const string Different = "different";

    /// <summary>An earlier decision is taken back: the rules decide again.</summary>
    public const string Undecided = "undecided";
}
