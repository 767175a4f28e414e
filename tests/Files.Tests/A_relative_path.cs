using CsCheck;
using Ingest.Files;

namespace Ingest.Files.Tests;

public sealed class A_relative_path
{
    [Theory]
    [InlineData("a/b.txt")]
    [InlineData("Ünïcödé/日本語 😀.txt")]
    [InlineData("line\nbreak \"quoted\" 'n tab\t.txt")]
    [InlineData("...")]
    [InlineData(" ")]
    public void Stands_as_it_is_when_it_is_text(string path)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(path);
        Assert.Equal(path, RelativePath.Decode(bytes));
        Assert.Equal(bytes, RelativePath.Encode(path));
    }

    [Fact]
    public void Escapes_bytes_that_are_no_text_and_backslashes()
    {
        byte[] bytes = [(byte)'a', 0xff, (byte)'\\', 0xc3, 0xa9, 0xe2, 0x82, (byte)'/', (byte)'x'];
        Assert.Equal(@"a\xff\\é\xe2\x82/x", RelativePath.Decode(bytes));
        Assert.Equal(bytes, RelativePath.Encode(@"a\xff\\é\xe2\x82/x"));
    }

    [Fact]
    public void Comes_back_whatever_its_bytes() => Gen.Byte[1, 255].Array[1, 30].Sample(bytes =>
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = bytes[i] is (byte)'/' or (byte)'.' ? (byte)'\\' : bytes[i];
        }

        return RelativePath.Encode(RelativePath.Decode(bytes)).AsSpan().SequenceEqual(bytes);
    });

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("a/./x")]
    [InlineData("a//x")]
    [InlineData("a/")]
    [InlineData("a\0b")]
    [InlineData(@"a\x2f..\x2fb")]
    [InlineData(@"\x2e\x2e/b")]
    [InlineData(@"\xFF")]
    [InlineData(@"\xc3\xa9")]
    [InlineData(@"a\")]
    [InlineData(@"a\n")]
    public void Is_refused_when_it_leads_out_or_has_a_second_notation(string path) =>
        Assert.Throws<ArgumentException>(() => RelativePath.Encode(path));

    [Fact]
    public void Is_refused_when_it_is_no_text() =>
        Assert.Throws<ArgumentException>(() => RelativePath.Encode("half a pair: " + (char)0xd800));

    [Fact]
    public void Is_taken_apart_and_put_together()
    {
        Assert.Equal("a/b", RelativePath.Directory("a/b/c"));
        Assert.Equal("", RelativePath.Directory("c"));
        Assert.Equal("c", RelativePath.Name("a/b/c"));
        Assert.Equal("c", RelativePath.Join("", "c"));
        Assert.Equal("a/c", RelativePath.Join("a", "c"));
    }
}
