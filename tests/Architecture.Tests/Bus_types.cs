using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Ingest.Architecture.Tests;

/// <summary>
/// Maintenance of MassTransit 8 ends, so it stays at the edge: what a service does must not change when the bus does.
/// </summary>
public sealed class Bus_types
{
    private static readonly ArchUnitNET.Domain.Architecture System =
        new ArchLoader().LoadAssemblies([.. Repository.Services.Select(Services_and_their_neighbours.Load)]).Build();

    public static TheoryData<string> Services { get; } = [.. Repository.Services];

    [Theory]
    [MemberData(nameof(Services))]
    public void Are_seen_only_by_consumers_dispatch_and_the_role(string service)
    {
        var strangers = System.Types
            .Where(type => type.FullName.StartsWith($"Ingest.{service}.", StringComparison.Ordinal) && !MaySeeTheBus(type))
            .SelectMany(type => type.Dependencies.Where(dependency => IsBusType(dependency.Target)), (type, dependency) => $"{type.FullName} uses {dependency.Target.FullName}")
            .Distinct();

        Assert.Empty(strangers);
    }

    [Fact]
    public void Are_recognised_where_they_are()
    {
        // Without this, a loader that sees no dependencies would let everything pass.
        var role = Assert.Single(System.Types, type => type.FullName == "Ingest.Portal.PortalRole");

        Assert.Contains(role.Dependencies, dependency => IsBusType(dependency.Target));
    }

    private static bool IsBusType(IType type) =>
        type.FullName.StartsWith("MassTransit", StringComparison.Ordinal) || type.FullName.StartsWith("RabbitMQ", StringComparison.Ordinal);

    private static bool MaySeeTheBus(IType type)
    {
        var space = type.Namespace.FullName;
        return space.EndsWith(".Consumers", StringComparison.Ordinal)
            || space.EndsWith(".Dispatch", StringComparison.Ordinal)
            || type.FullName.Split('+')[0].EndsWith("Role", StringComparison.Ordinal);
    }
}
