using Ingest.Watcher.Folders;

namespace Ingest.Watcher.Tests.Folders;

public sealed class Names_that_are_taken
{
    [Theory]
    [InlineData("a.txt")]
    [InlineData("no extension")]
    [InlineData("partial news.txt")]
    [InlineData("deep/er/tmp.txt")]
    public void Ordinary_ones_are(string path) => Assert.True(Rules(new FolderOptions()).TakesWhole(path));

    [Theory]
    [InlineData(".DS_Store")]
    [InlineData("._a.txt")]
    [InlineData("Thumbs.db")]
    [InlineData("thumbs.DB")]
    [InlineData("~$letter.docx")]
    [InlineData("a.part")]
    [InlineData("a.TMP")]
    [InlineData("a.crdownload")]
    [InlineData("@eaDir/a.txt")]
    [InlineData(".git/config")]
    [InlineData("x/.hidden/a.txt")]
    [InlineData("notes.txt~")]
    public void Junk_temporary_and_hidden_ones_are_not(string path) => Assert.False(Rules(new FolderOptions()).TakesWhole(path));

    [Fact]
    public void Junk_is_taken_where_it_is_wanted_but_never_the_probe()
    {
        var rules = Rules(new FolderOptions { Hidden = true });

        Assert.True(rules.TakesWhole(".hidden/a.tmp"));
        Assert.False(rules.TakesWhole(NameRules.ProbePrefix + "1"));
    }

    [Fact]
    public void Globs_choose_and_leave_out()
    {
        var rules = Rules(new FolderOptions { Include = ["reuters/**/*.txt"], Exclude = ["**/drafts/**"] });

        Assert.True(rules.TakesWhole("reuters/2025/a.txt"));
        Assert.False(rules.TakesWhole("reuters/2025/a.pdf"));
        Assert.False(rules.TakesWhole("afp/a.txt"));
        Assert.False(rules.TakesWhole("reuters/drafts/a.txt"));
    }

    [Fact]
    public void The_data_folder_is_never_entered()
    {
        var rules = new NameRules(new FolderOptions(), "/srv/news", ["/srv/news/archive/data", "/srv/elsewhere"]);

        Assert.False(rules.TakesWhole("archive/data/watcher.db"));
        Assert.True(rules.TakesWhole("archive/a.txt"));
    }

    private static NameRules Rules(FolderOptions options) => new(options, "/srv/news", []);
}
