namespace Ingest.Deduplicator.Sketching;

/// <summary>How much a body can prove.</summary>
internal enum TextKind : byte
{
    /// <summary>No body: only the same title on the same day is the same article.</summary>
    Headline = 0,

    /// <summary>A few words: title, numbers and date must agree as well.</summary>
    Short = 1,

    /// <summary>Enough to decide by.</summary>
    Full = 2,
}
