using Ingest.Files;
using Ingest.Files.Linux;

namespace Ingest.Files.Tests;

public sealed class Reading_below_a_root : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_files_whatever_their_names()
    {
        _folder.Bash(@"mkdir sub; printf one > $'sub/caf\xe9 \"" \\ \n.txt'");
        var name = Assert.Single(_folder.Root.Enumerate("sub")).Name;
        Assert.Equal("caf\\xe9 \" \\\\ \n.txt", name);
        using var reader = new StreamReader(_folder.Root.OpenRead("sub/" + name));
        Assert.Equal("one", reader.ReadToEnd());
    }

    [Fact]
    public void Tells_size_times_and_kind()
    {
        _folder.Bash("printf abc > f; touch -d @1000.000000007 f; mkdir d; mkfifo p; ln -s f l");
        var file = _folder.Root.Stat("f")!.Value;
        Assert.Equal((FileKind.File, 3L, 1_000_000_000_007L), (file.Kind, file.Size, file.ModifiedNs));
        Assert.True(file.ChangedNs > 1_500_000_000_000_000_000);
        Assert.Equal(FileKind.Directory, _folder.Root.Stat("d")?.Kind);
        Assert.Equal(FileKind.Other, _folder.Root.Stat("p")?.Kind);
        Assert.Equal(FileKind.SymbolicLink, _folder.Root.Stat("l")?.Kind);
        Assert.Equal(FileKind.Directory, _folder.Root.Stat("")?.Kind);
        Assert.Null(_folder.Root.Stat("none"));
        Assert.Null(_folder.Root.Stat("none/f"));
        Assert.Null(_folder.Root.Stat("f/below"));
    }

    [Fact]
    public void Streams_every_entry_once()
    {
        for (var i = 0; i < 3000; i++)
        {
            File.WriteAllText(_folder[$"f{i}"], "");
        }

        Assert.Equal(3000, _folder.Root.Enumerate("").Select(e => e.Name).Distinct().Count());
        Assert.All(_folder.Root.Enumerate(""), e => Assert.Equal(FileKind.File, e.Status?.Kind));
    }

    [Theory]
    [InlineData("link")]
    [InlineData("dirlink/secret")]
    [InlineData("dirlink")]
    public void Follows_no_link_in_any_part_of_a_path(string path)
    {
        using var outside = new TemporaryFolder();
        outside.Bash("echo hidden > secret");
        _folder.Bash($"ln -s {outside.FullPath}/secret link; ln -s {outside.FullPath} dirlink");
        Assert.Equal(Problem.OutsideRoot, Assert.Throws<FileAccessException>(() => _folder.Root.OpenRead(path)).Problem);
        Assert.Equal(Problem.OutsideRoot, Assert.Throws<FileAccessException>(() => _folder.Root.Enumerate("dirlink").Count()).Problem);
        Assert.Null(_folder.Root.Stat("dirlink/secret"));
    }

    [Theory]
    [InlineData("link", -Errno.Loop)]
    [InlineData("dirlink/secret", -Errno.Loop)]
    [InlineData("none/x", -Errno.NoEntry)]
    public void Follows_none_on_older_kernels_either(string path, int expected)
    {
        using var outside = new TemporaryFolder();
        outside.Bash("echo hidden > secret");
        _folder.Bash($"ln -s {outside.FullPath}/secret link; ln -s {outside.FullPath} dirlink; mkdir -p a/b; echo x > a/b/c");
        using var root = Beneath.Root(_folder.FullPath);
        var flags = Libc.ReadOnly | Libc.NoFollow | Libc.CloseOnExec;
        Assert.Equal(expected, Beneath.TryOpenSegments(root.Number, Beneath.ZeroTerminated(RelativePath.Encode(path)), flags, 0));
        using var opened = new Descriptor(Beneath.TryOpenSegments(root.Number, Beneath.ZeroTerminated("a/b/c"u8), flags, 0));
        Assert.True(opened.Number >= 0);
    }

    [Theory]
    [InlineData("none", Problem.Missing)]
    [InlineData("d", Problem.NotAFile)]
    [InlineData("pipe", Problem.NotAFile)]
    [InlineData("d/none/x", Problem.Missing)]
    public void Says_what_is_wrong(string path, Problem problem)
    {
        _folder.Bash("mkdir d; mkfifo pipe");
        var thrown = Assert.Throws<FileAccessException>(() => _folder.Root.OpenRead(path));
        Assert.Equal(problem, thrown.Problem);
        Assert.EndsWith(".", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("in", LinkTarget.Inside)]
    [InlineData("in-absolute", LinkTarget.Inside)]
    [InlineData("self", LinkTarget.Inside)]
    [InlineData("out", LinkTarget.Outside)]
    [InlineData("sibling", LinkTarget.Outside)]
    [InlineData("dangling", LinkTarget.Missing)]
    [InlineData("circle", LinkTarget.Missing)]
    public void Knows_where_a_link_leads(string link, LinkTarget target)
    {
        var sibling = Directory.CreateDirectory(_folder.FullPath + "-sibling").FullName;
        try
        {
            _folder.Bash($"echo x > f; ln -s f in; ln -s \"$PWD/f\" in-absolute; ln -s /etc out; ln -s none dangling; ln -s circle circle; ln -s . self; ln -s {sibling} sibling");
            Assert.Equal(target, _folder.Root.Resolve(link));
        }
        finally
        {
            Directory.Delete(sibling);
        }
    }

    [Fact]
    public void Knows_whether_someone_writes()
    {
        File.WriteAllText(_folder["f"], "x");
        Assert.False(_folder.Root.HasWriter("f"));
        using (File.Open(_folder["f"], FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
        {
            Assert.True(_folder.Root.HasWriter("f"));
        }

        Assert.False(_folder.Root.HasWriter("f"));
    }

    [Fact]
    public void Identifies_the_folder_and_not_its_content()
    {
        var before = _folder.Root.Identity();
        File.WriteAllText(_folder["f"], "x");
        Assert.Equal(before, _folder.Root.Identity());
        _folder.Bash("mkdir other");
        Assert.NotEqual(before, new WatchedRoot(_folder["other"]).Identity());
        Assert.Equal(Problem.Missing, Assert.Throws<FileAccessException>(() => new WatchedRoot(_folder["none"]).Identity()).Problem);
    }
}
