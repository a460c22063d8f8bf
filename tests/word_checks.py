"""Findings about a Word file: against the schema, by two auditors, and our own.

Each check takes the path of a .docx and returns what it found, in words; an
empty list is a clean file.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import ooxml_integrity
from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # has none

SCHEMAS = Path(__file__).parents[2] / "shared" / "schemas" / "ooxml"

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OPC = "{http://schemas.openxmlformats.org/package/2006/content-types}"

# The schema of a part by its name; parts that no row fits have none here.
_SCHEMA_OF = (
    (r"\[Content_Types\]\.xml", "opc-contentTypes.xsd"),
    (r".*\.rels", "opc-relationships.xsd"),
    (r"docProps/custom\.xml", "shared-documentPropertiesCustom.xsd"),
    (r"word/[^/]+\.xml", "wml.xsd"),
)


def findings(path: Path) -> list[str]:
    """What all checks find; the schema's are left out where it is missing."""
    return [
        *(against_schema(path) if SCHEMAS.is_dir() else ()),
        *by_openxml_audit(path),
        *by_ooxml_integrity(path),
        *by_our_own(path),
    ]


def against_schema(path: Path) -> list[str]:
    """What the schemas of ECMA-376 say of each part."""
    return [
        f"{name}:{error.line}: {error.message}"
        for name, root in _xml_parts(path).items()
        for schema in _schemas_of(name)
        if not schema.validate(root)
        for error in schema.error_log  # type: ignore[attr-defined]  # missing in the stubs
    ]


def _schemas_of(name: str) -> Iterator[etree.XMLSchema]:
    for pattern, schema in _SCHEMA_OF:
        if re.fullmatch(pattern, name):
            yield _schema(schema)
            return


@cache
def _schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / name))


def by_openxml_audit(path: Path) -> list[str]:
    """What openxml-audit says."""
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def by_ooxml_integrity(path: Path) -> list[str]:
    """What ooxml-integrity says."""
    return [str(finding) for finding in ooxml_integrity.check(path)]


def by_our_own(path: Path) -> list[str]:
    """What only we look for: bookmarks, links, changes, comments, fields, parts."""
    parts = _xml_parts(path)
    stories = {name: root for name, root in parts.items() if root.tag.startswith(W)}
    return [
        *_bookmarks(stories),
        *_anchors(stories),
        *_changes(stories),
        *_moves(stories),
        *_comments(stories),
        *_fields(stories),
        *_footnotes(stories),
        *_relationships(path, parts),
        *_content_types(path, parts),
    ]


def _xml_parts(path: Path) -> dict[str, etree._Element]:
    with ZipFile(path) as package:
        return {
            name: etree.fromstring(package.read(name))
            for name in package.namelist()
            if name.endswith((".xml", ".rels"))
        }


def _bookmarks(stories: dict[str, etree._Element]) -> Iterator[str]:
    starts: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for root in stories.values():
        starts.update(e.get(f"{W}id", "") for e in root.iter(f"{W}bookmarkStart"))
        ends.update(e.get(f"{W}id", "") for e in root.iter(f"{W}bookmarkEnd"))
        names.update(e.get(f"{W}name", "") for e in root.iter(f"{W}bookmarkStart"))
    yield from (f"bookmark {i} is not paired" for i in starts.keys() ^ ends.keys())
    yield from (f"bookmark {i} twice" for i, n in (starts | ends).items() if n > 1)
    yield from (f"bookmark name {name} twice" for name, n in names.items() if n > 1)
    fit = re.compile(r"[A-Za-z_]\w{0,39}")
    yield from (f"bookmark name {n!r} is none" for n in names if not fit.fullmatch(n))


def _anchors(stories: dict[str, etree._Element]) -> Iterator[str]:
    names = {
        mark.get(f"{W}name")
        for root in stories.values()
        for mark in root.iter(f"{W}bookmarkStart")
    }
    for part, root in stories.items():
        for link in root.iter(f"{W}hyperlink"):
            anchor = link.get(f"{W}anchor")
            if anchor is not None and anchor not in names:
                yield f"{part}: link to {anchor}, which is no bookmark"


