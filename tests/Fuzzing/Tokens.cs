using System.Text;

namespace Ingest.Fuzzing;

/// <summary>Pieces that formats are made of: put in at random places they reach what noise never does.</summary>
internal static class Tokens
{
    public static IReadOnlyList<byte[]> All { get; } =
    [
        .. new[]
        {
            "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE html>", "<?xml version=\"1.0\" encoding=\"utf-16\"?>", "<!ENTITY a \"&a;&a;\">", "&a;", "&#x10FFFF;", "&#0;",
            "<html lang=\"de\">", "<article>", "<script type=\"application/ld+json\">", "</script>", "<p>", "<div>", "<table><tr><td>", "<rss version=\"2.0\"><channel><item>", "<feed xmlns=\"http://www.w3.org/2005/Atom\">",
            "<nitf>", "<NewsML>", "<newsItem", "{", "}", "[", "]", "{\"", "\":", "\\u0000", "\\ud800", "\"version\":\"https://jsonfeed.org/version/1.1\"", "[[[[[[[[[[[[[[[[", "{{{{{{{{{{{{{{{{",
            "---\n", "+++\n", "title: ", "date: 2025-02-13\n", "&anchor ", "*anchor", "- ", "# ", "## ", "**", "](http://a.example)", "```\n", "> > > > > > ", "[^1]", "{{< x >}}", "[[", "|",
            " date 2025-02-13 ", "By Jane Doe\n", "LONDON, March 9 (Reuters) - ", "###\n", "-30-\n", "\f", "\n\n", "\r", "\t", "\u0085", "\u2028", "\uFEFF", "“", "”", "„", "«", "»", "\"", "’", "," ,
            "\" he said. \"", "Trump said", "according to ", "on Wednesday", "gestern", "9999-12-31", "0000-00-00", "99999999999999999999", "-1", "%PDF-1.7\n", "endobj", "stream\n", "%%EOF", "From - Thu Feb 13 09:30:00 2025\n",
            "MIME-Version: 1.0\n", "Content-Type: multipart/mixed; boundary=x\n\n--x\n", "Content-Transfer-Encoding: base64\n", "=?utf-8?B?", "WARC/1.0\r\n", "WARC-Type: response\r\n", "Content-Length: 99999999999\r\n", "HTTP/1.1 200 OK\r\n",
            "{\\rtf1 ", "\\u-3913?", "{\\*\\", "End of Document", "1 of 3 DOCUMENTS", "____________", ",", ";", "\"\"", "=HYPERLINK(", "../../", "C:\\",
        }.Select(Encoding.UTF8.GetBytes),
        [0], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98, 0x80], [0xED, 0xA0, 0x80], [0x1B, 0x24, 0x42], [0x1B, 0x28, 0x42], [0x7E, 0x7B], [0x50, 0x4B, 3, 4], [0x50, 0x4B, 1, 2],
        [0x50, 0x4B, 5, 6], [0x1F, 0x8B, 8, 0], [0x28, 0xB5, 0x2F, 0xFD], [0x42, 0x5A, 0x68], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [1, 1, 1, 1],
    ];
}
