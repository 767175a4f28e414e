using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Ingest.Contracts.Tests;

/// <summary>
/// <c>Golden</c> holds each message as it stands in a queue. A change that breaks one of these samples would break a message that
/// waits while the processes are upgraded.
/// </summary>
public sealed class Messages_as_they_travel
{
    /// <summary>As <c>BusRegistration</c> sets it up; Hosting.Tests checks that against a real bus.</summary>
    private static readonly JsonSerializerOptions OnTheBus =
        new(ContractsJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<Type> Messages { get; } =
    [
        .. typeof(ContractsJsonContext).GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!),
    ];

    [Theory]
    [MemberData(nameof(Messages))]
    public void Come_out_as_they_went_in(Type message)
    {
        var golden = Golden(message);

        var written = JsonSerializer.Serialize(JsonSerializer.Deserialize(golden, message, OnTheBus), message, OnTheBus);

        Assert.Equal(golden, written);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Have_a_sample_that_shows_every_field(Type message) =>
        AssertComplete(message, JsonNode.Parse(Golden(message))!.AsObject());

    [Theory]
    [MemberData(nameof(Messages))]
    public void Of_an_older_version_without_the_optional_fields_are_read(Type message)
    {
        var older = JsonNode.Parse(Golden(message))!.AsObject();
        RemoveOptional(message, older);

        var read = JsonSerializer.Deserialize(older.ToJsonString(), message, OnTheBus)!;

        AssertNothingMissing(read);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Of_a_newer_version_with_an_unknown_field_are_read(Type message)
    {
        var newer = JsonNode.Parse(Golden(message))!.AsObject();
        newer["fieldOfTheFuture"] = new JsonObject { ["a"] = 1 };

        Assert.Equal(
            Golden(message),
            JsonSerializer.Serialize(JsonSerializer.Deserialize(newer.ToJsonString(), message, OnTheBus), message, OnTheBus));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Without_a_required_field_are_refused(Type message)
    {
        foreach (var required in message.GetProperties().Where(IsRequired))
        {
            var broken = JsonNode.Parse(Golden(message))!.AsObject();
            Assert.True(broken.Remove(Json(required)));

            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(broken.ToJsonString(), message, OnTheBus));
        }
    }

    [Fact]
    public void Have_no_sample_without_a_message() =>
        Assert.Equal(
            Messages.Select(row => row.Data.Name).Order(),
            Directory.GetFiles(Folder).Select(file => Path.GetFileNameWithoutExtension(file)).Order());

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Golden");

    private static string Golden(Type message) => File.ReadAllText(Path.Combine(Folder, message.Name + ".json")).TrimEnd('\n');

    private static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));

    private static string Json(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static bool IsContract(Type type) => type.Assembly == typeof(ContractsJsonContext).Assembly;

    private static void AssertComplete(Type type, JsonObject sample) =>
        Assert.All(type.GetProperties(), property =>
        {
            Assert.True(sample.ContainsKey(Json(property)), $"The sample lacks {property.Name}: add it.");
            if (IsContract(property.PropertyType))
            {
                AssertComplete(property.PropertyType, sample[Json(property)]!.AsObject());
            }
        });

    private static void RemoveOptional(Type type, JsonObject sample)
    {
        foreach (var property in type.GetProperties())
        {
            if (!IsRequired(property))
            {
                sample.Remove(Json(property));
            }
            else if (IsContract(property.PropertyType))
            {
                RemoveOptional(property.PropertyType, sample[Json(property)]!.AsObject());
            }
        }
    }

    private static void AssertNothingMissing(object read)
    {
        var nullability = new NullabilityInfoContext();
        Assert.All(read.GetType().GetProperties(), property =>
        {
            var value = property.GetValue(read);
            Assert.True(
                value is not null || nullability.Create(property).ReadState == NullabilityState.Nullable,
                $"{property.Name} is null and its type says that it cannot be.");
            if (value is not null && IsContract(property.PropertyType))
            {
                AssertNothingMissing(value);
            }
        });
    }
}
