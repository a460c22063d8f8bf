"""The corrections between a document as it was issued and as it is now."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, zip_longest
from typing import NamedTuple

from reportkit.assemble.wording import Wording
from reportkit.document.nodes import (
    Block,
    Cell,
    Content,
    Corner,
    Document,
    Heading,
    Item,
    Masthead,
    Paragraph,
    Run,
    Table,
)
from reportkit.document.text import text_of
from reportkit.revise.alignment import Line, blocks_of, lines_of, paired
from reportkit.revise.issued_text import IssuedText, depth_of, matched, renumbering
from reportkit.revise.readings import closing_words, is_too_much, readings
from reportkit.revise.sayings import quoted, say

SECTION = "comparison"
FRONT = "masthead"
# The parts of a masthead that say the same in every document of a language.
FIXED = ("organization", "language")
NO_CORNER = Corner((), ())


class Correction(NamedTuple):
    """What is said of a place of a document, under the name it has there."""

    id: str
    name: Content
    below: tuple[Block, ...] = ()
    annex: Content = ()
    of_heading: bool = False


def corrections(
    issued: Document, now: Document, wording: Wording
) -> Iterator[Correction]:
    """Those of the front, of headings, of passages in their order, of footnotes."""
    finder = _Finder(issued, now, wording)
    found = tuple(finder.of_passages())
    yield from finder.of_front()
    yield from (each for each in found if each.of_heading)
    yield from (each for each in found if not each.of_heading)
    yield from finder.of_notes()


class _Finder:
    """Holds a document as it was issued against the same as it is now."""

    def __init__(self, issued: Document, now: Document, wording: Wording) -> None:
        self.issued, self.now, self.wording = issued, now, wording
        self.text = IssuedText.of(issued, wording.words)
        self.numbers = renumbering(issued, now, wording.words)

    def of_front(self) -> Iterator[Correction]:
        """What changed in the masthead and corner, given whole, and in the title."""
        parts = (*self._mastheads(), *self._corners())
        told = (self._whole(old, new) for old, new in parts if old != new)
        below = *told, *self._reworded(self.issued.title, self.now.title, is_short=True)
        if below:
            name = _line(str(self.wording.words.find(SECTION, FRONT)))
            yield Correction(FRONT, name, below)

    def _mastheads(self) -> Iterator[tuple[Content, Content]]:
        heads = self.issued.masthead, self.now.masthead
        for field in (each for each in Masthead._fields if each not in FIXED):
            old, new = (_line(getattr(head, field)) for head in heads)
            yield old, new

    def _corners(self) -> Iterator[tuple[Content, Content]]:
        corners = self.issued.corner, self.now.corner
        for one, other in zip_longest(*corners, fillvalue=NO_CORNER):
            yield from zip(one, other, strict=True)

    def of_passages(self) -> Iterator[Correction]:
        """What changed in headings and passages, in their order."""
        pairs = tuple(matched(paired(self.text.lines, lines_of(self.now.blocks))))
        gone = frozenset(e.old.key for e in pairs if e.old and e.at == "old")
        above = -1
        arrived: list[Line] = []
        for pair in pairs:
            if pair.at == "new" and pair.new:
                arrived.append(pair.new)
            elif pair.at == "old" and pair.old:
                yield from self._deleted(pair.old, gone)
            elif pair.old and pair.new:
                yield from self._inserted(arrived, above)
                yield from self._changed(pair.old, pair.new)
                arrived, above = [], self.text.rows[pair.old.key]
        yield from self._inserted(arrived, above)

    def _changed(self, old: Line, new: Line) -> Iterator[Correction]:
        if isinstance(old.node, Table) and isinstance(new.node, Table):
            below = self._retabled(old.node, new.node)
        else:
            words = _words(new)
            if isinstance(old.node, Item) and isinstance(new.node, Item):
                words = self._ended(words, text_of(_words(old)))
            below = self._reworded(_words(old), words)
        if below:
            yield self._at(old, below)

    def _ended(self, content: Content, old: str) -> Content:
        """A point with the sign at its end that the old one has: its place sets it."""
        ends = tuple(map(self.wording.words.end, ("item", "last")))
        last = content[-1] if content else None
        was = next(filter(old.endswith, ends), "")
        if not was or not isinstance(last, Run) or not last.text.endswith(ends):
            return content
        now = next(filter(last.text.endswith, ends))
        return (*content[:-1], last._replace(text=last.text.removesuffix(now) + was))

    def _at(self, line: Line, below: tuple[Block, ...]) -> Correction:
        """A correction under the name that a line has: its paragraph's, or a title."""
        place, node = self.text.places[line.key], line.node
        if isinstance(node, Heading):
            title = quoted(place.section)
            return Correction(node.id, title, below, of_heading=True)
        name: Content = quoted(place.section or self.issued.title)
        if isinstance(node, Table) and node.caption:
            name = quoted(node.caption)
        elif place.number:
            name = self._say("corrigendum-paragraph", number=_line(place.number))
        return Correction(node.id, name, below, place.annex)

    def _say(self, key: str, **contents: Content) -> Content:
        return say(self.wording, key, **contents)

    def _said(self, key: str, **contents: Content) -> Paragraph:
        return Paragraph("", "", self._say(key, **contents))

    def _reworded(
        self, old: Content, new: Content, is_short: bool = False
    ) -> tuple[Block, ...]:
        """What is to be read in a text; a short one is never given without the old."""
        new = self.numbers.as_issued(new, old)
        found = readings(old, new) if old and new else ()
        if old == new or (old and new and not found):
            return ()
        if found and not is_too_much(old, new, found):
            return tuple(self._said("for-read", **each._asdict()) for each in found)
        if is_short or not found:
            return (self._whole(old, new),)
        return self._said("replace-paragraph"), _set_in(new)

    def _whole(self, old: Content, new: Content) -> Paragraph:
        """What is to be read for the whole of a text; one of the two may be empty."""
        if old and new:
            return self._said("for-read", old=old, new=new)
        key = "delete-words" if old else "insert-words"
        return self._said(key, words=old or new)

    def _retabled(self, old: Table, new: Table) -> tuple[Block, ...]:
        """What is to be read in a table, cell by cell where it has the same ones."""
        before, after = tuple(_cells(old)), tuple(_cells(new))
        if [cell.id for cell in before] != [cell.id for cell in after]:
            return self._said("replace-paragraph"), self._quoted_table(new)
        contents = ((a.content, b.content) for a, b in zip(before, after, strict=True))
        told = (
            self._reworded(*each, is_short=True)
            for each in ((old.caption, new.caption), *contents)
        )
        return tuple(chain.from_iterable(told))

    def _quoted_table(self, table: Table) -> Table:
        return table._replace(
            caption=self._now(table.caption),
            header=self._quoted_row(table.header),
            rows=tuple(map(self._quoted_row, table.rows)),
        )

    def _quoted_row(self, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(each._replace(content=self._now(each.content)) for each in row)

    def _now(self, content: Content) -> Content:
        """A new text as the corrigendum gives it."""
        return quoted(self.numbers.as_issued(content))

    def _deleted(self, line: Line, gone: frozenset[str]) -> Iterator[Correction]:
        """That a passage goes; its points go with it without being named."""
        place, node = self.text.places[line.key], line.node
        if self.text.goes_with_another(line, gone):
            return
        if place.own and self.text.goes_whole(line, gone):
            name = self._say("delete-paragraph", number=_line(place.number))
            yield Correction(node.id, name, (), place.annex)
        elif isinstance(node, Heading):
            name = self._say("delete-words", words=place.section)
            yield Correction(node.id, name, of_heading=True)
        else:
            yield self._at(line, (self._said("delete-words", words=_words(line)),))

    def _inserted(self, arrived: list[Line], above: int) -> Iterator[Correction]:
        """What comes after a row of the issued text, or before all of it (-1)."""
        while arrived:
            count = _together(arrived)
            yield self._insertion(arrived[:count], above)
            arrived = arrived[count:]

    def _insertion(self, lines: list[Line], above: int) -> Correction:
        id, depth = lines[0].node.id, depth_of(lines[0])
        below = self._new_text(lines)
        row = self.text.up_to(above, depth)
        if row < 0:
            name = self._say("insert-after-words", words=self.issued.title)
            return Correction(id, name, below)
        line = self.text.lines[row]
        place = self.text.places[line.key]
        if isinstance(line.node, Heading):
            name = self._say("insert-after-words", words=place.section)
        elif depth_of(line) == depth and (place.own or (depth < 0 and place.number)):
            name = self._say("insert-after", number=_line(place.number))
        else:
            words = closing_words(_words(line))
            said = self._said("insert-after-words", words=words)
            return self._at(line, (said, *below))
        return Correction(id, name, below, place.annex)

    def _new_text(self, lines: list[Line]) -> tuple[Block, ...]:
        """New passages without numbers; points keep letters under one of their own."""
        depth = depth_of(lines[0])
        return blocks_of(self._new_line(line, depth) for line in lines)

    def _new_line(self, line: Line, depth: int) -> Line:
        node = line.node
        if isinstance(node, Table):
            return line._replace(node=self._quoted_table(node))
        content = self._now(_words(line))
        if isinstance(node, Item) and line.depth > depth:
            inner = line.depth - max(depth + 1, 0)
            return line._replace(node=node._replace(content=content), depth=inner)
        if isinstance(node, Heading):
            content = tuple(
                each._replace(bold=True) if isinstance(each, Run) else each
                for each in content
            )
        return Line(line.key, _set_in(content, node.id))

    def of_notes(self) -> Iterator[Correction]:
        """What changed in the footnotes, which the issue's labels name."""
        before = {note.id: note for note in self.issued.notes}
        after = {note.id: note for note in self.now.notes}
        for id, note in {**after, **before}.items():
            old = before[id].content if id in before else ()
            new = after[id].content if id in after else ()
            below = self._reworded(old, new)
            if below:
                name = self._say("corrigendum-note", number=_line(note.label))
                yield Correction(id, name, below)


def _line(value: str | tuple[str, ...]) -> Content:
    text = value if isinstance(value, str) else ", ".join(value)
    return (Run(text),) if text else ()


def _words(line: Line) -> Content:
    """The words of a line: of a heading with what stands after its title."""
    node = line.node
    if isinstance(node, Table):
        return node.caption
    return (*node.content, *node.note) if isinstance(node, Heading) else node.content


def _together(arrived: list[Line]) -> int:
    """How many new lines come at one place: points first, what follows them after."""
    depth = depth_of(arrived[0])
    less = (n for n, e in enumerate(arrived) if depth >= 0 and depth_of(e) < depth)
    return next(less, len(arrived))


def _cells(table: Table) -> Iterator[Cell]:
    return chain(table.header, *table.rows)


def _set_in(content: Content, id: str = "") -> Paragraph:
    return Paragraph(id, "", quoted(content), quotation=True)
