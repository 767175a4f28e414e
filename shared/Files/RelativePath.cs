using System.Globalization;
using System.Text;

namespace Ingest.Files;

/// <summary>
/// A file's path below a watched folder as text that loses nothing. Names on Linux are bytes: what is valid UTF-8 stands as it
/// is (line breaks and quotes too), any other byte as <c>\xNN</c> (lower-case), a backslash as <c>\\</c>; <c>/</c> separates.
/// Each path has exactly one notation and each notation one path, so the text can be an identity and a key.
/// </summary>
public static class RelativePath
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The notation of a path, or of a single name.</summary>
    /// <exception cref="ArgumentException">Absolute, empty, or with an empty, <c>.</c> or <c>..</c> segment, or with a NUL.</exception>
    public static string Decode(ReadOnlySpan<byte> path)
    {
        Check(path);
        if (!path.Contains((byte)'\\') && System.Text.Unicode.Utf8.IsValid(path))
        {
            return Encoding.UTF8.GetString(path);
        }

        return Escaped(path);
    }

    /// <summary>The bytes of a path from its notation.</summary>
    /// <exception cref="ArgumentException">
    /// Not a notation that <see cref="Decode"/> gives: in particular an absolute path, one with <c>..</c>, or an escape for a byte
    /// that needs none (which could smuggle in a separator).
    /// </exception>
    public static byte[] Encode(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        byte[] bytes;
        try
        {
            bytes = path.Contains('\\', StringComparison.Ordinal) ? Unescaped(path) : Strict.GetBytes(path);
        }
        catch (EncoderFallbackException)
        {
            throw Invalid("it is not valid Unicode");
        }

        Check(bytes);
        return bytes;
    }

    /// <summary>A folder's path and a name below it; <paramref name="directory"/> may be empty for the root.</summary>
    public static string Join(string directory, string name)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return directory.Length == 0 ? name : string.Concat(directory, "/", name);
    }

    /// <summary>The path of the folder that holds <paramref name="path"/>; empty for the root.</summary>
    public static string Directory(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    /// <summary>The last segment.</summary>
    public static string Name(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private static string Escaped(ReadOnlySpan<byte> path)
    {
        var text = new StringBuilder(path.Length + 8);
        Span<char> utf16 = stackalloc char[2];
        while (!path.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(path, out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                text.Append(utf16[..rune.EncodeToUtf16(utf16)]);
                if (rune.Value == '\\')
                {
                    text.Append('\\');
                }
            }
            else
            {
                foreach (var b in path[..length])
                {
                    text.Append(CultureInfo.InvariantCulture, $@"\x{b:x2}");
                }
            }

            path = path[length..];
        }

        return text.ToString();
    }

    private static byte[] Unescaped(string path)
    {
        var bytes = new MemoryStream(path.Length);
        for (var at = 0; at < path.Length;)
        {
            var next = path.IndexOf('\\', at);
            bytes.Write(Strict.GetBytes(next < 0 ? path[at..] : path[at..next]));
            if (next < 0)
            {
                break;
            }

            at = next + ReadEscape(path.AsSpan(next), bytes);
        }

        var result = bytes.ToArray();
        // Only the canonical notation is accepted, so that one file never has two identities.
        return Escaped(result) == path ? result : throw Invalid("an escape in it is not needed");
    }

    private static int ReadEscape(ReadOnlySpan<char> text, MemoryStream bytes)
    {
        if (text.StartsWith(@"\\", StringComparison.Ordinal))
        {
            bytes.WriteByte((byte)'\\');
            return 2;
        }

        if (text.Length >= 4 && text[1] == 'x' &&
            byte.TryParse(text[2..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
        {
            bytes.WriteByte(b);
            return 4;
        }

        throw Invalid(@"a backslash must be followed by another one or by xNN");
    }

    private static void Check(ReadOnlySpan<byte> path)
    {
        if (path.Contains((byte)0))
        {
            throw Invalid("it contains a NUL");
        }

        foreach (var range in path.Split((byte)'/'))
        {
            var segment = path[range];
            if (segment.IsEmpty || segment.SequenceEqual("."u8) || segment.SequenceEqual(".."u8))
            {
                throw Invalid("it must lie below the folder, without empty segments, '.' or '..'");
            }
        }
    }

    private static ArgumentException Invalid(string why) => new($"This is not a relative path: {why}.");
}
