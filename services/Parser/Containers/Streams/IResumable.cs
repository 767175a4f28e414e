namespace Ingest.Parser.Containers.Streams;

/// <summary>A stream of parts that stand for themselves: after damage in one, reading can go on with the next.</summary>
internal interface IResumable
{
    /// <summary>Goes to the next part after a read threw; false when there is none.</summary>
    bool Resume();
}
