"""The package of a two-column Word file: its parts, how they are tied, the zip.

A part of its own keeps the texts as they were sent: by it a row is known again
whose controls are gone, and what was not touched comes back exactly.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from reportkit.languages.table import language_of
from reportkit.translate.elements import Element, element
from reportkit.translate.units import Bundle, Unit
from reportkit.translate.word_styles import styles_of
from reportkit.translate.word_table import empty_table, rows_of, run, word
from reportkit.translate.word_typed import Typed

FORMAT = "reportkit two columns 1"
SENT = "{urn:reportkit:two-columns}"

_OPC = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = f"{_OFFICE}/relationships"
_PROPERTY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
# The oldest date that a zip can hold, so that equal bundles are equal files.
_DATE = (1980, 1, 1, 0, 0, 0)
_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "customXml/item1.xml": "application/xml",
    "customXml/itemProps1.xml": (
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    ),
    "docProps/custom.xml": (
        "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    ),
}
# What points to what: the part of relationships, the kind, the target.
_TIES = {
    "_rels/.rels": (
        ("officeDocument", "word/document.xml"),
        ("custom-properties", "docProps/custom.xml"),
    ),
    "word/_rels/document.xml.rels": (
        ("styles", "styles.xml"),
        ("settings", "settings.xml"),
        ("customXml", "../customXml/item1.xml"),
    ),
    "customXml/_rels/item1.xml.rels": (("customXmlProps", "itemProps1.xml"),),
}


def package_of(bundle: Bundle) -> bytes:
    """The Word file of a bundle, the same bytes for the same bundle."""
    languages = language_of(bundle.source_language), language_of(bundle.target_language)
    parts = {
        "[Content_Types].xml": _xml(_content_types()),
        **{name: _xml(_relationships(name)) for name in _TIES},
        "word/document.xml": _xml(_document(bundle)),
        "word/styles.xml": styles_of(*languages),
        "word/settings.xml": _xml(_settings()),
        "customXml/item1.xml": _xml(_sent(bundle)),
        "customXml/itemProps1.xml": _xml(_item_properties()),
        "docProps/custom.xml": _xml(_custom_properties(bundle)),
    }
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(_entry(name), part)
    return target.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _DATE)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry


def _xml(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _document(bundle: Bundle) -> Element:
    """word/document.xml: a line that says whose file it is, and the table."""
    told = (bundle.session, bundle.document)
    languages = f"{bundle.source_language} → {bundle.target_language}"
    line = " · ".join((*filter(None, told), languages))
    page = {"top": "1134", "bottom": "1134", "left": "1134", "right": "1134"}
    margins = word("pgMar", **page, header="567", footer="567", gutter="0")
    section = word(
        "sectPr", [word("pgSz", w="16838", h="11906", orient="landscape"), margins]
    )
    table = empty_table()
    # Word wants a paragraph after a table that ends a document.
    body = word("body", [_paragraph(line), table, _paragraph(""), section])
    document = word("document", [body])
    # Last, because moving a table of thousands of rows takes lxml seconds.
    table.extend(rows_of(bundle))
    return document


def _paragraph(text: str) -> Element:
    properties = word("pPr", [word("spacing", after="120")])
    return word("p", [properties, *([run(Typed(text))] if text else [])])


def _settings() -> Element:
    mode = word(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val="15",
    )
    return word("settings", [word("compat", [mode])])


def _content_types() -> Element:
    space = f"{{{_OPC}/content-types}}"
    relationships = "application/vnd.openxmlformats-package.relationships+xml"
    default = {"Extension": "rels", "ContentType": relationships}
    rows = (
        element(f"{space}Override", {"PartName": f"/{name}", "ContentType": kind})
        for name, kind in _TYPES.items()
    )
    return element(f"{space}Types", {}, element(f"{space}Default", default), *rows)


def _relationships(name: str) -> Element:
    space = f"{{{_OPC}/relationships}}"
    rows = (
        {"Id": f"r{number}", "Type": f"{_RELATED}/{kind}", "Target": target}
        for number, (kind, target) in enumerate(_TIES[name], 1)
    )
    made = (element(f"{space}Relationship", row) for row in rows)
    return element(f"{space}Relationships", {}, *made)


def _custom_properties(bundle: Bundle) -> Element:
    """docProps/custom.xml: whose file it is. Word numbers these from 2."""
    space = f"{{{_OFFICE}/custom-properties}}"
    text = f"{{{_OFFICE}/docPropsVTypes}}lpwstr"
    told = {
        "format": FORMAT,
        "session": bundle.session,
        "document": bundle.document,
        "source-language": bundle.source_language,
        "target-language": bundle.target_language,
    }
    rows = (
        element(
            f"{space}property",
            {"fmtid": _PROPERTY, "pid": str(number), "name": name},
            element(text, {}, value),
        )
        for number, (name, value) in enumerate(told.items(), 2)
        if value
    )
    return element(f"{space}Properties", {}, *rows)


def _sent(bundle: Bundle) -> Element:
    """The texts as they are sent, for whoever reads the file when it is back."""
    return element(f"{SENT}units", {}, *map(_sent_unit, bundle.units))


def _sent_unit(unit: Unit) -> Element:
    told = {
        "id": unit.id,
        "number": unit.number,
        "state": unit.state,
        "grade": unit.grade,
        "locked": "yes" if unit.locked else "",
    }
    attributes = {name: value for name, value in told.items() if value}
    texts = {"source": unit.source, "target": unit.target}
    held = (element(f"{SENT}{name}", {}, text) for name, text in texts.items() if text)
    return element(f"{SENT}unit", attributes, *held)


def _item_properties() -> Element:
    space = f"{{{_OFFICE}/customXml}}"
    return element(f"{space}datastoreItem", {f"{space}itemID": _PROPERTY})
