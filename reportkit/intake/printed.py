"""The passages of a document as printed: what an edited file is read against."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportkit.document.nodes import (
    Content,
    Document,
    Heading,
    Item,
    NoteReference,
    Paragraph,
    Run,
    Table,
)
from reportkit.document.text import text_of
from reportkit.revise.alignment import Line, lines_of

# The kind of list in which a place sets the sign after a point.
ENDED = "points"
HEADING, PARAGRAPH, POINT, CELL, NOTE = "heading", "paragraph", "point", "cell", "note"


class Printed(NamedTuple):
    """A paragraph of a document; `id` is empty where the passage stands elsewhere.

    `text` is without its label; of a heading it ends with what stands in brackets
    after the title, which is `aside`. `depth` is that of a point, from 1, and
    `ends_by_place` says that its place sets the sign after it; `missing` says that the
    original stands in for a translation. `calls` are the notes called, `looks` its
    words with whether they are italic, and raised.
    """

    id: str
    label: str
    text: str
    kind: str
    depth: int = 0
    ends_by_place: bool = False
    aside: str = ""
    missing: bool = False
    calls: tuple[str, ...] = ()
    looks: tuple[tuple[str, tuple[bool, bool]], ...] = ()

    @property
    def name(self) -> str:
        """The passage's name as a bookmark has it."""
        return self.id.replace("-", "_")


def printed_lines(document: Document) -> tuple[Printed, ...]:
    """The body of a document and its notes; the front left out."""
    body = (each for line in lines_of(document.blocks) for each in _of_line(line))
    notes = (_printed(n.id, n.label, n.content, NOTE) for n in document.notes)
    return (*body, *notes)


def front_of(document: Document) -> tuple[str, ...]:
    """What stands before the body, paragraph by paragraph."""
    corner = (text_of(each) for corner in document.corner for each in corner if each)
    return (*corner, text_of(document.title), text_of(document.subtitle))


def _of_line(line: Line) -> Iterator[Printed]:
    node = line.node
    if isinstance(node, Table):
        yield _printed(node.id, "", node.caption, CELL)
        for row in (node.header, *node.rows):
            yield from (_printed(cell.id, "", cell.content, CELL) for cell in row)
    elif isinstance(node, Heading):
        aside = text_of(node.note)
        made = _printed(node.id, node.label, node.content, HEADING)
        yield made._replace(text=f"{made.text}{aside}", aside=aside)
    elif isinstance(node, Item):
        made = _printed(node.id, node.label, node.content, POINT)
        by_place = line.listing == ENDED
        yield made._replace(depth=line.depth + 1, ends_by_place=by_place)
    elif isinstance(node, Paragraph):
        yield _printed(node.id, node.label, node.content, PARAGRAPH)


def _printed(id: str, label: str, content: Content, kind: str) -> Printed:
    missing = any(isinstance(each, Run) and each.missing for each in content)
    calls = tuple(each.note for each in content if isinstance(each, NoteReference))
    looks = tuple(
        (each.text, (each.italic, each.superscript))
        for each in content
        if isinstance(each, Run)
    )
    said = Printed(id, label, text_of(content), kind, missing=missing)
    return said._replace(calls=calls, looks=looks)
