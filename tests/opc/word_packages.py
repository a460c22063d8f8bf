"""Small Word files, made by hand, so that a test shows all that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZipFile

from reportkit.opc.opening import open_word
from reportkit.opc.word_file import WordFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
OPC = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}"'
TYPES = (
    f'<Types xmlns="{OPC}/content-types">'
    f'<Default Extension="rels" ContentType="{OPC}.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml"'
    f' ContentType="{WORD}.document.main+xml"/></Types>'
)
NOTHING: Mapping[str, str] = MappingProxyType({})


def zipped(parts: Iterable[tuple[str, str | bytes]]) -> bytes:
    """A zip of the parts in their order."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, content in parts:
            package.writestr(name, content)
    return target.getvalue()


def relationships(rows: Iterable[tuple[str, str]]) -> str:
    """A part of relationships: the last word of each type, its target."""
    outside = 'TargetMode="External"'
    written = "".join(
        f'<Relationship Id="r{number}" Type="{R}/{kind}" Target="{target}" '
        f"{outside if '://' in target else ''}/>"
        for number, (kind, target) in enumerate(rows, start=1)
    )
    return f'<Relationships xmlns="{OPC}/relationships">{written}</Relationships>'


def part(root: str, inner: str) -> str:
    """The XML of a part of Word."""
    return f"<w:{root} {NAMESPACES}>{inner}</w:{root}>"


def package_parts(
    body: str, more: Mapping[str, str] = NOTHING, links: Iterable[str] = ()
) -> dict[str, str | bytes]:
    """The parts of a package; `more` are parts by the name of their root.

    Links have the ids r1, r2 and so on.
    """
    rows = [("hyperlink", address) for address in links]
    rows += [(kind, f"{kind}.xml") for kind in more]
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relationships([("officeDocument", "word/document.xml")]),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relationships(rows),
        **{f"word/{kind}.xml": part(kind, inner) for kind, inner in more.items()},
    }


def package(
    body: str, more: Mapping[str, str] = NOTHING, links: Iterable[str] = ()
) -> bytes:
    """A Word file with a body."""
    return zipped(package_parts(body, more, links).items())


def opened(
    body: str, more: Mapping[str, str] = NOTHING, links: Iterable[str] = ()
) -> WordFile:
    """What is read of a Word file with a body."""
    word, problems = open_word(package(body, more, links), "test.docx")
    assert word is not None, problems
    return word


def run(text: str, look: str = "") -> str:
    """A run of text; `look` holds the elements of its properties."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph; `properties` are the elements of w:pPr."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def changed(kind: str, content: str, id: int = 1, author: str = "Ana") -> str:
    """Content in a tracked change."""
    if kind == "del":
        content = content.replace("w:t>", "w:delText>").replace("w:t ", "w:delText ")
    date = "2017-10-13T10:00:00Z"
    return (
        f'<w:{kind} w:id="{id}" w:author="{author}" w:date="{date}">'
        f"{content}</w:{kind}>"
    )


def ended(kind: str) -> str:
    """The properties of a paragraph whose end is changed."""
    return f"<w:rPr>{changed(kind, '')}</w:rPr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(content: str, span: int = 1) -> str:
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{content}</w:tc>'
