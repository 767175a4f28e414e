using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Ingest.Contracts;

namespace Ingest.Architecture.Tests;

/// <summary>The form that lets messages grow without breaking a process that is a version behind.</summary>
public sealed class Messages
{
    /// <summary>Everything in the contracts that holds data: messages and what they carry.</summary>
    public static TheoryData<Type> Records { get; } =
        [.. typeof(FileDiscovered).Assembly.GetExportedTypes().Where(type => !(type.IsAbstract && type.IsSealed) && !type.IsAssignableTo(typeof(JsonSerializerContext)))];

    [Theory]
    [MemberData(nameof(Records))]
    public void Are_sealed_records_without_a_base_class(Type type)
    {
        Assert.Equal("Ingest.Contracts", type.Namespace);
        Assert.True(type.IsSealed, "it is not sealed");
        Assert.Equal(typeof(object), type.BaseType);
        Assert.NotNull(type.GetMethod("<Clone>$"));
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Are_set_once_by_name(Type type)
    {
        Assert.NotNull(type.GetConstructor([]));
        Assert.All(type.GetProperties(), property =>
        {
            Assert.NotNull(property.SetMethod);
            Assert.Contains(typeof(IsExternalInit), property.SetMethod.ReturnParameter.GetRequiredCustomModifiers());
        });
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Have_only_optional_fields_that_may_be_missing(Type type)
    {
        var nullability = new NullabilityInfoContext();
        var blank = Activator.CreateInstance(type)!;
        var optional = type.GetProperties().Where(property => !property.IsDefined(typeof(RequiredMemberAttribute)));

        Assert.All(optional, property => Assert.True(
            property.PropertyType.IsValueType || nullability.Create(property).ReadState == NullabilityState.Nullable || property.GetValue(blank) is not null,
            $"{property.Name} is neither required nor nullable, and has no default"));
    }
}
