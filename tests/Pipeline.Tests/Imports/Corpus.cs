using System.Globalization;
using Ingest.Pipeline.Tests.Infrastructure;

namespace Ingest.Pipeline.Tests.Imports;

/// <summary>
/// What the import tests take in: made-up news in every test run, a real collection where <c>INGEST_CORPUS</c> names a folder
/// (then <c>INGEST_CORPUS_CHANGES</c> says how many files are touched, edited, renamed and deleted each).
/// </summary>
internal static class Corpus
{
    private static readonly string? Source = Environment.GetEnvironmentVariable("INGEST_CORPUS");

    private static readonly string[] RealQueries =
    [
        "wheat", "oil prices", "\"crude oil\"", "opec production", "dollar", "yen intervention", "bundesbank", "\"interest rate\"", "merger",
        "acquisition offer", "\"tender offer\"", "dividend", "\"stock split\"", "earnings loss", "quarterly profit", "coffee quota", "cocoa buffer",
        "sugar brazil", "rubber agreement", "gold mine", "copper strike", "iran gulf", "tanker attack", "japan trade", "semiconductor", "tariffs",
        "taxes -income", "reagan", "volcker", "baker OR poehl", "\"federal reserve\"", "treasury", "bond issue", "eurobond", "argentina debt",
        "brazil moratorium", "philippines", "grain exports", "soybean", "corn", "cattle", "hog", "title:usair", "piedmont", "twa icahn", "texaco pennzoil",
        "chrysler amc", "airline takeover", "date:1987-03", "date:1987-04-01..1987-04-03", "inflat*",
    ];

    /// <summary>Searches whose answers are compared.</summary>
    public static IReadOnlyList<string> Queries => Source is null ? NewsWriter.Queries : RealQueries;

    /// <summary>Files that are touched, edited, renamed and deleted, each.</summary>
    public static int Changes =>
        int.TryParse(Environment.GetEnvironmentVariable("INGEST_CORPUS_CHANGES"), CultureInfo.InvariantCulture, out var changes) ? changes : 20;

    /// <summary>Puts the files into a workspace's folder; returns how many.</summary>
    public static int Write(Workspace workspace)
    {
        if (Source is null)
        {
            return new NewsWriter(3).Write(workspace.Folder, 300);
        }

        var count = 0;
        foreach (var file in Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(workspace.Folder, Path.GetRelativePath(Source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            count++;
        }

        return count;
    }
}
