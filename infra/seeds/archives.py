#!/usr/bin/env python3
"""Writes the samples in seeds/ that are archives. The same bytes each time.

    python3 infra/seeds/archives.py seeds
"""
import gzip
import io
import pathlib
import sys
import zipfile

FERRY = """date 2025-05-06 Night ferry to Vesterholm sails again

By Ada Quill

VESTERHOLM, May 6 - The night ferry between Lindholm and Vesterholm sails again after a winter in dock, its owner said on Tuesday.

The ship got new engines and forty more cabins. Tickets for the first crossing on Friday were gone within an hour.
"""

ORCHARDS = """date 2025-05-07 Frost costs Aldmark's orchards a third of their blossom

By Jon Marsh

ALDMARK, May 7 - Two nights of frost have destroyed about a third of the blossom in the orchards of the Aldmark valley, the growers' union said.

Growers lit fires between the rows until dawn. Cherries suffered most; the apples, which flower later, may still give a fair harvest.
"""

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Library of Sandvik opens on Sundays</title>
<meta name="author" content="Mila Sand"></head>
<body><nav><a href="/">Home</a> <a href="/town">Town</a></nav>
<article><h1>Library of Sandvik opens on Sundays</h1>
<p>The library of Sandvik will open on Sundays from June on, the town council decided on Monday evening by nine votes to four.</p>
<p>Visitors will find the reading rooms and the children's floor open from noon to six. Books can be borrowed at machines, as no librarian will be there.</p>
<p>The council expects the longer hours to cost 80,000 crowns a year. A petition with 3,000 signatures had asked for them since the autumn.</p>
</article><footer>Sandvik Gazette</footer></body></html>
"""


def archive() -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in (("2025/05/ferry.txt", FERRY), ("2025/05/orchards.txt", ORCHARDS)):
            out.writestr(zipfile.ZipInfo(name, (2025, 5, 8, 12, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return memory.getvalue()


def record(kind: str, fields: dict[str, str], block: bytes) -> bytes:
    head = {"WARC-Type": kind, "WARC-Date": "2025-05-13T06:00:00Z", **fields, "Content-Length": str(len(block))}
    text = "WARC/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in head.items()) + "\r\n"
    return gzip.compress(text.encode() + block + b"\r\n\r\n", mtime=0)


def web_archive() -> bytes:
    body = gzip.compress(PAGE.encode(), mtime=0)
    answer = (
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    ).encode() + body
    uri = {"WARC-Target-URI": "https://gazette.sandvik.example/town/library-sundays"}
    http = "application/http;msgtype="
    return (
        record("warcinfo", {"WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000001>", "Content-Type": "application/warc-fields"}, b"format: WARC File Format 1.1\r\n")
        + record("request", {"WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000002>", "Content-Type": http + "request", **uri}, b"GET /town/library-sundays HTTP/1.1\r\nHost: gazette.sandvik.example\r\n\r\n")
        + record("response", {"WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000003>", "Content-Type": http + "response", **uri}, answer)
    )


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    (folder / "two-articles.zip").write_bytes(archive())
    (folder / "crawl.warc.gz").write_bytes(web_archive())
