using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ingest.Contracts;
using Ingest.Parser.Tables.Columns;

namespace Ingest.Parser.Tables.Mapping;

/// <summary>
/// Reads the file that names the columns of the data beside it: <c>X.csv.mapping.json</c> for one file,
/// <c>ingest.mapping.json</c> for all of its folder.
/// </summary>
internal static class MappingFile
{
    /// <summary>The mapping of all files of a folder that have none of their own.</summary>
    public const string OfFolder = "ingest.mapping.json";

    /// <summary>Behind the whole name of the file that the mapping is for.</summary>
    public const string Ending = ".mapping.json";

    /// <summary>Largest mapping, in bytes.</summary>
    public const int MostBytes = 65_536;

    /// <summary>Longest name of a file that file systems allow, in bytes.</summary>
    private const int LongestName = 255;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 8 };

    private static readonly Dictionary<string, ColumnRole> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = ColumnRole.Title, ["body"] = ColumnRole.Body, ["summary"] = ColumnRole.Summary, ["publishedAt"] = ColumnRole.PublishedAt,
        ["authors"] = ColumnRole.Authors, ["agencies"] = ColumnRole.Agencies, ["source"] = ColumnRole.Source, ["url"] = ColumnRole.Url,
        ["language"] = ColumnRole.Language, ["section"] = ColumnRole.Section, ["dateline"] = ColumnRole.Dateline, ["key"] = ColumnRole.Key,
    };

    private static readonly string[] ConstantFields = ["source", "language", "section", "url", "dateline", "publishedAt"];

    static MappingFile() => System.Text.Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The mapping that stands beside a file; null without one, a fault when it cannot be used.</summary>
    public static (RecordMapping? Mapping, ParseOutcome.Rejected? Fault) Beside(FileContent content, bool folderWide)
    {
        if (content.Beside is null)
        {
            return (null, null);
        }

        var own = NameOf(content.Path) + Ending;
        foreach (var name in folderWide ? new[] { own, OfFolder } : [own])
        {
            // A file may have so long a name that none can stand beside it under a longer one; asking for it would be an error.
            if (Encoding.UTF8.GetByteCount(name) > LongestName)
            {
                continue;
            }

            try
            {
                if (content.Beside(name, MostBytes + 1) is { } bytes)
                {
                    var (mapping, fault) = Read(bytes, name);
                    return (mapping, fault is null ? null : Invalid(fault));
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return (null, Invalid($"{name} cannot be read: {fault.Message}"));
            }
        }

        return (null, null);
    }

    /// <summary>Whether a file is a mapping for others, by its name and by being JSON data; what it then is instead of an article.</summary>
    public static ParseOutcome.Rejected? Refusal(FileContent content)
    {
        var name = NameOf(content.Path);
        if (!name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) || content.Bytes.Span.TrimStart("\uFEFF \t\r\n"u8) is not [(byte)'{', ..])
        {
            return null;
        }

        var (_, fault) = Read(content.Bytes, name);
        var data = name.Equals(OfFolder, StringComparison.OrdinalIgnoreCase) ? "the tables of its folder" : name[..^Ending.Length];
        return fault is null
            ? new ParseOutcome.Rejected(RejectionReasons.MappingFile, $"The file names the columns of {data}; it holds no article of its own and is read together with them.")
            : Invalid(fault);
    }

    /// <summary>A mapping that cannot be used.</summary>
    public static ParseOutcome.Rejected Invalid(string fault) => new(RejectionReasons.InvalidMapping, fault);

    private static string NameOf(string path) => path[(path.AsSpan().LastIndexOfAny('/', Path.DirectorySeparatorChar) + 1)..];

    private static (RecordMapping? Mapping, string? Fault) Read(ReadOnlyMemory<byte> bytes, string name)
    {
        if (bytes.Length > MostBytes)
        {
            return (null, FormattableString.Invariant($"{name} is larger than {MostBytes:N0} bytes; a mapping only names columns."));
        }

        var text = bytes.Span is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            var mapping = new RecordMapping($"{name} sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes.Span))}");
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Properties(document.RootElement, mapping, name)
                : (null, $"{name} is no JSON object. Write {{\"columns\": {{\"body\": \"name of the column\"}}}}.");
        }
        catch (JsonException fault)
        {
            return (null, FormattableString.Invariant($"{name} is not valid JSON at line {(fault.LineNumber ?? 0) + 1}."));
        }
        catch (InvalidOperationException)
        {
            return (null, $"{name} has half a character in it (an unpaired surrogate).");
        }
    }

    private static (RecordMapping? Mapping, string? Fault) Properties(JsonElement root, RecordMapping mapping, string name)
    {
        var constants = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            string? fault = null;
            var text = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : null;
            if (property.Name.Equals("columns", StringComparison.OrdinalIgnoreCase))
            {
                (mapping, fault) = Columns(property.Value, mapping);
            }
            else if (property.Name.Equals("header", StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            {
                mapping = mapping with { Header = property.Value.GetBoolean() };
            }
            else if (text is null)
            {
                fault = $"\"{property.Name}\" must be a text";
            }
            else if (Array.Find(ConstantFields, field => field.Equals(property.Name, StringComparison.OrdinalIgnoreCase)) is { } field)
            {
                constants[field] = text;
            }
            else
            {
                (mapping, fault) = Setting(property.Name.ToUpperInvariant(), text, mapping, property.Name);
            }

            if (fault is not null)
            {
                return (null, $"{name}: {fault}.");
            }
        }

        return (mapping with { Constants = constants }, null);
    }

    private static (RecordMapping Mapping, string? Fault) Setting(string name, string text, RecordMapping mapping, string written) => name switch
    {
        "DELIMITER" => text is "\\t" or "tab" ? (mapping with { Delimiter = '\t' }, null)
            : text.Length == 1 && text[0] is not ('"' or '\n' or '\r') ? (mapping with { Delimiter = text[0] }, null)
            : (mapping, "\"delimiter\" must be one character, or \"tab\""),
        "ENCODING" => IsEncoding(text) ? (mapping with { Encoding = text }, null) : (mapping, $"\"{text}\" is no encoding that is known here; write for example \"utf-8\" or \"windows-1252\""),
        "DATEFORMAT" => IsDateFormat(text) ? (mapping with { DateFormat = text }, null) : (mapping, $"\"{text}\" is no date format; write for example \"dd.MM.yyyy HH:mm\""),
        _ => (mapping, $"\"{written}\" means nothing here; known are columns, {string.Join(", ", ConstantFields)}, delimiter, encoding, dateFormat and header"),
    };

    private static (RecordMapping Mapping, string? Fault) Columns(JsonElement columns, RecordMapping mapping)
    {
        if (columns.ValueKind != JsonValueKind.Object)
        {
            return (mapping, "\"columns\" must be an object such as {\"body\": \"Volltext\"}");
        }

        var named = new List<(ColumnRole, IReadOnlyList<string>)>();
        foreach (var property in columns.EnumerateObject())
        {
            if (!Roles.TryGetValue(property.Name, out var role))
            {
                return (mapping, $"\"{property.Name}\" is no field; the fields are {string.Join(", ", Roles.Keys)}");
            }

            var values = property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().ToList() : [property.Value];
            if (values.Count == 0 || values.Exists(value => value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)))
            {
                return (mapping, $"the column for \"{property.Name}\" must be its name, its number from 1, or a list of those");
            }

            named.Add((role, [.. values.Select(value => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText())]));
        }

        return (mapping with { Columns = named }, null);
    }

    private static bool IsEncoding(string name)
    {
        try
        {
            return Encoding.GetEncoding(name) is not null;
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static bool IsDateFormat(string format)
    {
        try
        {
            return format.Contains('y', StringComparison.Ordinal) && new DateTime(2025, 2, 13).ToString(format, System.Globalization.CultureInfo.InvariantCulture).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
