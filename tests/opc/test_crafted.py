"""Word files made to do harm, or odd: each has its verdict, and soon."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Callable, Mapping
from io import BytesIO
from time import monotonic
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from reportkit.opc.archive import open_archive
from reportkit.opc.limits import LIMITS
from reportkit.opc.opening import open_word
from tests.opc.word_packages import (
    NAMESPACES,
    OPC,
    TYPES,
    R,
    package,
    package_parts,
    paragraph,
    part,
    relationships,
    run,
    zipped,
)

SECONDS = 5
MAIN = "word/document.xml"
TEXT = paragraph(run("text"))
GRID = (
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr></w:tc></w:tr></w:tbl>'
)
ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE w SYSTEM "file:///etc/passwd">'

Maker = Callable[[], bytes]


def changed(**parts: str | bytes) -> Maker:
    """A file with other contents for some of its parts."""
    names = {
        "main": MAIN, "rels": "word/_rels/document.xml.rels",
        "types": "[Content_Types].xml", "top": "_rels/.rels",
        "more": "customXml/item1.xml", "styles": "word/styles.xml",
        "picture": "word/media/a.png",
    }  # fmt: skip
    new = {names[key]: content for key, content in parts.items()}
    return lambda: zipped({**package_parts(TEXT), **new}.items())


def added(*entries: tuple[str, str]) -> Maker:
    """A file with entries at its end, of any name."""

    def make() -> bytes:
        with warnings.catch_warnings(action="ignore"):  # of the second of a name
            return zipped([*package_parts(TEXT).items(), *entries])

    return make


def without(*names: str) -> Maker:
    parts = package_parts(TEXT)
    return lambda: zipped(x for x in parts.items() if x[0] not in names)


def styles(inner: str) -> dict[str, str]:
    return {"styles": inner}


def body(inner: str, more: Mapping[str, str] = {}) -> Maker:
    return lambda: package(inner, more)


def document(content: bytes) -> bytes:
    return part("document", "<w:body>%</w:body>").encode().replace(b"%", content)


def big(count: int) -> Maker:
    """A main part that packs well: so many bytes of nothing but spaces."""
    return lambda: changed(main=document(b" " * count))()


def stored(inner: str) -> Maker:
    """A file with a body that is not packed."""
    return lambda: packed_as(ZIP_STORED, document(inner.encode()))


def lying() -> bytes:
    """A file whose zip claims that the main part has 100 bytes."""
    data = changed(main=document(b" " * 3_000))()
    with ZipFile(BytesIO(data)) as archive:
        size = archive.getinfo(MAIN).file_size
    return data.replace(struct.pack("<I", size), struct.pack("<I", 100))


def packed_as(method: int, main: bytes = b"") -> bytes:
    """A file whose main part is packed in a way of its own."""
    target = BytesIO()
    parts = package_parts(TEXT)
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in {**parts, MAIN: main or parts[MAIN]}.items():
            archive.writestr(name, content, method if name == MAIN else None)
    return target.getvalue()


def flagged() -> bytes:
    """A zip whose entries say that they have a password."""
    data = bytearray(package(TEXT))
    place = data.find(b"PK\x01\x02")
    data[place + 8] |= 1
    return bytes(data)


def flipped() -> bytes:
    """A file of which one letter is another one than its check sum says."""
    return packed_as(ZIP_STORED).replace(b">text<", b">tent<")


def elsewhere() -> bytes:
    """A file whose main part has a name that no XML has, and a DOCTYPE."""
    parts = package_parts(TEXT)
    parts["word/document.bin"] = ENTITIES + str(parts.pop(MAIN))
    parts["_rels/.rels"] = relationships([("officeDocument", "word/document.bin")])
    return zipped(parts.items())


def nested(count: int) -> str:
    opening, closing = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return opening * count + TEXT + closing * count


def cyclic() -> str:
    return relationships([("subDocument", "document.xml")])


UTF_16 = part("document", f"<w:body>{TEXT}</w:body>")
DECLARED = '<?xml version="1.0" encoding="{}"?>'
STRICT_MAIN = (
    '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
    "<w:body><w:p><w:r><w:t>text</w:t></w:r></w:p></w:body></w:document>"
)
STRICT_TOP = relationships([("officeDocument", MAIN)]).replace(
    R, "http://purl.oclc.org/ooxml/officeDocument/relationships"
)

REFUSED: dict[str, tuple[Maker, str]] = {
    "a doctype": (changed(main=ENTITIES + UTF_16), "doctype"),
    "a doctype that fetches": (changed(main=OUTSIDE + UTF_16), "doctype"),
    "a doctype in an unread part": (changed(more=ENTITIES + "<a/>"), "doctype"),
    "a doctype in relationships": (changed(rels=ENTITIES + cyclic()), "doctype"),
    "a doctype in UTF-16": (
        changed(main=(ENTITIES + UTF_16).encode("utf-16")), "doctype"),
    "a doctype in a part of another name": (elsewhere, "doctype"),
    "a wide cell": (body(GRID.format(100_000_000)), "limit-columns"),
    "a cell of many figures": (body(GRID.format("9" * 5000)), "limit-columns"),
    "a cell of 64 columns": (body(GRID.format(64)), "limit-columns"),
    "a million paragraphs": (stored("<w:p/>" * 1_000_000), "limit-paragraphs"),
    "tables 33 deep": (body(nested(33)), "limit-table-depth"),
    "elements 300 deep": (body("<w:sdt>" * 300 + "</w:sdt>" * 300), "not-xml"),
    "a packed million": (body("<w:p/>" * 1_000_000), "limit-ratio"),
    "tags without end": (stored("<a/>" * 5_000_000), "limit-nodes"),
    "a packed part": (big(3_000_000), "limit-ratio"),
    "300 MB inflated": (big(300_000_000), "limit-ratio"),
    "an entry that leads out": (added(("../../evil.xml", "")), "entry-path"),
    "an entry that leads out backwards": (added(("..\\evil.xml", "")), "entry-path"),
    "an absolute entry": (added(("/etc/evil.xml", "")), "entry-path"),
    "an entry with a drive": (added(("C:\\evil.xml", "")), "entry-path"),
    "an entry twice": (added((MAIN, "")), "entry-twice"),
    "case twins": (added(("WORD/Document.xml", "")), "entry-twice"),
    "5,000 entries": (added(*((f"x/{n}", "") for n in range(5000))), "limit-entries"),
    "a password on an entry": (flagged, "encrypted-zip"),
    "a size that lies": (lying, "part-damaged"),
    "a check sum that is wrong": (flipped, "part-damaged"),
    "another packing": (lambda: packed_as(ZIP_BZIP2), "packing"),
    "another root": (changed(main=part("styles", "")), "wrong-root"),
    "no XML": (changed(main="Report"), "not-xml"),
    "no bytes": (changed(main=""), "not-xml"),
    "an unknown entity": (body(paragraph(run("&lol;"))), "not-xml"),
    "UTF-16 that is none": (changed(main=b"\xff\xfe\x00\xd8\x00"), "encoding"),
    "UTF-7": (changed(main=DECLARED.format("utf-7") + UTF_16), "encoding"),
    "no document": (without(MAIN), "other-zip"),
    "a main part of Excel": (
        changed(types=TYPES.replace("wordprocessingml", "spreadsheetml")), "other-zip"),
}  # fmt: skip

STYLED = paragraph(run("text"), '<w:pStyle w:val="A"/>')
CIRCLE = (
    '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
)
TIED_STYLES = relationships([("styles", "styles.xml")])
OPENED: dict[str, tuple[Maker, set[str]]] = {
    "nothing odd": (body(TEXT), set()),
    "63 columns": (body(GRID.format(63) + TEXT), set()),
    "tables 32 deep": (body(nested(32)), set()),
    "no relationships": (without("_rels/.rels", "word/_rels/document.xml.rels"), set()),
    "no types": (without("[Content_Types].xml"), set()),
    "a part that is missing": (changed(rels=TIED_STYLES), {"dangling"}),
    "a way back": (changed(rels=cyclic()), {"cyclic"}),
    "styles of another root": (
        changed(rels=TIED_STYLES, styles=part("numbering", "")), {"wrong-root"}),
    "styles that are no XML": (changed(rels=TIED_STYLES, styles="<a"), {"not-xml"}),
    "styles in a circle": (body(STYLED, styles(CIRCLE)), set()),
    "relationships that are no XML": (changed(rels="<"), {"not-xml"}),
    "UTF-16": (changed(main=UTF_16.encode("utf-16")), {"utf-16"}),
    "UTF-16, declared": (
        changed(main=f"{DECLARED.format('UTF-16')}{UTF_16}".encode("utf-16")),
        {"utf-16"}),
    "ISO Strict": (changed(main=STRICT_MAIN, top=STRICT_TOP), set()),
    "text in another file": (body(TEXT + '<w:altChunk r:id="r"/>'), {"foreign-text"}),
    "names with backslashes": (
        lambda: zipped((name.replace("/", "\\"), content)
                       for name, content in package_parts(TEXT).items()), set()),
    "a packed picture": (changed(picture=bytes(10_000_000)), set()),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_harmful_file_is_refused_by_name(name: str) -> None:
    make, rule = REFUSED[name]
    data = make()
    begin = monotonic()
    word, problems = open_word(data, "crafted.docx")
    assert monotonic() - begin < SECONDS
    assert word is None
    assert [each.rule for each in problems] == [rule]
    assert "\n" not in problems[0].message and len(problems[0].message) < 200


@pytest.mark.parametrize("name", OPENED)
def test_an_odd_file_is_opened_and_what_is_odd_told(name: str) -> None:
    make, rules = OPENED[name]
    word, problems = open_word(make(), "crafted.docx")
    assert {each.rule for each in problems} == rules
    assert word and word.paragraphs[-1].text == "text"


@pytest.mark.parametrize("length", range(65_530, 65_550))
def test_parts_are_read_to_their_last_byte(length: int) -> None:
    # What inflating gives comes in pieces of 65,536 bytes.
    archive = open_archive(zipped([("a.xml", " " * length)]), LIMITS)
    assert len(archive.read("a.xml")) == length


def test_all_parts_together_have_a_limit() -> None:
    rows = [(f"x/{n}.xml", "<a/>" * 200_000) for n in range(2)]
    data = zipped([*package_parts(TEXT).items(), *rows])
    roomy = LIMITS._replace(ratio=1_000)
    assert open_word(data, "a", roomy)[0]
    limits = roomy._replace(inflated=1_000_000)
    assert open_word(data, "a", LIMITS)[0]
    assert open_word(data, "a", limits)[1][0].rule == "limit-inflated"
    limits = roomy._replace(part=500_000)
    assert open_word(data, "a", limits)[1][0].rule == "limit-part"
    limits = roomy._replace(on_disk=1_000)
    assert open_word(data, "a", limits)[1][0].rule == "limit-on-disk"


def test_relationships_of_another_namespace_are_none() -> None:
    rels = relationships([("styles", "styles.xml")]).replace(OPC, "urn:x")
    assert open_word(changed(rels=rels)(), "a")[1] == ()


def test_nothing_is_fetched_or_replaced_in_attributes() -> None:
    told = f'<w:document {NAMESPACES}><w:body w:x="&a;"/></w:document>'
    assert open_word(changed(main=told)(), "a")[1][0].rule == "not-xml"
