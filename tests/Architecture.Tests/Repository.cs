using System.Xml.Linq;

namespace Ingest.Architecture.Tests;

/// <summary>The checkout that this test was built in: its projects and its own files.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Ignored = ["bin", "obj", ".git", ".vs", ".idea", "artifacts", "data", "TestResults", "node_modules"];

    public static string Root { get; } = FindRoot();

    /// <summary>The five services: every project below <c>services</c> but the host.</summary>
    public static IReadOnlyList<string> Services { get; } = [.. Projects("services").Where(name => name != "Ingest")];

    public static IReadOnlyList<string> Shared { get; } = Projects("shared");

    /// <summary>Files that a person wrote, as paths below the root with <c>/</c>.</summary>
    public static IEnumerable<string> Files(string below = "") =>
        Walk(new DirectoryInfo(Path.Combine(Root, below))).Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'));

    /// <summary>Folders, in the same notation.</summary>
    public static IEnumerable<string> Folders() => Files().Select(file => Path.GetDirectoryName(file)!.Replace('\\', '/')).Distinct();

    public static XDocument Project(string area, string name) => XDocument.Load(Path.Combine(Root, area, name, name + ".csproj"));

    /// <summary>What a project's items of one kind include.</summary>
    public static IReadOnlyList<string> Includes(this XDocument project, string item) =>
        [.. project.Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>()];

    private static List<string> Projects(string area) =>
        [.. Directory.GetDirectories(Path.Combine(Root, area)).Select(folder => Path.GetFileName(folder)!)
            .Where(name => File.Exists(Path.Combine(Root, area, name, name + ".csproj"))).Order(StringComparer.Ordinal)];

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) => folder.EnumerateFiles()
        .Concat(folder.EnumerateDirectories().Where(child => !Ignored.Contains(child.Name) && child.LinkTarget is null).SelectMany(Walk));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Ingest.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Run these tests from the repository: there is no Ingest.sln above " + AppContext.BaseDirectory);
    }
}
