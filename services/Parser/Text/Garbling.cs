using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Ingest.Parser.Text;

/// <summary>One way in which UTF-8 is misread: a charset in which each of its bytes is some character.</summary>
internal sealed class Garbling
{
    private const string Punctuation = "‘’“”„‚…–—™«»‹›©®°\u00A0";
    private static readonly UTF8Encoding Strict = new(false, true);

    private readonly FrozenDictionary<char, byte> _bytes;
    private readonly SearchValues<char> _leads;
    private readonly bool _mac;

    private Garbling(string charset, IEnumerable<KeyValuePair<char, byte>> bytes, string leads, bool mac)
    {
        Charset = charset;
        _bytes = bytes.DistinctBy(pair => pair.Key).ToFrozenDictionary();
        _leads = SearchValues.Create(leads);
        _mac = mac;
    }

    public static IReadOnlyList<Garbling> Known { get; } = [Western(), Mac()];

    public string Charset { get; }

    /// <summary>Whether a lead character stands before one that may follow it; costs a vectorised search on clean text.</summary>
    public bool IsSuspicious(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(_leads); at >= 0; at = text.IndexOfAny(_leads))
        {
            if (at + 1 < text.Length && text[at + 1] >= 0x80 && _bytes.TryGetValue(text[at + 1], out var next) && next is >= 0x80 and < 0xC0)
            {
                return true;
            }

            text = text[(at + 1)..];
        }

        return false;
    }

    public GarbledLine Read(ReadOnlySpan<char> line)
    {
        var bytes = new byte[line.Length];
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] < 0x80)
            {
                bytes[i] = (byte)line[i];
            }
            else if (!_bytes.TryGetValue(line[i], out bytes[i]))
            {
                return default;
            }
        }

        if (!System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return default;
        }

        var (certain, likely, run) = (false, true, 0);
        for (var i = 0; i < line.Length;)
        {
            if (bytes[i] < 0x80)
            {
                run = 0;
                i++;
                continue;
            }

            Rune.DecodeFromUtf8(bytes.AsSpan(i), out var meant, out var length);
            run++;
            likely &= IsLikely(meant);
            certain |= run >= 3 || IsCertain(line, i, length, bytes[i], meant);
            i += length;
        }

        return likely ? new GarbledLine(certain ? GarbledKind.Certain : GarbledKind.Possible, Strict.GetString(bytes)) : default;
    }

    /// <summary>Letters, punctuation and symbols that texts have; two honest characters rarely make one of these by chance.</summary>
    private static bool IsLikely(Rune meant) => Rune.GetUnicodeCategory(meant) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse) &&
        (meant.Value is < 0x0250 or 0x02C6 or 0x02DC or (>= 0x0300 and < 0x0700) or (>= 0x0900 and < 0x1100) or (>= 0x1E00 and < 0x2C00) or (>= 0x3000 and < 0xD800) or (>= 0xF900 and < 0x1FB00));

    /// <summary>Whether nobody would write this group of characters where it stands.</summary>
    private bool IsCertain(ReadOnlySpan<char> line, int at, int length, byte lead, Rune meant)
    {
        var (before, after) = (at > 0 && char.IsLetter(line[at - 1]), at + length < line.Length && char.IsLetter(line[at + length]));
        if (length == 4)
        {
            return true;
        }

        if (length == 3)
        {
            // Quotation marks, dashes, euro, trade mark, bullets: "â€™", "â‚¬", and in Mac Roman "‚Äô".
            return lead == 0xE2 && meant.Value is (>= 0x2010 and <= 0x2044) or 0x20AC or 0x2122 or (>= 0x2190 and < 0x2700) || meant.Value == 0xFEFF;
        }

        var second = line[at + 1];
        if (_mac)
        {
            // "√" before a letter or sign is mathematics only where no word goes on.
            return lead == 0xC3 && (before || after) && char.IsLetter((char)meant.Value) && (char.IsLetter(second) ? after || !char.IsUpper(second) : true);
        }

        // A closing mark may follow a word in capitals ("IRMÃ”"): only within a word is it certain.
        return Punctuation.Contains(second, StringComparison.Ordinal)
            ? lead == 0xC2 ? second is not ('”' or '’' or '»' or '…') : after && (before || lead != 0xC3 || char.IsLower(line[at + 2]))
            : lead is 0xC2 or 0xC3 or 0xC4 or 0xC5 && !(char.IsLetter(second) && !before && !after);
    }

    private static Garbling Western()
    {
        var high = Enumerable.Range(0x80, 0x80).Select(code => KeyValuePair.Create((char)code, (byte)code));
        var windows = Enumerable.Range(0x80, 0x20).Select(code => KeyValuePair.Create(Windows1252.Of((char)code), (byte)code));
        return new("windows-1252", windows.Concat(high), string.Concat(Enumerable.Range(0xC2, 0x33).Select(code => (char)code)), mac: false);
    }

    private static Garbling Mac()
    {
        var encoding = LegacyCharset.Named("macintosh");
        var pairs = Enumerable.Range(0x80, 0x80).Select(code => KeyValuePair.Create(encoding.GetString([(byte)code])[0], (byte)code)).ToList();
        // Of its many leads only these two ever garble a European text; the others are common characters.
        return new("macintosh", pairs, "√‚", mac: true);
    }
}
