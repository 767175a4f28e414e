namespace Ingest.Benchmarks.Pipeline;

/// <summary>One way of running the pipeline, measured.</summary>
/// <param name="Name">Which.</param>
/// <param name="Files">How many files went through.</param>
/// <param name="Seconds">Wall time from start to searchable.</param>
/// <param name="ProcessorSeconds">Processor time of all its processes, the broker's not included.</param>
/// <param name="PeakMegabytes">Highest resident size of its largest process.</param>
internal sealed record Measurement(string Name, int Files, double Seconds, double ProcessorSeconds, double PeakMegabytes)
{
    public double Rate => Files / Seconds;

    public string Row(Measurement floor) => FormattableString.Invariant(
        $"{Name,-12} {Seconds,8:0.0} s {Rate,8:0} files/s {Rate / floor.Rate,8:0.00} of the floor {ProcessorSeconds,8:0.0} CPU s {PeakMegabytes,8:0} MB");
}
