"""A document and the lines of a report, held against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
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
from reportkit.published.lines import (
    BODY,
    DASH,
    HEADING,
    MASTHEAD,
    NOTE,
    ROW,
    SUBTITLE,
    TITLE,
    WHERE,
    Line,
)
from reportkit.recover.folding import folded, plain

ORGANIZATION = "organization"
IN_FRONT = (MASTHEAD, BODY, WHERE, TITLE, SUBTITLE)
FRONT = (
    *(ORGANIZATION, "organ", "symbol", "distribution", "date", "language"),
    *("original", "body", "where", "title", "subtitle"),
)


class Printed(NamedTuple):
    """What a document prints in one place: the passage, its label and its words.

    `words` are folded and begin with the label, but for the sign of a dash.
    """

    id: str
    words: str
    text: str


class Differences(NamedTuple):
    """Lines that are not printed, and what is printed that no line has."""

    missing: tuple[Line, ...]
    unexpected: tuple[Printed, ...]


def printed_of(document: Document) -> tuple[Printed, ...]:
    """What a document prints, in order: front, body, notes."""
    return (*_front(document), *_body(document), *_notes(document))


def words_of(line: Line) -> str:
    """What a line says, as `Printed.words` has it."""
    if line.kind == ROW:
        return _row(map(plain, line.cells))
    if line.kind in (DASH, NOTE, *IN_FRONT):
        return folded(plain(line.text))
    return folded(f"{line.label} {plain(line.text)}")


def differences(printed: Sequence[Printed], lines: Sequence[Line]) -> Differences:
    """How a document differs from a report: the body in order, the front in any."""
    front = [each for each in printed if each.id in FRONT]
    own = [line for line in lines if line.kind in IN_FRONT]
    missing, unexpected = _unpaired(front, own)
    body = [each for each in printed if each.id not in FRONT]
    rest = _entries([line for line in lines if line.kind not in IN_FRONT], body)
    ours, theirs = [each.words for each in body], [words for words, _ in rest]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            unexpected += body[a:b]
            missing += [line for _, own in rest[c:d] for line in own]
    return Differences(tuple(missing), tuple(unexpected))


def _entries(
    lines: list[Line], printed: list[Printed]
) -> list[tuple[str, tuple[Line, ...]]]:
    """What the lines say; the word for an annex goes with the title under it."""
    words = {each.words for each in printed}
    made: list[tuple[str, tuple[Line, ...]]] = []
    for line in lines:
        said = words_of(line)
        if made and line.kind == HEADING and f"{made[-1][0]} {said}" in words:
            before, own = made.pop()
            made.append((f"{before} {said}", (*own, line)))
        else:
            made.append((said, (line,)))
    return made


def _unpaired(
    printed: list[Printed], lines: list[Line]
) -> tuple[list[Line], list[Printed]]:
    """The lines of the front that are not printed, and what is that no line has."""
    left = Counter(each.words for each in printed)
    missing: list[Line] = []
    for line in lines:
        if left[words_of(line)]:
            left[words_of(line)] -= 1
        else:
            missing.append(line)
    found = [each for each in printed if left[each.words] and each.words]
    return missing, [each for each in found if each.id != ORGANIZATION]


def _front(document: Document) -> Iterator[Printed]:
    masthead = document.masthead
    yield _printed(ORGANIZATION, masthead.organization)
    yield _printed("organ", masthead.organ)
    for symbol in masthead.symbols:
        yield _printed("symbol", symbol)
    yield _printed("distribution", masthead.distribution)
    yield _printed("date", masthead.date)
    yield _printed("language", masthead.language)
    yield _printed("original", masthead.original)
    for corner in document.corner:
        yield _printed("body", text_of(corner.body))
        yield _printed("where", text_of(corner.place_and_dates))
    yield _printed("title", text_of(document.title))
    if document.subtitle:
        yield _printed("subtitle", text_of(document.subtitle))


def _printed(id: str, text: str, label: str = "") -> Printed:
    return Printed(id, folded(f"{label} {text}"), text)


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
        text = _row(text_of(cell.content) for cell in row)
        yield Printed(table.id, text, text)


def _row(cells: Iterable[str]) -> str:
    return " | ".join(folded(cell) for cell in cells)


def _notes(document: Document) -> Iterator[Printed]:
    for note in document.notes:
        yield _printed(note.id, text_of(note.content))
