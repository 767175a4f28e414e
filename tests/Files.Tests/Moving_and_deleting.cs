using Ingest.Files;

namespace Ingest.Files.Tests;

public sealed class Moving_and_deleting : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _target = new();

    public void Dispose()
    {
        _folder.Dispose();
        _target.Dispose();
    }

    [Fact]
    public void Keeps_subfolders_and_makes_them()
    {
        _folder.Bash(@"mkdir -p a/b; printf one > $'a/b/\xff.txt'");
        Assert.Equal(@"a/b/\xff.txt", _folder.Root.Move(@"a/b/\xff.txt", _target["new/done"]));
        Assert.Null(_folder.Root.Stat(@"a/b/\xff.txt"));
        Assert.Equal(3, new WatchedRoot(_target["new/done"]).Stat(@"a/b/\xff.txt")?.Size);
    }

    [Fact]
    public void Never_overwrites()
    {
        _folder.Bash("printf 1 > f.txt");
        Assert.Equal("f.txt", _folder.Root.Move("f.txt", _target.FullPath));
        _folder.Bash("printf 22 > f.txt");
        Assert.Equal("f (2).txt", _folder.Root.Move("f.txt", _target.FullPath));
        _folder.Bash("printf 333 > f.txt");
        Assert.Equal("f (3).txt", _folder.Root.Move("f.txt", _target.FullPath));
        Assert.Equal([1, 2, 3], Directory.GetFiles(_target.FullPath).Select(f => new FileInfo(f).Length).Order());
    }

    [Fact]
    public void Copies_over_file_systems()
    {
        Assert.SkipUnless(Directory.Exists("/dev/shm"), "/dev/shm is needed as a second file system.");
        var target = Directory.CreateDirectory($"/dev/shm/ingest-{Guid.NewGuid():n}").FullName;
        try
        {
            _folder.Bash("mkdir d; head -c 300000 /dev/zero > d/f; touch -d @1000 d/f; head -c 5 /dev/zero > f");
            Assert.Equal("d/f", _folder.Root.Move("d/f", target));
            Assert.Equal((300000L, 1_000_000_000_000L), (new WatchedRoot(target).Stat("d/f")!.Value.Size, new WatchedRoot(target).Stat("d/f")!.Value.ModifiedNs));
            Assert.Null(_folder.Root.Stat("d/f"));
            File.WriteAllText(Path.Combine(target, "f"), "taken");
            Assert.Equal("f (2)", _folder.Root.Move("f", target));
        }
        finally
        {
            Directory.Delete(target, recursive: true);
        }
    }

    [Fact]
    public void Does_not_move_through_links()
    {
        _folder.Bash($"ln -s {_target.FullPath} d; echo x > f");
        File.WriteAllText(_target["f"], "x");
        Assert.Equal(Problem.OutsideRoot, Assert.Throws<FileAccessException>(() => _folder.Root.Move("d/f", _folder["done"])).Problem);
        Assert.True(File.Exists(_target["f"]));
        Assert.Equal(Problem.Missing, Assert.Throws<FileAccessException>(() => _folder.Root.Move("none", _target.FullPath)).Problem);
    }

    [Fact]
    public void Deletes_and_writes_beside()
    {
        File.WriteAllText(_folder["f"], "x");
        _folder.Root.WriteText("f.reason.txt", "because");
        _folder.Root.Delete("f");
        _folder.Root.Delete("f");
        Assert.Equal("because", File.ReadAllText(_folder["f.reason.txt"]));
        Assert.False(File.Exists(_folder["f"]));
    }
}
