using System.Security.Cryptography;
using Ingest.Watcher.Folders.Looking;

namespace Ingest.Watcher.Tests.Folders;

public sealed class The_content_hash
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(128 * 1024 - 1)]
    [InlineData(128 * 1024)]
    [InlineData(128 * 1024 + 1)]
    [InlineData(1_000_000)]
    public void Is_of_all_bytes_however_many_there_are_and_however_they_come(int size)
    {
        var bytes = new byte[size];
        new Random(7).NextBytes(bytes);
        var expected = Convert.ToHexStringLower(SHA256.HashData(bytes));

        Assert.Equal(expected, ContentHash.Of(new MemoryStream(bytes), TestContext.Current.CancellationToken));
        Assert.Equal(expected, ContentHash.Of(new Trickle(bytes), TestContext.Current.CancellationToken));
    }

    /// <summary>Gives a third of what is asked for, as a share may.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..((buffer.Length + 2) / 3)]);
    }
}
