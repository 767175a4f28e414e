using System.Globalization;

namespace Ingest.Parser.Articles;

/// <summary>Tells articles of one file apart that have one key: the second one gets <c>#2</c> behind it, and so on.</summary>
internal sealed class UniqueKeys
{
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);

    /// <summary>The key, or the first free one after it.</summary>
    public string Of(string key)
    {
        var unique = key;
        var repeat = _keys.GetValueOrDefault(key, 1);
        while (!_keys.TryAdd(unique, 1))
        {
            // Goes on where the last repeat stopped: a hundred thousand equal keys take no longer than others.
            unique = string.Create(CultureInfo.InvariantCulture, $"{key}#{++repeat}");
        }

        _keys[key] = repeat;
        return unique;
    }
}
