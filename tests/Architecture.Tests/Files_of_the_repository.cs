using System.Text.RegularExpressions;

namespace Ingest.Architecture.Tests;

public sealed partial class Files_of_the_repository
{
    private const int MostLines = 300;

    private static readonly string[] SaysNothing =
        ["Helper", "Helpers", "Util", "Utils", "Utilities", "Common", "Manager", "Managers", "Misc"];

    private static readonly string[] TextEndings =
        [".cs", ".csproj", ".props", ".targets", ".sln", ".md", ".json", ".yml", ".yaml", ".conf", ".sql", ".razor", ".css", ".js", ".txt", ".sh", ".example", ""];

    [Fact]
    public void Source_files_are_short_enough_to_be_read()
    {
        var long_ones = Repository.Files("services").Concat(Repository.Files("shared"))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".css" or ".js")
            .Select(file => (File: file, Lines: File.ReadLines(Full(file)).Count()))
            .Where(file => file.Lines > MostLines);

        Assert.Empty(long_ones);
    }

    [Fact]
    public void Folders_say_what_is_in_them() =>
        Assert.DoesNotContain(
            Repository.Folders().SelectMany(folder => folder.Split('/')).Distinct(),
            folder => SaysNothing.Contains(folder, StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void No_file_names_a_path_of_somebodys_machine()
    {
        var found = Repository.Files()
            .Where(file => TextEndings.Contains(Path.GetExtension(file)) && !file.StartsWith("seeds/", StringComparison.Ordinal))
            .SelectMany(file => MachinePath().Matches(File.ReadAllText(Full(file))).Select(match => $"{file}: {match.Value}"));

        Assert.Empty(found);
    }

    [Fact]
    public void Decisions_have_a_number_of_their_own_that_their_title_repeats()
    {
        var decisions = Repository.Files("docs/adr").Select(file => Path.GetFileName(file)).ToList();

        Assert.NotEmpty(decisions);
        Assert.All(decisions, decision => Assert.Matches(@"^\d{4}-[a-z0-9-]+\.md$", decision));
        Assert.Equal(decisions.Count, decisions.Select(decision => decision[..4]).Distinct().Count());
        Assert.All(decisions, decision => Assert.StartsWith(
            $"# {int.Parse(decision[..4], System.Globalization.CultureInfo.InvariantCulture)}. ",
            File.ReadAllText(Full("docs/adr/" + decision)),
            StringComparison.Ordinal));
    }

    [Fact]
    public void The_image_is_restored_with_every_project_that_goes_into_it()
    {
        var dockerfile = File.ReadAllText(Full("infra/Dockerfile"));

        Assert.All(
            Repository.Files("services").Concat(Repository.Files("shared")).Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)),
            project => Assert.Contains($"COPY {project} {Path.GetDirectoryName(project)!.Replace('\\', '/')}/", dockerfile, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Full("Ingest.sln")).Replace('\\', '/');

        Assert.All(
            Repository.Files().Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)),
            project => Assert.Contains($"\"{project}\"", solution, StringComparison.Ordinal));
    }

    private static string Full(string file) => Path.Combine(Repository.Root, file);

    [GeneratedRegex(@"(?<![\w.~-])/(home|Users|root|work|workspace|tmp)/[\w.-]+|[A-Z]:\\Users\\\w+")]
    private static partial Regex MachinePath();
}
