using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ingest.Contracts;

/// <summary>Source-generated (de)serialisation of every message: no reflection on the hot path.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FileDiscovered))]
[JsonSerializable(typeof(FileRemoved))]
[JsonSerializable(typeof(FileParsed))]
[JsonSerializable(typeof(FileRejected))]
[JsonSerializable(typeof(FileFailed))]
[JsonSerializable(typeof(FileSuperseded))]
[JsonSerializable(typeof(ArticleParsed))]
[JsonSerializable(typeof(ArticleRetracted))]
[JsonSerializable(typeof(ArticleClustered))]
[JsonSerializable(typeof(ClusterChanged))]
[JsonSerializable(typeof(ArticleIndexed))]
public sealed partial class ContractsJsonContext : JsonSerializerContext;
