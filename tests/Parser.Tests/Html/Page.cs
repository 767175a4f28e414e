using System.Text;

namespace Ingest.Parser.Tests.Html;

/// <summary>Pages as news sites make them, written for these tests.</summary>
internal static class Page
{
    public const string Paragraphs =
        "<p>The council of Eastmere met on Tuesday evening and decided, after a debate of four hours, to build a bridge over the river.</p>" +
        "<p>It will be 340 metres long and open in three years, said the mayor, who had fought for it since her election.</p>" +
        "<p>Residents of the old town fear noise and traffic; a group of them wants to go to court against the decision.</p>";

    /// <summary>A page with a head, a headline and a body in an article element.</summary>
    public static string With(string head = "", string headline = "Bridge to Be Built", string body = Paragraphs, string around = "", string attributes = " lang=\"en\"") =>
        $"<!DOCTYPE html><html{attributes}><head><meta charset=\"utf-8\">{head}</head><body><header><nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/sport\">Sport</a></li></ul></nav></header>" +
        $"<main><article><h1>{headline}</h1>{body}</article></main>{around}<footer><p>© 2025 The Eastmere Courier. All rights reserved.</p></footer></body></html>";

    public static byte[] Bytes(string page) => Encoding.UTF8.GetBytes(page);
}
