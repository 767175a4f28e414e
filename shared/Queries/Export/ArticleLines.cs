using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ingest.Contracts;

namespace Ingest.Queries.Export;

/// <summary>Articles as NDJSON: one object a line in UTF-8, characters as they are, without what an article does not have.</summary>
public static class ArticleLines
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>One article with its line's end.</summary>
    public static string Line(Article article) => JsonSerializer.Serialize(article, Json) + "\n";
}
