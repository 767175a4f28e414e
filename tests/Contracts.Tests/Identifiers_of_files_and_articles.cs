namespace Ingest.Contracts.Tests;

/// <summary>They are in every store, link and message: a change would make every file and article a new one.</summary>
public sealed class Identifiers_of_files_and_articles
{
    [Fact]
    public void Are_the_same_in_every_version()
    {
        var file = Identifiers.File("reuters", "2025/02/a.txt");

        Assert.Equal("227e03ab9ed836129c9cd5cc8734ac76", file);
        Assert.Equal("1890a1bf1675e91abc658dddd63bc1e3", Identifiers.Article(file, "0"));
        Assert.Equal(new Guid("055ee356-c224-2fa8-72a8-40fbc24edb7f"), Identifiers.Message("parsed", file, 2, 1));
    }

    [Fact]
    public void Differ_when_any_part_does()
    {
        string[] files =
        [
            Identifiers.File("a", "bc"), Identifiers.File("ab", "c"), Identifiers.File("a", "b"),
            Identifiers.Article("a", "bc"), Identifiers.Article("ab", "c"),
        ];
        Guid[] messages =
        [
            Identifiers.Message("a", "b", 1), Identifiers.Message("a", "b", 1, 1), Identifiers.Message("a", "b", 11),
            Identifiers.Message("a", "c", 1), Identifiers.Message("ab", "", 1),
        ];

        Assert.Equal(files.Length, files.Distinct().Count());
        Assert.Equal(messages.Length, messages.Distinct().Count());
    }
}
