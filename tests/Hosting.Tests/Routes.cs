using System.Text.Json.Serialization;
using Ingest.Contracts;
using MassTransit;

namespace Ingest.Hosting.Tests;

public sealed class Routes
{
    /// <summary>Every message there is: what the serialiser was made for.</summary>
    public static TheoryData<Type> Messages { get; } =
    [
        .. typeof(ContractsJsonContext).GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!),
    ];

    [Theory]
    [MemberData(nameof(Messages))]
    public void Every_message_goes_to_one_queue(Type message) =>
        Assert.Single(Endpoints.Routes, route => route.Value.Contains(message));

    [Fact]
    public void What_a_stage_cannot_do_is_told_to_the_ledger()
    {
        var stages = Endpoints.Routes.Where(route => route.Key != Endpoints.Watcher).SelectMany(route => route.Value);

        Assert.All(stages, message => Assert.Contains(typeof(Fault<>).MakeGenericType(message), Endpoints.Routes[Endpoints.Watcher]));
    }

    [Fact]
    public void Every_routed_message_can_be_serialised_without_reflection()
    {
        var messages = Messages.Select(row => row.Data).ToHashSet();
        var routed = Endpoints.Routes.SelectMany(route => route.Value).Where(type => !type.IsGenericType);

        Assert.All(routed, message => Assert.Contains(message, messages));
    }
}
