using System.Globalization;
using Ingest.Contracts;
using Xunit;

namespace Ingest.Contracts.Tests;

public sealed class Dates_of_publication
{
    [Theory]
    [InlineData("2025-02-13", "2025-02-13T00:00:00Z")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00Z")]
    [InlineData("2025-02-13T09:30", "2025-02-13T09:30:00Z")]
    [InlineData("2025-02-13T09:30:05", "2025-02-13T09:30:05Z")]
    [InlineData("2025-02-13T09:30+02:00", "2025-02-13T07:30:00Z")]
    [InlineData("2025-02-13T09:30:05.25Z", "2025-02-13T09:30:05.25Z")]
    [InlineData("2025-02", "2025-02-01T00:00:00Z")]
    [InlineData("2025", "2025-01-01T00:00:00Z")]
    [InlineData("0001-01-01", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59", "9999-12-31T23:59:00Z")]
    public void Begin_at_an_instant(string date, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), NewsDate.Start(date));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2025-02-30")]
    [InlineData("2025-13-01")]
    [InlineData("0000-01-01")]
    [InlineData("2025/02/13")]
    [InlineData("2025-02-1x")]
    [InlineData("2025-02-13 09:30")]
    [InlineData("2025-02-13T24:00")]
    [InlineData("2025-02-13T09:60")]
    [InlineData("2025-02-13T09.30")]
    [InlineData("２０２５-02-13")]
    [InlineData("on a Thursday.")]
    public void That_are_none_begin_nowhere(string? date) => Assert.Null(NewsDate.Start(date));
}
