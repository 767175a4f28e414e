using System.Text;
using Ingest.Parser.Tests.Containers;

namespace Ingest.Parser.Tests.WebArchives;

/// <summary>Writes web archives.</summary>
internal static class Warc
{
    public const string Address = "https://gazette.example/bridge";

    public static byte[] Page(string title, string? head = null) => Encoding.UTF8.GetBytes(
        $"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>" +
        "<p>The council met on Tuesday evening and decided by nine votes to four to build a bridge over the river at the old mill.</p>" +
        "<p>The bridge will be open to people on foot and on bicycles. It will cost nine million crowns, most of which the county pays.</p>" +
        "<p>Work begins in spring, when the water is low, and lasts for two years, the mayor said after the vote.</p></article></body></html>");

    public static byte[] Answer(byte[] body, string headers = "Content-Type: text/html", string status = "200 OK") =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{headers}\r\n\r\n"), .. body];

    public static byte[] Record(string kind, byte[] block, string? address = Address, string headers = "Content-Type: application/http;msgtype=response\r\n", string version = "WARC/1.0", int? length = null) =>
    [
        .. Encoding.ASCII.GetBytes(
            $"{version}\r\nWARC-Type: {kind}\r\n{(address is null ? "" : $"WARC-Target-URI: {address}\r\n")}WARC-Date: 2025-02-13T06:00:00Z\r\n" +
            $"{headers}Content-Length: {length ?? block.Length}\r\n\r\n"),
        .. block,
        .. "\r\n\r\n"u8,
    ];

    public static byte[] Response(byte[] block, string address = Address) => Record("response", block, address);

    /// <summary>A whole archive, with a request beside each answer.</summary>
    public static byte[] Of((string Name, byte[] Content)[] pages, bool gzip)
    {
        byte[][] records =
        [
            Record("warcinfo", "software: test\r\n"u8.ToArray(), null, "Content-Type: application/warc-fields\r\n"),
            .. pages.SelectMany(page => (byte[][])[
                Record("request", "GET / HTTP/1.1\r\n\r\n"u8.ToArray(), "https://gazette.example/" + page.Name),
                Response(Answer(page.Content, "Content-Type: text/plain"), "https://gazette.example/" + page.Name)]),
        ];
        return gzip ? Pack.Gzip(records) : [.. records.SelectMany(record => record)];
    }
}
