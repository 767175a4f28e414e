using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.Contracts;

namespace Ingest.Parser.Store;

/// <summary>An article as it is kept: the same JSON that travels, with letters as they are, not as <c>\u</c> escapes.</summary>
internal static class ArticleJson
{
    private static readonly ContractsJsonContext Context = new(new JsonSerializerOptions(ContractsJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(Article article) => JsonSerializer.Serialize(article, Context.Article);

    public static Article Read(string content) => JsonSerializer.Deserialize(content, Context.Article)!;
}
