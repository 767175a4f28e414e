namespace Ingest.Fuzzing;

/// <summary>The files that inputs are made of, in a fixed order so that a seed means the same input on every machine.</summary>
public static class Samples
{
    private const long LargestFile = 1 << 20;

    /// <summary>All files of these folders (or single files), larger ones cut to 1 MiB.</summary>
    public static IReadOnlyList<byte[]> Load(IEnumerable<string> paths)
    {
        var samples = new List<byte[]>();
        foreach (var path in paths)
        {
            var files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : Enumerable.Repeat(path, 1);
            foreach (var file in files)
            {
                using var stream = File.OpenRead(file);
                var bytes = new byte[Math.Min(stream.Length, LargestFile)];
                stream.ReadExactly(bytes);
                samples.Add(bytes);
            }
        }

        return samples;
    }
}
