using Ingest.Parser.Dates;

namespace Ingest.Parser.Tests.Feeds;

public sealed class Dates_of_feeds
{
    [Theory]
    [InlineData("Thu, 13 Feb 2025 09:30:00 GMT", "2025-02-13T09:30:00Z")]
    [InlineData("Thu, 13 Feb 2025 09:30 EST", "2025-02-13T09:30-05:00")]
    [InlineData("13 Feb 2025 09:30:00 +0130", "2025-02-13T09:30:00+01:30")]
    [InlineData("Thursday, 13-Feb-25 09:30:00 UT", "2025-02-13T09:30:00Z")]
    [InlineData("Thu Feb 13 09:30:00 2025", "2025-02-13T09:30:00")]
    [InlineData("Thu Feb  3 09:30:00 PST 2025", "2025-02-03T09:30:00-08:00")]
    [InlineData("Thu, 13 Feb 2025 09:30:00 GMT+1", "2025-02-13T09:30:00+01:00")]
    [InlineData("Thu, 13 Feb 2025 09:30:00 +0100 (CET)", "2025-02-13T09:30:00+01:00")]
    [InlineData("Thu, 13 Feb 2025", "2025-02-13")]
    [InlineData("Do, 13 Feb 2025 09:30:00 Europe/Berlin", "2025-02-13T09:30:00")]
    [InlineData("2025", "2025")]
    [InlineData("2025-02", "2025-02")]
    [InlineData("2025-02-13T09:30Z", "2025-02-13T09:30Z")]
    [InlineData("2025-02-13 09:30:00.250 -05:00", "2025-02-13T09:30:00.25-05:00")]
    [InlineData("20250213T093000+0000", "2025-02-13T09:30:00+00:00")]
    [InlineData("2025-044", "2025-02-13")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z")]
    [InlineData("13. Februar 2025", "2025-02-13")]
    public void Are_read_in_the_forms_that_programs_write(string written, string expected) => Assert.Equal(expected, MachineDate.Read(written)?.Value);

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2025-02-30")]
    [InlineData("Thu, 31 Feb 2025 09:30:00 GMT")]
    [InlineData("")]
    [InlineData(null)]
    public void That_are_none_are_null(string? written) => Assert.Null(MachineDate.Read(written));
}
