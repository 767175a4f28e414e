using static Ingest.Parser.Tests.Exports.Exported;

namespace Ingest.Parser.Tests.Exports;

/// <summary>The old pages: numbered classes, hits in a class of their own, the date broken into spans, labels in capitals.</summary>
public sealed class Pages_of_Nexis
{
    private static string Label(string label, string value) => $"<BR><DIV CLASS=\"c5\"><P CLASS=\"c6\"><SPAN CLASS=\"c8\">{label}: </SPAN><SPAN CLASS=\"c2\">{value}</SPAN></P>\n</DIV>\n";

    [Fact]
    public void Are_read_with_their_hits_and_crossheads()
    {
        var documents = string.Concat(Enumerable.Range(0, 3).Select(i => $"""
            <A NAME="DOC_ID_{i}_0"></A><!-- Hide XML section from browser
            <DOC NUMBER={i + 1}>
            <DOCFULL> -->
            <BR><DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">{i + 1} of 3 DOCUMENTS</SPAN></P>
            </DIV>
            <BR><DIV CLASS="c0"><BR><P CLASS="c1"><IMG SRC="x.gif" ALT="x"><BR><SPAN CLASS="c2">Lindholm Courier</SPAN></P>
            </DIV>
            <BR><DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c4">4.</SPAN><SPAN CLASS="c2"> März 2025 Dienstag 9:50 PM GMT+1</SPAN><SPAN CLASS="c2">&nbsp;</SPAN></P>
            </DIV>
            <BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c7">{Titles[i]}</SPAN></P>
            </DIV>
            {(i == 1 ? "" : Label("AUTOR", "Quill, Ada"))}{Label("RUBRIK", "LOKALES; S. 3")}{Label("L&Auml;NGE", "143 W&ouml;rter")}
            <BR><DIV CLASS="c5">{string.Concat(Paragraphs.Select(paragraph => $"<P CLASS=\"c9\"><SPAN CLASS=\"c2\">{paragraph.Replace("harbour", "</SPAN><SPAN CLASS=\"c4\">harbour</SPAN><SPAN CLASS=\"c2\">", StringComparison.Ordinal)}</SPAN></P>"))}</DIV>
            {Label("UPDATE", "5. März 2025")}{Label("SPRACHE", "GERMAN; DEUTSCH")}
            <BR><DIV CLASS="c0"><BR><P CLASS="c1"><SPAN CLASS="c2">Copyright 2025 Lindholm Press GmbH<BR>Alle Rechte vorbehalten</SPAN></P>
            </DIV>
            <!-- Hide XML section from browser
            </DOCFULL>
            </DOC> -->
            """));
        var articles = Parsing.Articles($"<HTML>\n<HEAD><TITLE>&nbsp;</TITLE>\n<META TOPIC=\"null\" DOCUMENTS=\"3\" /></HEAD>\n<BODY><DIV CLASS=\"c5\"><P CLASS=\"c6\"><SPAN CLASS=\"c12\">Download Request: Selected Items: 1-3<BR>Terms: (harbour)<BR></SPAN></P></DIV>{documents}</BODY></HTML>");

        AssertAll(articles, "2025-03-04T21:50+01:00");
        Assert.Equal(["Ada Quill"], articles[0].Authors);
        Assert.All(articles, article => Assert.Equal(("LOKALES", "de", "nexis-html"), (article.Section, StatedLanguage(article), article.Origin["format"])));
    }
}
