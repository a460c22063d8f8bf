"""What a document prints, place by place, as the lines of a report are compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportkit.document.nodes import (
    Content,
    Document,
    Heading,
    Item,
    Listing,
    NoteReference,
    Paragraph,
    Table,
)
from reportkit.document.text import text_of
from reportkit.recover.folding import folded

ORGANIZATION, JOB = "organization", "job"


class Printed(NamedTuple):
    """What a document prints in one place: the passage, its label and its words.

    `words` are folded and begin with the label, but for the sign of a dash; `part`
    is that of the front, and empty in the body.
    """

    id: str
    words: str
    text: str
    label: str = ""
    part: str = ""

    @property
    def said(self) -> str:
        """The words without the label."""
        return folded(self.text)


def printed_of(document: Document) -> tuple[Printed, ...]:
    """What a document prints, in order: front, body, notes, the line of its job."""
    return (*_front(document), *_body(document), *_notes(document), *_job(document))


def row_of(cells: Iterable[str]) -> str:
    """The cells of a row as one text."""
    return folded(" | ".join(folded(cell) for cell in cells))


def _front(document: Document) -> Iterator[Printed]:
    masthead = document.masthead
    yield _in_front(ORGANIZATION, masthead.organization)
    yield _in_front("organ", masthead.organ)
    for symbol in masthead.symbols:
        yield _in_front("symbol", symbol)
    yield _in_front("distribution", masthead.distribution)
    yield _in_front("date", masthead.date)
    yield _in_front("language", masthead.language)
    yield _in_front("original", masthead.original)
    for corner in document.corner:
        yield _in_front("body", text_of(corner.body))
        yield _in_front("session", text_of(corner.session))
        yield _in_front("where", text_of(corner.place_and_dates))
    # Each document has its own, and may have it in words of its own.
    for part, content in (("title", document.title), ("subtitle", document.subtitle)):
        text = text_of(content)
        yield Printed(f"{part}-{document.id}", folded(text), text, "", part)


def _in_front(part: str, text: str) -> Printed:
    return Printed(part, folded(text), text, "", part)


def _job(document: Document) -> Iterator[Printed]:
    if document.job:
        yield _in_front(JOB, document.job.text)


def _printed(id: str, text: str, label: str = "") -> Printed:
    return Printed(id, folded(f"{label} {text}"), text, folded(label))


def _body(document: Document) -> Iterator[Printed]:
    above = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            text = text_of((*block.content, *block.note))
            if block.new_page:
                above = text
                continue
            yield _printed(block.id, text, f"{above} {block.label}")
            above = ""
        elif isinstance(block, Paragraph):
            yield _printed(block.id, _said(block.content), block.label)
        elif isinstance(block, Listing):
            yield from _items(block.items, block.kind)
        elif isinstance(block, Table):
            yield from _table(block)


def _said(content: Content) -> str:
    """The words of a content, calls of notes left out."""
    return text_of(tuple(e for e in content if not isinstance(e, NoteReference)))


def _items(items: tuple[Item, ...], kind: str) -> Iterator[Printed]:
    for item in items:
        label = "" if kind == "dashes" or item.label in "–-•" else item.label
        yield _printed(item.id, _said(item.content), label)
        yield from _items(item.items, kind)


def _table(table: Table) -> Iterator[Printed]:
    if table.caption:
        yield _printed(table.id, text_of(table.caption))
    for row in (table.header, *table.rows):
        text = row_of(text_of(cell.content) for cell in row)
        yield Printed(table.id, text, text)


def _notes(document: Document) -> Iterator[Printed]:
    for note in document.notes:
        yield _printed(note.id, text_of(note.content))
