"""The package of a Word file: what it holds, how its parts are tied, the zip."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from reportkit.document.nodes import Document, Setting
from reportkit.document.text import text_of
from reportkit.write.word_story import (
    DECLARATION,
    TAB_STOPS,
    attribute,
    escape,
    tab_stops,
)

_OPC = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# The oldest date that a zip can hold, so that equal documents are equal files.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)

CONTENT_TYPES: Mapping[str, str] = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "word/footnotes.xml": f"{_WORD}.footnotes+xml",
    "word/comments.xml": f"{_WORD}.comments+xml",
    **{f"word/header{number}.xml": f"{_WORD}.header+xml" for number in (1, 2, 3)},
    **{f"word/footer{number}.xml": f"{_WORD}.footer+xml" for number in (1, 2, 3)},
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/custom.xml": (
        "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    ),
}

# Id, kind and target of what the document's own part points to.
_DOCUMENT_PARTS = (
    ("styles", "styles", "styles.xml"),
    ("settings", "settings", "settings.xml"),
    ("fontTable", "fontTable", "fontTable.xml"),
    ("theme", "theme", "theme/theme1.xml"),
    ("footnotes", "footnotes", "footnotes.xml"),
    ("comments", "comments", "comments.xml"),
    *((f"header{n}", "header", f"header{n}.xml") for n in (1, 2, 3)),
    *((f"footer{n}", "footer", f"footer{n}.xml") for n in (1, 2, 3)),
)

Pieces = Iterable[str] | bytes

LATIN_LINE = 12  # points
EXACT_LINE = re.compile(rb'w:line="(\d+)"(?= w:lineRule="exact")')
STOP = re.compile(rb'(w:(?:pos|left)=")(\d+)')
LETTER_SPACING = re.compile(rb'<w:(?:spacing|w) w:val="-?\d+"/>\s*')


def zipped(entries: Iterable[tuple[str, Pieces]]) -> bytes:
    """The zip of the entries, in their order, the same for the same entries."""
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, pieces in entries:
            _write_entry(package, name, pieces)
    return target.getvalue()


def _write_entry(package: ZipFile, name: str, pieces: Pieces) -> None:
    entry = ZipInfo(name, _ZIP_DATE)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    with package.open(entry, "w") as part:
        if isinstance(pieces, bytes):
            part.write(pieces)
            return
        for piece in pieces:
            part.write(piece.encode("utf-8"))


def content_types(names: Iterable[str]) -> str:
    """[Content_Types].xml for a package of these parts."""
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{CONTENT_TYPES[name]}"/>'
        for name in names
        if name in CONTENT_TYPES
    )
    relationships = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{DECLARATION}<Types xmlns="{_OPC}/content-types">'
        f'<Default Extension="rels" ContentType="{relationships}"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
    )


def package_relationships(names: Iterable[str]) -> str:
    """_rels/.rels: where the document and its properties are."""
    core = f"{_OPC}/relationships/metadata/core-properties"
    custom = f"{_OFFICE}/relationships/custom-properties"
    document = f"{_OFFICE}/relationships/officeDocument"
    rows = (
        ("document", document, "word/document.xml"),
        ("core", core, "docProps/core.xml"),
        ("custom", custom, "docProps/custom.xml"),
    )
    return _relationships(_internal(*row) for row in rows if row[2] in set(names))


def document_relationships(names: Iterable[str], links: Mapping[str, str]) -> str:
    """The relationships of word/document.xml: its parts, then its links."""
    held = set(names)
    parts = (
        _internal(id, f"{_OFFICE}/relationships/{kind}", target)
        for id, kind, target in _DOCUMENT_PARTS
        if f"word/{target}" in held
    )
    return _relationships([*parts, *_external(links)])


def link_relationships(links: Mapping[str, str]) -> str:
    """The relationships of a part that has nothing but links."""
    return _relationships(_external(links))


def emblem_relationship() -> str:
    """The relationship of the masthead to the emblem's picture."""
    kind = f"{_OFFICE}/relationships/image"
    return _relationships([_internal("emblem", kind, "media/emblem.png")])


def _relationships(rows: Iterable[str]) -> str:
    opening = f'{DECLARATION}<Relationships xmlns="{_OPC}/relationships">'
    return f"{opening}{''.join(rows)}</Relationships>"


def _internal(id: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/>'


def _external(links: Mapping[str, str]) -> list[str]:
    kind = f"{_OFFICE}/relationships/hyperlink"
    return [
        f'<Relationship Id="{id}" Type="{kind}" Target="{attribute(address)}"'
        ' TargetMode="External"/>'
        for address, id in links.items()
    ]


def core_properties(document: Document) -> str:
    """docProps/core.xml: title, organization, language, date."""
    moment = f'xsi:type="dcterms:W3CDTF">{document.date}T00:00:00Z'
    dates = (
        f"<dcterms:created {moment}</dcterms:created>"
        f"<dcterms:modified {moment}</dcterms:modified>"
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_OPC}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(text_of(document.title))}</dc:title>"
        f"<dc:creator>{escape(document.masthead.organization)}</dc:creator>"
        f"<dc:language>{escape(document.setting.tag)}</dc:language>"
        f"{dates if document.date else ''}</cp:coreProperties>"
    )


def custom_properties(document: Document) -> str:
    """docProps/custom.xml: the facts kept with the file."""
    # Word numbers custom properties from 2.
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}"'
        f' name="{attribute(fact.name)}">'
        f"<vt:lpwstr>{escape(fact.value)}</vt:lpwstr></property>"
        for number, fact in enumerate(document.properties, start=2)
    )
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties"'
        f' xmlns:vt="{_OFFICE}/docPropsVTypes">{rows}</Properties>'
    )


def filled(part: bytes, setting: Setting) -> bytes:
    """A template part with the document's fonts and language in its places."""
    for place, value in (
        (b"{font}", setting.font),
        (b"{east_asian_font}", setting.east_asian_font),
        (b"{complex_font}", setting.complex_font),
        (b"{language}", setting.tag),
        (b"{latin}", setting.latin_tag or setting.tag),
    ):
        part = part.replace(place, attribute(value).encode())
    return part if setting.line == LATIN_LINE else _for_other_scripts(part, setting)


def _for_other_scripts(part: bytes, setting: Setting) -> bytes:
    """Styles with taller lines, and without the letter spacing of Latin text.

    Spread letters break the joins of Arabic, and Han stand in squares.
    """

    def taller(line: re.Match[bytes]) -> bytes:
        return b'w:line="%d"' % (int(line[1]) * setting.line // LATIN_LINE)

    wider = dict(zip(TAB_STOPS, tab_stops(setting), strict=True))

    def further(stop: re.Match[bytes]) -> bytes:
        return stop[1] + str(wider.get(int(stop[2]), int(stop[2]))).encode()

    part = STOP.sub(further, EXACT_LINE.sub(taller, part))
    return LETTER_SPACING.sub(b"", part)
