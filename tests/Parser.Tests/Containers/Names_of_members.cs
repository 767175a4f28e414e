using Ingest.Parser.Containers;

namespace Ingest.Parser.Tests.Containers;

public sealed class Names_of_members
{
    [Theory]
    [InlineData("../../etc/passwd", "etc/passwd")]
    [InlineData("/etc/passwd", "etc/passwd")]
    [InlineData("C:\\news\\..\\bridge.txt", "news/bridge.txt")]
    [InlineData("c:d:/x", "x")]
    [InlineData("\\\\server\\share\\x.txt", "server/share/x.txt")]
    [InlineData("a/./b//c.txt", "a/b/c.txt")]
    [InlineData("bridge\0.txt\n", "bridge.txt")]
    [InlineData("\u202Etxt.exe", "txt.exe")]
    [InlineData("..", "unnamed")]
    [InlineData("", "unnamed")]
    [InlineData("größe/大.txt", "größe/大.txt")]
    public void Never_leave_the_container(string stated, string shown) => Assert.Equal(shown, MemberName.OfPath(stated));

    [Fact]
    public void Have_no_half_characters() => Assert.Equal("half\uFFFD.txt", MemberName.OfPath("half\uD83D.txt"));

    [Theory]
    [InlineData("folder/")]
    [InlineData(".DS_Store")]
    [InlineData("__MACOSX/._bridge.txt")]
    [InlineData("a/._bridge.txt")]
    [InlineData("a/Thumbs.db")]
    [InlineData(".git/config")]
    public void Of_what_systems_leave_behind_are_passed_over_silently(string junk)
    {
        var pieces = Pack.Pieces(Pack.Zip((junk, []), ("bridge.txt", Pack.Bridge)));

        Assert.Equal("bridge.txt", Assert.Single(pieces).Member);
    }

    [Fact]
    public void That_begin_with_the_present_folder_are_no_junk() => Assert.Equal("bridge.txt", Pack.Piece(Pack.Tar(("./bridge.txt", Pack.Bridge))).Member);

    [Fact]
    public void In_no_encoding_are_shown_all_the_same()
    {
        var zip = Pack.Zip(("bXidge.txt", Pack.Bridge));
        for (var i = 0; i < zip.Length - 1; i++)
        {
            if (zip[i] == 'b' && zip[i + 1] == 'X')
            {
                zip[i + 1] = 0x81;
            }
        }

        Assert.Equal("büidge.txt", Pack.Piece(zip).Member);
    }
}
