"""JSON out of a document: its tree, for other programs.

A finished document comes in. Each node goes out as an object that begins with
its `type` and goes on with the fields that say something, in the order of
`document.nodes`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from reportkit.document.nodes import (
    Cell,
    Change,
    Comment,
    Corner,
    Deletion,
    Document,
    Fate,
    Heading,
    Insertion,
    Item,
    JobLine,
    Link,
    Listing,
    Masthead,
    Note,
    NoteReference,
    Paragraph,
    Property,
    Reference,
    Run,
    Setting,
    Table,
)

# Typed out, so that other programs see no change when a class is renamed.
TYPES: Mapping[type, str] = MappingProxyType(
    {
        Cell: "cell",
        Change: "change",
        Comment: "comment",
        Corner: "corner",
        Deletion: "deletion",
        Document: "document",
        Fate: "fate",
        Heading: "heading",
        Insertion: "insertion",
        Item: "item",
        JobLine: "job-line",
        Link: "link",
        Listing: "listing",
        Masthead: "masthead",
        Note: "note",
        NoteReference: "note-reference",
        Paragraph: "paragraph",
        Property: "property",
        Reference: "reference",
        Run: "run",
        Setting: "setting",
        Table: "table",
    }
)


def write_json(document: Document, parts: Mapping[str, bytes]) -> bytes:
    """Return the tree in UTF-8, characters as they are; `parts` is not looked at."""
    return (json.dumps(_plain(document), ensure_ascii=False, indent=1) + "\n").encode()


def _plain(value: object) -> object:
    """A node as a mapping, a tuple as a list, the rest as it is."""
    kind = TYPES.get(type(value))
    if kind is not None:
        return {"type": kind, **_fields_of(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def _fields_of(node: Any) -> dict[str, object]:
    """The fields of a node that are not empty; every node is a named tuple."""
    return {name: _plain(value) for name, value in node._asdict().items() if value}
