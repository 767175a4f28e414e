namespace Ingest.Queries;

/// <summary>What the Watcher answers about the pipeline as a whole.</summary>
public interface IPipelineQueries
{
    /// <summary>What the pipeline does at the moment.</summary>
    Task<PipelineActivity> ActivityAsync(ActivityRequest request, CancellationToken cancellationToken);
}
