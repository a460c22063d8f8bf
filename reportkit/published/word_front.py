"""The front of a report: masthead, bodies with place and dates, title, subtitle.

It is what stands before the first heading or numbered paragraph. The masthead may
be in the header of the first page, in tables of the body, or typed line by line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportkit.languages.words import Words
from reportkit.problems import Place
from reportkit.published.lines import (
    BODY,
    HEADING,
    MASTHEAD,
    SUBTITLE,
    TITLE,
    Line,
)
from reportkit.published.word_blocks import Block
from reportkit.published.word_content import joined, marked
from reportkit.published.word_headings import annex_of
from reportkit.published.word_masthead import (
    ORGAN,
    corner_kind,
    is_subtitle,
    is_title,
    is_where,
    known_part,
)
from reportkit.published.word_masthead_lines import (
    broken,
    counted_label,
    masthead_lines,
    masthead_parts,
    plain,
)
from reportkit.published.word_style_kinds import CORNER, ITEM

_CORNER_KINDS = {BODY, CORNER, ITEM}
_LONGEST_TITLE = 600
_LONGEST_FRONT = 200  # blocks, those of a masthead's cells among them
_FEWEST_PARTS = 2  # by which a table is known as a masthead


class Front(NamedTuple):
    """The lines of the front, and how many blocks they are."""

    lines: tuple[Line, ...]
    length: int


class Piece(NamedTuple):
    """A line of the front while it is read: its kind is empty where it is open.

    `place` is the number of its block; a `styled` one has the style of a body.
    """

    line: Line
    place: int
    bold: bool = False
    styled: bool = False


def read_front(blocks: Sequence[Block], words: Words) -> Front:
    """The front of a report's blocks; none where nothing tells it from the text."""
    reader = _Reader(blocks, words)
    reader.read()
    return reader.front()


