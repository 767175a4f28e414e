using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ingest.Parser.Markdown;

/// <summary>
/// YAML read as events: scalars stay the text that they are, aliases end the reading (they are how a small file becomes a large
/// one), depth and number of events are bounded.
/// </summary>
internal static class YamlBlock
{
    private const int MostEvents = 10_000;
    private const int Deepest = 6;

    /// <summary>The keys; null when the block is no mapping.</summary>
    public static FrontMatter? Read(string yaml)
    {
        var matter = new FrontMatter();
        try
        {
            var parser = new YamlDotNet.Core.Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _) || !parser.Accept<MappingStart>(out _))
            {
                return null;
            }

            var events = 0;
            Value(parser, matter, "", 0, ref events);
            return matter;
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // "title: Bridge: the end" is no YAML, and what people write. The scanner has more ways to complain than it says.
            return Lines(yaml);
        }
    }

    private static void Value(IParser parser, FrontMatter matter, string key, int depth, ref int events)
    {
        if (++events > MostEvents || depth > Deepest)
        {
            throw new YamlException("Larger than front matter is.");
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            matter.Add(key, scalar.Value is "null" or "~" && scalar.Style == ScalarStyle.Plain ? null : scalar.Value);
        }
        else if (parser.TryConsume<SequenceStart>(out _))
        {
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                Value(parser, matter, key, depth + 1, ref events);
            }
        }
        else if (parser.TryConsume<MappingStart>(out _))
        {
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                if (!parser.TryConsume<Scalar>(out var name))
                {
                    throw new YamlException("A key that is no text.");
                }

                Value(parser, matter, key.Length == 0 ? name.Value : key + "." + name.Value, depth + 1, ref events);
            }
        }
        else
        {
            throw new YamlException("An alias or a break.");
        }
    }

    /// <summary>Plain <c>key: value</c> lines and lists below them.</summary>
    private static FrontMatter? Lines(string yaml)
    {
        var matter = new FrontMatter();
        var key = "";
        foreach (var line in yaml.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.IsEmpty || trimmed[0] == '#')
            {
                continue;
            }

            var colon = trimmed.IndexOf(':');
            if (trimmed is ['-', ' ', .. var item])
            {
                matter.Add(key, Unquoted(item));
            }
            else if (colon > 0 && line[0] is not (' ' or '\t') && IsKey(trimmed[..colon]))
            {
                key = trimmed[..colon].Trim().ToString();
                var value = trimmed[(colon + 1)..].Trim();
                // An alias or an anchor is not followed here either.
                matter.Add(key, value is ['*' or '&', ..] ? null : Unquoted(value));
            }
            else if (line[0] is not (' ' or '\t'))
            {
                return null;
            }
        }

        return matter;
    }

    private static bool IsKey(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.' or ' '))
            {
                return false;
            }
        }

        return text.Length <= 40;
    }

    private static string Unquoted(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        return (value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1] : value).ToString();
    }
}
