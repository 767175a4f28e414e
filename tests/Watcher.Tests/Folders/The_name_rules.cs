using Ingest.Watcher.Folders;

namespace Ingest.Watcher.Tests.Folders;

public sealed class The_name_rules
{
    [Theory]
    [InlineData("a.txt")]
    [InlineData("no-extension")]
    [InlineData("d/e/f.txt")]
    [InlineData("tmp/part/a")]
    [InlineData("template.txt")]
    [InlineData(@"caf\xe9.txt")]
    [InlineData("a\nb")]
    public void Take(string path) => Assert.True(Rules().Takes(path));

    [Theory]
    [InlineData(".DS_Store")]
    [InlineData("._a.txt")]
    [InlineData("thumbs.db")]
    [InlineData("Desktop.ini")]
    [InlineData("~$a.docx")]
    [InlineData("a.txt.part")]
    [InlineData("a.TMP")]
    [InlineData("a.crdownload")]
    [InlineData("a.csv.mapping.json")]
    [InlineData("ingest.mapping.json")]
    [InlineData("a.partial")]
    [InlineData(".a.txt.swp")]
    [InlineData("a.swp")]
    [InlineData("a~")]
    [InlineData("d/@eaDir/a.txt")]
    [InlineData(".git/a.txt")]
    [InlineData("lost+found/a.txt")]
    [InlineData("d/.hidden/e/a.txt")]
    public void Leave_junk(string path) => Assert.False(Rules().Takes(path));

    [Fact]
    public void Take_junk_when_told_to_but_never_a_probe()
    {
        var rules = Rules(new FolderOptions { Hidden = true });
        Assert.True(rules.Takes(".hidden/a.tmp"));
        Assert.False(rules.Takes(NameRules.ProbePrefix + "1"));
    }

    [Fact]
    public void Never_enter_excluded_folders()
    {
        var rules = new NameRules("/watched", new FolderOptions(), ["/watched/done", "/watched/a/errors", "/data", "/watched"]);
        Assert.False(rules.Takes("done/a.txt"));
        Assert.False(rules.Takes("a/errors/x/a.txt"));
        Assert.True(rules.Takes("done.txt"));
        Assert.True(rules.Takes("a/done/a.txt"));
        Assert.True(rules.Takes("data/a.txt"));
    }

    [Fact]
    public void Stay_at_the_top_when_told_to()
    {
        var rules = Rules(new FolderOptions { Recursive = false });
        Assert.True(rules.Takes("a.txt"));
        Assert.False(rules.Takes("d/a.txt"));
    }

    [Theory]
    [InlineData("a.txt", true)]
    [InlineData("d/e/A.TXT", true)]
    [InlineData("a.xml", false)]
    [InlineData("old/a.txt", false)]
    [InlineData("old/e/a.txt", false)]
    [InlineData("d/old/a.txt", true)]
    [InlineData(@"\xff/it's a ""name"".txt", true)]
    [InlineData("a\nb.txt", true)]
    public void Follow_globs(string path, bool taken) =>
        Assert.Equal(taken, Rules(new FolderOptions { Include = ["**/*.txt"], Exclude = ["old/**"] }).Takes(path));

    [Fact]
    public void Exclude_from_everything_when_nothing_is_included()
    {
        var rules = Rules(new FolderOptions { Exclude = ["**/*.log"] });
        Assert.True(rules.Takes("d/a.txt"));
        Assert.False(rules.Takes("a.log"));
    }

    private static NameRules Rules(FolderOptions? options = null) => new("/watched", options ?? new FolderOptions(), []);
}
