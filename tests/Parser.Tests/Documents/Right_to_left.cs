using Ingest.Parser.Documents.Pdf;

namespace Ingest.Parser.Tests.Documents;

public sealed class Right_to_left
{
    [Theory]
    [InlineData("םלוהדניל למנ", "נמל לינדהולם")]
    [InlineData(".2025 ץרמב חתפנ למנה", "הנמל נפתח במרץ 2025.")]
    [InlineData("09:30 העשב", "בשעה 09:30")]
    [InlineData("הרמא (Lindholm Courier) תנכוסה", "הסוכנת (Lindholm Courier) אמרה")]
    [InlineData("تﺎﺣﻼﺻﻹا", "الإصلاحات")]
    public void Lines_are_read_in_their_own_direction(string seen, string read) => Assert.Equal(read, RightToLeft.Logical(seen, isBase: true));

    [Fact]
    public void Words_in_a_line_from_left_to_right_are_turned_alone() =>
        Assert.Equal("The word \u05E0\u05DE\u05DC means harbour.", RightToLeft.Logical("The word \u05DC\u05DE\u05E0 means harbour.", isBase: false));

    [Fact]
    public void Pages_are_mirrored()
    {
        var page = RightToLeft.Page(new PdfPageText(1, 800, [new PdfSegment("למנ", 300, 400, 700, 10, false), new PdfSegment("ןושאר", 450, 500, 700, 10, false)], 0, 0));

        Assert.Equal(["נמל", "ראשון"], page.Segments.Select(segment => segment.Text));
        Assert.Equal([-400, -500], page.Segments.Select(segment => segment.Left));
    }
}
