using System.Text;
using CsCheck;
using Ingest.Parser.Store;

namespace Ingest.Parser.Tests.Feeds;

public sealed class Any_markup
{
    private static readonly string[] Pieces =
    [
        "<rss version='2.0'>", "<channel>", "</channel>", "</rss>", "<item>", "</item>", "<title>", "</title>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "</entry>", "</feed>",
        "<link href='a' rel='alternate'/>", "<link>", "</link>", "<guid>1</guid>", "<id>", "</id>", "<![CDATA[", "]]>", "<!--", "-->", "&amp;", "&nbsp;", "&#xD800;", "&#150;", "&", "<", ">",
        "Bridge opens", "<p>", "</p>", "<br/>", "<pubDate>Thu, 13 Feb 25 99:30 X</pubDate>", "<updated>2025-02-13T", "</updated>", "<description>", "</description>", "<content type='html'>", "</content>",
        "<author><name>", "</name></author>", "<nitf><body><body.content>", "</body.content></body></nitf>", "<newsItem guid='1'>", "</newsItem>", "xml:lang='", "xml:base='http://n.example/'", "\"", "=", " ", "é", "\uD83D\uDE00",
        "<?xml version='1.0'?>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "<category term='x'/>", "<NewsML><NewsItem><NewsComponent>", "<DataContent>", "<?php", "?>",
    ];

    private static readonly string[] Keys =
    [
        "{", "}", "[", "]", ",", ":", "\"uri\"", "\"version\"", "\"https://jsonfeed.org/version/1.1\"", "\"items\"", "\"title\"", "\"Bridge\"", "\"headline\"", "\"bodies\"", "\"value\"", "\"body_text\"", "null", "1",
        "\"\\ud800\"", "\"associations\"", "\"authors\"", "\"date_published\"", "\"2025-02-13T09:30:00Z\"",
    ];

    [Fact]
    public void Gives_articles_that_can_be_kept_or_a_rejection() =>
        Gen.OneOf(Of("<rss><channel>", Pieces), Of("<", Pieces), Of("{\"uri\":\"1\",", Keys), Of("\u0001A1 2 3\r\n\u0002", Pieces)).Sample(
            text =>
            {
                if (Parsing.Outcome(Encoding.UTF8.GetBytes(text)) is not ParseOutcome.Parsed parsed)
                {
                    return true;
                }

                Assert.NotEmpty(parsed.Articles);
                Assert.Equal(parsed.Articles.Count, parsed.Articles.Select(article => article.ArticleId).Distinct().Count());
                foreach (var article in parsed.Articles)
                {
                    Assert.True(article.Title.Length + article.Body.Length > 0);
                    var kept = ArticleJson.Read(ArticleJson.Write(article));
                    Assert.Equal((article.Title, article.Body, article.Key), (kept.Title, kept.Body, kept.Key));
                }

                return true;
            },
            iter: 20_000,
            threads: 1);

    private static Gen<string> Of(string start, string[] pieces) => Gen.Int[0, pieces.Length - 1].Array[0, 40].Select(indexes => start + string.Concat(indexes.Select(i => pieces[i])));
}
