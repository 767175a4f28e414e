namespace Ingest.Parser.Containers;

/// <summary>A limit was reached while content was being unpacked.</summary>
internal sealed class ContainerLimitException(ParseOutcome.Rejected rejection, bool endsAll) : Exception(rejection.Detail)
{
    /// <summary>The reason, with the limit's name.</summary>
    public ParseOutcome.Rejected Rejection { get; } = rejection;

    /// <summary>Whether it is the limit of the whole file and not of a member.</summary>
    public bool EndsAll { get; } = endsAll;
}
