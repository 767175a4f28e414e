namespace Ingest.Parser.Containers;

/// <summary>Goes through the members of one container. Whatever it throws ends this container as damaged.</summary>
internal interface IMemberReader : IDisposable
{
    /// <summary>Whether names are paths of files, among which are folders and what systems leave behind.</summary>
    bool HasPaths { get; }

    /// <summary>Takes one step; false at the end.</summary>
    /// <param name="member">The member; null when the step passed over something that is none, such as a folder or a request.</param>
    bool Next(out Member? member);
}
