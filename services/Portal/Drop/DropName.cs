using System.Text;
using Ingest.Files;

namespace Ingest.Portal.Drop;

/// <summary>The name under which a dropped file goes into the folder: the one it had, when that leads nowhere else.</summary>
internal static class DropName
{
    private const int LongestSegment = 200;
    private const int Deepest = 16;

    /// <summary>The path below the folder, in the notation of <see cref="RelativePath"/>; or what is wrong with the name.</summary>
    public static (string? Path, string? Mistake) Read(string? name)
    {
        var segments = (name ?? "").Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (segments.Length is 0 or > Deepest)
        {
            return (null, segments.Length == 0 ? "The file has no name." : $"The file lies more than {Deepest} folders deep.");
        }

        foreach (var segment in segments)
        {
            if (segment is "." or ".." || segment.Any(char.IsControl))
            {
                return (null, "The name has '..' or control characters in it.");
            }

            if (Encoding.UTF8.GetByteCount(segment) > LongestSegment)
            {
                return (null, $"A part of the name has more than {LongestSegment} bytes.");
            }

            if (OwnNames.Is(segment) || (OwnNames.IsJunk(segment) && !segment.EndsWith(".mapping.json", StringComparison.OrdinalIgnoreCase)))
            {
                return (null, "Hidden and temporary names are not taken by the watcher; give the file another name.");
            }
        }

        try
        {
            var path = RelativePath.Decode(Encoding.UTF8.GetBytes(string.Join('/', segments)));
            _ = RelativePath.Encode(path);
            return (path, null);
        }
        catch (ArgumentException)
        {
            return (null, "The name is not valid Unicode.");
        }
    }
}
