using System.Reflection;

namespace Ingest.Architecture.Tests;

public sealed class Services_and_their_neighbours
{
    public static TheoryData<string> Services { get; } = [.. Repository.Services];

    public static TheoryData<string> Libraries { get; } = [.. Repository.Shared.Concat(Repository.Services)];

    [Fact]
    public void Are_the_five_of_the_design() =>
        Assert.Superset(new HashSet<string> { "Watcher", "Parser", "Deduplicator", "Indexer", "Portal" }, Repository.Services.ToHashSet());

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_project_references_only_what_is_shared(string service) =>
        Assert.All(Repository.Project("services", service).Includes("ProjectReference"), reference =>
            Assert.StartsWith("../../shared/", reference.Replace('\\', '/'), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_uses_no_type_of_a_neighbour(string service)
    {
        var neighbours = Repository.Services.Where(other => other != service).Append("Ingest").Select(other => "Ingest." + other).Append("ingest");

        Assert.Empty(References(service).Intersect(neighbours));
    }

    [Fact]
    public void What_is_shared_references_no_service()
    {
        foreach (var library in Repository.Shared)
        {
            Assert.DoesNotContain(Repository.Project("shared", library).Includes("ProjectReference"), reference => reference.Contains("services", StringComparison.Ordinal));
            Assert.Empty(References(library).Intersect(Repository.Services.Select(service => "Ingest." + service)));
        }
    }

    [Fact]
    public void The_contracts_reference_nothing()
    {
        var project = Repository.Project("shared", "Contracts");

        Assert.Empty(project.Includes("ProjectReference"));
        Assert.Empty(project.Includes("PackageReference"));
        Assert.All(References("Contracts"), reference => Assert.StartsWith("System.", reference, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Every_type_stands_in_the_namespace_of_its_library(string library)
    {
        var types = Load(library).GetTypes().Where(type => type.IsPublic && type.Namespace?.StartsWith("Ingest", StringComparison.Ordinal) == true);

        Assert.All(types, type => Assert.Matches($@"^Ingest\.{library}(\.|$)", type.Namespace));
    }

    internal static Assembly Load(string library) => Assembly.Load("Ingest." + library);

    private static IEnumerable<string> References(string library) => Load(library).GetReferencedAssemblies().Select(name => name.Name!);
}
