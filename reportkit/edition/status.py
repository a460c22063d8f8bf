"""The state of a session: a row for each document in each language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportkit.assemble.parts import Order
from reportkit.assemble.report import assemble
from reportkit.document.nodes import (
    Content,
    Document,
    Heading,
    Item,
    Listing,
    Paragraph,
    Run,
    Table,
    text_of,
)
from reportkit.edition.loading import Loaded
from reportkit.problems import Problem

# In-session documents, and documents that do not come from the Secretariat
# (un-layout.md, section 6.1).
LIMITS = {"draft": 3300, "addendum": 3300, "report": 10700}
HAN = range(0x4E00, 0xA000)


class Row(NamedTuple):
    """A document in a language.

    `words` is what the limit counts (characters in Chinese); `missing` and
    `stale` count passages whose translation is not there, or out of date.
    """

    session: str
    document: str
    language: str
    symbol: str
    date: str
    paragraphs: int
    words: int
    limit: int
    missing: int
    stale: int

    @property
    def too_long(self) -> bool:
        return self.words > self.limit


def status_of(loaded: Loaded) -> Iterator[Row]:
    """A row a document and language; nothing for a session that cannot be built."""
    session = loaded.session
    if session is None:
        return
    for id, issue in session.facts.documents.items():
        for code, wording in loaded.wordings.items():
            document = assemble(wording, loaded.outlines, Order(id))
            contents = tuple(contents_of(document))
            yield Row(
                session=session.name,
                document=id,
                language=code,
                symbol=document.symbol,
                date=issue.dated.isoformat() if issue.dated else "",
                paragraphs=sum(_is_numbered(block) for block in document.blocks),
                words=sum(count_words(text_of(content)) for _, content in contents),
                limit=LIMITS[issue.kind],
                missing=sum(map(_is_missing, (content for _, content in contents))),
                stale=_stale(loaded.problems, {id for id, _ in contents}, code),
            )


def _is_numbered(block: object) -> bool:
    return isinstance(block, Paragraph) and bool(block.label)


def _is_missing(content: Content) -> bool:
    return any(isinstance(inline, Run) and inline.missing for inline in content)


def _stale(problems: tuple[Problem, ...], ids: set[str], code: str) -> int:
    """How many of a document's passages a check found stale in a language.

    A finding names the passage first and the language last.
    """
    said = (p.message for p in problems if p.rule == "stale-translation")
    words = ((each.partition("`")[2].partition("`")[0], each.split()) for each in said)
    return sum(id in ids and last[-1] == code for id, last in words)


def contents_of(document: Document) -> Iterator[tuple[str, Content]]:
    """Every content of a document with its id, the front left out."""
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.id, block.content
        elif isinstance(block, Listing):
            yield from _contents_of_items(block.items)
        elif isinstance(block, Table):
            yield block.id, block.caption
            rows = (block.header, *block.rows)
            yield from ((cell.id, cell.content) for row in rows for cell in row)
    yield from ((note.id, note.content) for note in document.notes)


def _contents_of_items(items: tuple[Item, ...]) -> Iterator[tuple[str, Content]]:
    for item in items:
        yield item.id, item.content
        yield from _contents_of_items(item.items)


def count_words(text: str) -> int:
    """How many words a text has; a Chinese character counts as one."""
    han = sum(ord(character) in HAN for character in text)
    return han if han > len(text) // 3 else len(text.split())
