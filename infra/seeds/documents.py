#!/usr/bin/env python3
"""Writes the samples in seeds/ that are documents. The same bytes each time.

    python3 infra/seeds/documents.py seeds
"""
import io
import pathlib
import sys
import zipfile
from xml.sax.saxutils import escape

WHEN = (2025, 5, 8, 12, 0, 0)
TITLE = "Harbour library of Lindholm moves into the old fish market"
AUTHOR = "Ada Quill"
DAY = "8 May 2025"
BODY = [
    "LINDHOLM, May 8 - The harbour library of Lindholm will move into the old fish market, the town council decided on Thursday by nine votes to four.",
    "The market has stood empty for six years. Its iron roof will be mended over the summer, and readers shall find all 40,000 books there by the end of October, the librarian Mila Sand said.",
    "\"Nobody will have to whisper,\" Sand said. \"The hall was built for people who shout the price of herring.\"",
    "The removal costs 3 million crowns. A gift of the shipowners' guild pays for half of it; the rest comes from the sale of the present house.",
]

# Lines as a printer sets them, words divided at their ends.
LEFT = [
    "LINDHOLM, May 8 - The harbour",
    "library of Lindholm will move into",
    "the old fish market, the town coun-",
    "cil decided on Thursday by nine",
    "votes to four.",
    "   The market has stood empty for",
    "six years. Its iron roof will be",
    "mended over the summer, and read-",
    "ers shall find all 40,000 books",
]
RIGHT = [
    "there by the end of October, the",
    "librarian Mila Sand said.",
    "   \"Nobody will have to whisper,\"",
    "Sand said. \"The hall was built for",
    "people who shout the price of her-",
    "ring.\"",
]
NEXT_LEFT = [
    "   The removal costs 3 million",
    "crowns. A gift of the shipowners'",
    "guild pays for half of it; the rest",
    "comes from the sale of the present",
    "house.",
]
NEXT_RIGHT = [
    "   The council will look for a buyer",
    "in the autumn. Until then the pres-",
    "ent house stays open on weekdays",
    "from noon to six.",
]


def packed(parts: list[tuple[str, str]]) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in parts:
            # A mimetype comes first and is not packed.
            out.writestr(zipfile.ZipInfo(name, WHEN), text, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return memory.getvalue()


def show(font: str, size: float, x: float, y: float, text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({quoted}) Tj ET\n"


def column(lines: list[str], x: float, top: float) -> str:
    return "".join(show("R", 11, x + (11 if line.startswith("   ") else 0), top - 13.2 * i, line.strip()) for i, line in enumerate(lines))


def pdf() -> bytes:
    def page(number: int, content: str) -> str:
        return show("R", 8, 60, 805, "Lindholm Gazette") + show("R", 8, 480, 805, f"Page {number}") + content

    contents = [
        page(1, show("B", 20, 60, 750, "Harbour library of Lindholm") + show("B", 20, 60, 726, "moves into the old fish market")
             + show("R", 10, 60, 700, f"By {AUTHOR}") + show("R", 10, 60, 684, DAY) + column(LEFT, 60, 655) + column(RIGHT, 310, 655)),
        page(2, column(NEXT_LEFT, 60, 750) + column(NEXT_RIGHT, 310, 750)),
    ]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [5 0 R 7 0 R] /Count 2 /MediaBox [0 0 595 842] /Resources << /Font << /R 3 0 R /B 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for content in contents:
        objects.append(f"<< /Type /Page /Parent 2 0 R /Contents {len(objects) + 2} 0 R >>")
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}endstream")
    objects.append(f"<< /Title ({TITLE}) /Author ({AUTHOR}) /CreationDate (D:20250508180000Z) >>")
    out, offsets = "%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{item}\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{table}\n%%EOF\n"
    return out.encode("latin-1")


TYPES = '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
RELATIONS = '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx() -> bytes:
    def paragraph(text: str, style: str = "") -> str:
        return f'<w:p>{f"""<w:pPr><w:pStyle w:val="{style}"/></w:pPr>""" if style else ""}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'

    body = paragraph(TITLE, "Title") + paragraph(f"By {AUTHOR}") + paragraph(DAY) + "".join(map(paragraph, BODY))
    return packed([
        ("[Content_Types].xml", TYPES + '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
        ("_rels/.rels", RELATIONS + f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'),
        ("word/document.xml", f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'),
    ])


def odt() -> bytes:
    body = f'<text:h text:outline-level="1">{TITLE}</text:h>' + "".join(f"<text:p>{escape(text)}</text:p>" for text in [f"By {AUTHOR}", DAY, *BODY])
    return packed([
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'),
        ("content.xml", f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:text>{body}</office:text></office:body></office:document-content>'),
    ])


def rtf() -> bytes:
    lines = ["{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times New Roman;}}", f"{{\\fs36\\b {TITLE}\\par}}"]
    return "\n".join([*lines, *(f"{text}\\par" for text in [f"By {AUTHOR}", DAY, *BODY]), "}"]).encode("ascii") + b"\n"


def epub() -> bytes:
    chapter = f"<h1>{TITLE}</h1><p>By {AUTHOR}</p><p>{DAY}</p>" + "".join(f"<p>{escape(text)}</p>" for text in BODY)
    return packed([
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'),
        ("book.opf", f'<?xml version="1.0" encoding="UTF-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:lindholm-gazette:2025-05-08</dc:identifier><dc:title>Lindholm Gazette</dc:title><dc:language>en</dc:language><dc:date>2025-05-08</dc:date></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'),
        ("a.xhtml", f'<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>{TITLE}</title></head><body>{chapter}</body></html>'),
    ])


def xlsx() -> bytes:
    rows = [["title", "author", "date", "text"], [TITLE, AUTHOR, "2025-05-08", "\n\n".join(BODY)],
            ["Ferry to Vesterholm sails at night again", "Jon Marsh", "2025-05-09", "VESTERHOLM, May 9 - The night ferry between Lindholm and Vesterholm sails again after a winter in dock, its owner said on Friday.\n\nTickets for the first crossing were gone within an hour."]]
    cells = "".join(f'<row r="{r}">' + "".join(f'<c r="{"ABCD"[c]}{r}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>' for c, text in enumerate(row)) + "</row>" for r, row in enumerate(rows, 1))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return packed([
        ("[Content_Types].xml", TYPES + f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>'),
        ("_rels/.rels", RELATIONS + f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        ("xl/workbook.xml", f'<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{main}" xmlns:r="{OFFICE}"><sheets><sheet name="Articles" sheetId="1" r:id="r1"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", RELATIONS + f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
        ("xl/worksheets/sheet1.xml", f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'),
    ])


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    for name, make in (("pdf", pdf), ("docx", docx), ("odt", odt), ("rtf", rtf), ("epub", epub), ("xlsx", xlsx)):
        (folder / f"harbour-library.{name}").write_bytes(make())