def _changes(stories: dict[str, etree._Element]) -> Iterator[str]:
    """Numbers given twice, and text that is not deleted the way it should be."""
    tags = [f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")]
    starts = [f"{W}{name}RangeStart" for name in ("moveFrom", "moveTo")]
    counted = [*tags, *starts, f"{W}bookmarkStart", f"{W}comment"]
    numbers = Counter(
        element.get(f"{W}id")
        for root in stories.values()
        for element in root.iter(*counted)
    )
    yield from (f"annotation {i} counted twice" for i, n in numbers.items() if n > 1)
    for part, root in stories.items():
        for text in root.iter(f"{W}t", f"{W}delText"):
            deleted = next(text.iterancestors(f"{W}del"), None) is not None
            if deleted != (text.tag == f"{W}delText"):
                yield f"{part}: {text.text!r} is in the wrong element for its change"


def _moves(stories: dict[str, etree._Element]) -> Iterator[str]:
    """Moves without exactly one place to leave and one to arrive at."""
    body = stories["word/document.xml"]
    names = {
        kind: Counter(e.get(f"{W}name") for e in body.iter(f"{W}{kind}RangeStart"))
        for kind in ("moveFrom", "moveTo")
    }
    for kind, counted in names.items():
        yield from (f"{kind} {n!r} {x} times" for n, x in counted.items() if x > 1)
        starts = {e.get(f"{W}id") for e in body.iter(f"{W}{kind}RangeStart")}
        ends = {e.get(f"{W}id") for e in body.iter(f"{W}{kind}RangeEnd")}
        yield from (f"{kind} {i} has one end" for i in starts ^ ends)
    lone = names["moveFrom"].keys() ^ names["moveTo"].keys()
    yield from (f"move {name!r} has one place" for name in lone)
    bookmarks = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    moved = names["moveFrom"].keys() & bookmarks
    yield from (f"move {name!r} is named as a bookmark is" for name in moved)


def _comments(stories: dict[str, etree._Element]) -> Iterator[str]:
    part = stories.get("word/comments.xml")
    body = stories["word/document.xml"]
    held = [] if part is None else [c.get(f"{W}id") for c in part]
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        placed = [mark.get(f"{W}id") for mark in body.iter(f"{W}{name}")]
        if sorted(map(str, placed)) != sorted(map(str, held)):
            yield f"{name} of the comments {placed}, held are {held}"


def _fields(stories: dict[str, etree._Element]) -> Iterator[str]:
    for part, root in stories.items():
        for paragraph in root.iter(f"{W}p"):
            marks = [
                mark.get(f"{W}fldCharType", "")
                for mark in paragraph.iter(f"{W}fldChar")
            ]
            if marks != ["begin", "separate", "end"] * (len(marks) // 3):
                yield f"{part}: field marks in the order {marks}"


def _footnotes(stories: dict[str, etree._Element]) -> Iterator[str]:
    part = stories.get("word/footnotes.xml")
    notes = [] if part is None else list(part.iter(f"{W}footnote"))
    held = Counter(n.get(f"{W}id") for n in notes if n.get(f"{W}type") is None)
    called = Counter(
        mark.get(f"{W}id")
        for mark in stories["word/document.xml"].iter(f"{W}footnoteReference")
    )
    yield from (f"footnote {i} held {held[i]} times" for i in held if held[i] > 1)
    yield from (
        f"footnote {i} held {held[i]} and called {called[i]} times"
        for i in held.keys() | called.keys()
        if held[i] != called[i]
    )


def _relationships(path: Path, parts: dict[str, etree._Element]) -> Iterator[str]:
    names = set(ZipFile(path).namelist())
    reached = {"[Content_Types].xml"}
    for name, root in parts.items():
        if not name.endswith(".rels"):
            continue
        reached.add(name)
        folder = posixpath.dirname(posixpath.dirname(name))
        inside = [row for row in root if row.get("TargetMode") != "External"]
        targets = {posixpath.join(folder, row.get("Target", "")) for row in inside}
        reached |= targets
        yield from (f"{name}: {t} does not exist" for t in targets - names)
        yield from _uses(name, root, parts)
    yield from (f"{name}: nothing points to it" for name in names - reached)


def _uses(
    name: str, root: etree._Element, parts: dict[str, etree._Element]
) -> Iterator[str]:
    """Ids that a part uses and its relationships lack, and those given twice."""
    given = Counter(row.get("Id") for row in root)
    yield from (f"{name}: {id} twice" for id, n in given.items() if n > 1)
    owner = parts.get(name.replace("_rels/", "").removesuffix(".rels"))
    if owner is None:
        return
    used = {
        value
        for element in owner.iter("*")
        for key, value in element.attrib.items()
        if str(key).startswith(R)
    }
    yield from (f"{name}: {id!s} is used, but not given" for id in used - given.keys())


def _content_types(path: Path, parts: dict[str, etree._Element]) -> Iterator[str]:
    types = parts["[Content_Types].xml"]
    named = {
        row.get("PartName", "").lstrip("/") for row in types if row.get("PartName")
    }
    extensions = {row.get("Extension") for row in types.iter(f"{_OPC}Default")}
    names = set(ZipFile(path).namelist())
    yield from (f"content type of {name}, which is none" for name in named - names)
    for name in names - {"[Content_Types].xml"}:
        extension = name.rpartition(".")[2]
        if name not in named and (extension == "xml" or extension not in extensions):
            yield f"{name} has no content type of its own"
