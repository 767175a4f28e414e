namespace Ingest.Contracts;

/// <summary>Assignments changed without an article arriving: one was retracted, or a person split or joined clusters.</summary>
public sealed record ClusterChanged
{
    /// <summary>The retracted article, which is to leave the index; null when a person changed clusters.</summary>
    public ArticleRetracted? Retracted { get; init; }

    /// <summary>New assignments of the articles that stay.</summary>
    public IReadOnlyList<ClusterAssignment> Changed { get; init => field = value ?? []; } = [];
}