class _Reader:
    """Reads blocks until the text begins; `told` once anything is of a front."""

    def __init__(self, blocks: Sequence[Block], words: Words) -> None:
        self.blocks = blocks
        self.words = words
        self.tables = _masthead_tables(blocks, words)
        self.masthead: list[Block] = []
        self.pieces: list[Piece] = []
        self.told = False
        self.titled = False
        self.length = 0

    def read(self) -> None:
        """Nothing; the blocks up to the text are read."""
        for place, block in enumerate(self.blocks[:_LONGEST_FRONT]):
            if _table(block) in self.tables:
                self.masthead.append(block)
                self.told = True
            elif block.is_shown:
                pieces = [*self._pieces(place, block)]
                if not pieces:
                    break
                self.pieces += pieces
            self.length = place + 1

    def front(self) -> Front:
        """The lines read, the title chosen among them where no style tells it."""
        if not self.titled:
            self._choose_title()
        if not self.told:
            return Front((), 0)
        parts = (n for n, p in enumerate(self.pieces) if p.line.kind == MASTHEAD)
        last = max(parts, default=-1)
        lines = [self._settled(p, n < last) for n, p in enumerate(self.pieces)]
        settled = _of_organs(lines, {p.line.place for p in self.pieces if p.styled})
        top = masthead_lines(self.masthead, self.words)
        return Front((*top, *settled), self.length)

    def _settled(self, piece: Piece, in_masthead: bool) -> Line:
        """The line of a piece; amid those of a masthead it names the organ."""
        line = piece.line
        if line.kind:
            return line
        kind, part = corner_kind(line.text, self.words)
        if in_masthead and kind == BODY:
            kind, part = MASTHEAD, ORGAN
        return line._replace(kind=kind, label=part)

    def _pieces(self, place: int, block: Block) -> Iterator[Piece]:
        """The lines of a block; none where the text begins."""
        kind = self._kind(place, block)
        if kind in (TITLE, SUBTITLE):
            self.told = self.titled = True
            text = marked(block.whole)
            yield Piece(Line(kind, text, block.place, counted_label(block)), place)
        elif kind:
            for number, runs in enumerate(broken(block.whole, self.words)):
                counted = "" if number else counted_label(block)
                text = joined((counted, marked(runs)))
                if text:
                    yield self._corner(place, block, plain(runs), text)

    def _corner(self, place: int, block: Block, text: str, marks: str) -> Piece:
        """A line over the title, its text plain and marked."""
        line = Line("", marks, block.place)
        if block.style.kind == ITEM:
            line = line._replace(kind=MASTHEAD, label="item")
        elif block.style.kind not in _CORNER_KINDS:
            part = known_part(text, self.words)
            line = line._replace(kind=MASTHEAD if part else "", label=part)
        told = line.kind or block.style.kind or is_where(text, self.words)
        self.told = self.told or bool(told)
        styled = block.style.kind in _CORNER_KINDS
        return Piece(line, place, block.bold, styled)

    def _kind(self, place: int, block: Block) -> str:
        """The kind of a block of the front, empty where the text begins."""
        own = block.style.kind
        if own == TITLE:
            return SUBTITLE if self.titled else TITLE
        if own == SUBTITLE:
            return own
        if own in _CORNER_KINDS:
            return BODY
        if own == HEADING:
            return self._kind_of_heading(place, block)
        if own or block.cell or block.label or not block.is_line:
            return ""
        if len(block.text) > _LONGEST_TITLE:
            return ""
        return self._under_title(block) if self.titled else self._over_title(block)

    def _over_title(self, block: Block) -> str:
        return TITLE if is_title(block.text, self.words) else BODY

    def _under_title(self, block: Block) -> str:
        if is_subtitle(block.text, self.words) or not block.bold:
            return SUBTITLE
        return ""

    def _kind_of_heading(self, place: int, block: Block) -> str:
        """What a heading without a label is, before any text: perhaps the title."""
        if block.label:
            return ""
        if self.titled:
            return self._kind_under_title(place, block)
        if is_title(block.text, self.words):
            return TITLE
        others = [
            each
            for number, each in enumerate(self.blocks)
            if each.style.kind == HEADING and number != place
        ]
        same = [each for each in others if each.style.level == block.style.level]
        alone = all(each.label or annex_of(each.text, self.words) for each in same)
        return TITLE if others and alone else ""

    def _kind_under_title(self, place: int, block: Block) -> str:
        """A heading under the title is no heading if the next one is above it."""
        after = (b for b in self.blocks[place + 1 :] if b.style.kind == HEADING)
        following = next(after, block)
        low = block.style.level > following.style.level
        return SUBTITLE if low or is_subtitle(block.text, self.words) else ""

    def _choose_title(self) -> None:
        """Nothing; the title is a line that stands open: the first in bold, or what
        stands last where anything else tells a front.
        """
        open = [n for n, piece in enumerate(self.pieces) if self._may_be_title(piece)]
        bold = [n for n in open if self.pieces[n].bold]
        if not open or self.length >= len(self.blocks):
            return
        if not self.told and not (bold and self._has_heading_below(bold[0])):
            return
        chosen = self._title_of(open, bold)
        piece = self.pieces[chosen]
        self.told = self.titled = True
        self.pieces[chosen] = piece._replace(line=piece.line._replace(kind=TITLE))
        self._end_after(chosen)

    def _has_heading_below(self, number: int) -> bool:
        """Whether what comes right after a line looks like a heading."""
        below = self.blocks[self.pieces[number].place + 1]
        return below.bold or below.style.kind == HEADING

    def _title_of(self, open: list[int], bold: list[int]) -> int:
        wheres = [
            n
            for n, piece in enumerate(self.pieces)
            if is_where(piece.line.text, self.words)
        ]
        after = [n for n in bold or open if n > max(wheres, default=-1)]
        return after[0] if after else (bold or open)[-1]

    def _may_be_title(self, piece: Piece) -> bool:
        return (
            not piece.line.kind and corner_kind(piece.line.text, self.words)[0] == BODY
        )

    def _end_after(self, chosen: int) -> None:
        """Nothing; lines in bold under the title are headings of the text."""
        for number in range(chosen + 1, len(self.pieces)):
            piece = self.pieces[number]
            under = not piece.line.kind
            begins = piece.bold and piece.place > self.pieces[number - 1].place
            if under and begins and not is_subtitle(piece.line.text, self.words):
                self.length, self.pieces = piece.place, self.pieces[:number]
                return
            if under:
                line = piece.line._replace(kind=SUBTITLE)
                self.pieces[number] = piece._replace(line=line)


def _of_organs(lines: list[Line], styled: set[Place]) -> Iterator[Line]:
    """The lines of the corner: of names in a row the last is the body that met,
    those above it are its parents; what follows an item is the item's title.
    """
    item = False
    for number, line in enumerate(lines):
        below = lines[number + 1] if number + 1 < len(lines) else None
        item = line.label == "item" or (item and line.kind == BODY)
        if line.kind == BODY and line.place not in styled:
            if item:
                line = line._replace(kind=MASTHEAD, label="item")
            elif below and below.kind == BODY:
                line = line._replace(kind=MASTHEAD, label=ORGAN)
        yield line


def _table(block: Block) -> int:
    return block.cell[0] if block.cell else 0


def _masthead_tables(blocks: Sequence[Block], words: Words) -> frozenset[int]:
    """The tables that are a masthead by what they hold."""
    tables: dict[int, list[Block]] = {}
    for block in blocks[:_LONGEST_FRONT]:
        if block.cell:
            tables.setdefault(_table(block), []).append(block)
    parts = {number: masthead_parts(held, words) for number, held in tables.items()}
    return frozenset(n for n, found in parts.items() if len(found) >= _FEWEST_PARTS)
