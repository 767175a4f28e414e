namespace Ingest.Parser.Markdown;

/// <summary>
/// The block of keys before a Markdown text: YAML between <c>---</c>, TOML between <c>+++</c>, or a JSON object (Hugo, Jekyll,
/// Obsidian). Keys are compared without case, hyphens and underscores; those of inner maps are <c>author.name</c>.
/// </summary>
internal sealed class FrontMatter
{
    /// <summary>Longer blocks are no front matter, in characters.</summary>
    public const int Longest = 65_536;

    private const int MostValues = 2_000;

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);
    private int _count;

    public bool IsEmpty => _values.Count == 0;

    /// <summary>Adds a value; beyond a bound they are left out.</summary>
    public void Add(string key, string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || ++_count > MostValues)
        {
            return;
        }

        key = Plain(key);
        if (!_values.TryGetValue(key, out var values))
        {
            _values[key] = values = [];
        }

        values.Add(value.Trim());
    }

    /// <summary>The values of the first of these keys that has any, and that key.</summary>
    public (string Key, IReadOnlyList<string> Values)? Find(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (_values.TryGetValue(Plain(key), out var values))
            {
                return (key, values);
            }
        }

        return null;
    }

    /// <summary>Cuts the block off; null when the text begins with none that can be read.</summary>
    public static (FrontMatter Matter, int BodyStart)? Read(string text)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        var rest = text.AsSpan(start);
        var read = rest switch
        {
            ['-', '-', '-', ..] => Fenced(rest, "---", YamlBlock.Read),
            ['+', '+', '+', ..] => Fenced(rest, "+++", TomlBlock.Read),
            [';', ';', ';', ..] => Fenced(rest, ";;;", JsonBlock.Read),
            ['{', ..] => JsonBlock.ReadBefore(rest),
            _ => null,
        };
        return read is { Matter.IsEmpty: false } found ? (found.Matter, start + found.Length) : null;
    }

    private static (FrontMatter Matter, int Length)? Fenced(ReadOnlySpan<char> text, string fence, Func<string, FrontMatter?> read)
    {
        var open = text.IndexOf('\n');
        if (open < 0 || !text[..open].Trim().SequenceEqual(fence))
        {
            return null;
        }

        var at = open + 1;
        while (at < text.Length && at < Longest)
        {
            var end = text[at..].IndexOf('\n');
            var line = (end < 0 ? text[at..] : text.Slice(at, end)).TrimEnd();
            var next = end < 0 ? text.Length : at + end + 1;
            if (line.SequenceEqual(fence) || (fence == "---" && line.SequenceEqual("...")))
            {
                return read(text[(open + 1)..at].ToString()) is { } matter ? (matter, next) : null;
            }

            at = next;
        }

        return null;
    }

    private static string Plain(string key) => key.Trim().Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
