namespace Ingest.Fuzzing;

/// <summary>What a run does.</summary>
/// <param name="Paths">Samples.</param>
/// <param name="Inputs">How many inputs.</param>
/// <param name="Seed">Of the run.</param>
/// <param name="Only">One input by its number, instead of all.</param>
/// <param name="Limit">Longest time of an input.</param>
/// <param name="MaxHeap">Largest managed heap, in bytes.</param>
/// <param name="Output">Folder of failing inputs.</param>
/// <param name="First">Number of the first input.</param>
public sealed record FuzzSettings(IReadOnlyList<string> Paths, int Inputs, int Seed, int? Only, TimeSpan Limit, long MaxHeap, string Output, int First);
