using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ingest.CommandLine.Output;

/// <summary>Writes JSON Lines: one object a line, in UTF-8, characters as they are.</summary>
public static class Lines
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One object as a line of text.</summary>
    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Json);

    /// <summary>Reads what <see cref="Of"/> (or the API) wrote.</summary>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Json)
        ?? throw new JsonException($"Expected a {typeof(T).Name}, got null.");

    /// <summary>Writes one object to standard output.</summary>
    public static void Write<T>(T value) => Console.Out.WriteLine(Of(value));
}
