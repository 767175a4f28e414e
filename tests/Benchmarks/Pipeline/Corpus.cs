using Ingest.Pipeline.Tests.Infrastructure;

namespace Ingest.Benchmarks.Pipeline;

/// <summary>The files that go through.</summary>
internal static class Corpus
{
    /// <summary>Copies up to <paramref name="count"/> files of a folder, or makes some up; returns how many there are.</summary>
    public static int Prepare(string? source, int count, string target)
    {
        if (source is null)
        {
            return new NewsWriter(1).Write(target, count);
        }

        var taken = 0;
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(count))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
            taken++;
        }

        return taken;
    }
}
