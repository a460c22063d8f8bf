"""What every paragraph of the body is, told from the first to the last.

A label counts where it goes on from those before; a paragraph without one goes on
with the text that it interrupts, is a heading, or stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportkit.problems import Problem, warning
from reportkit.published.inserted import ANNEX, Piece, inserted_in
from reportkit.published.lines import (
    AGENDA,
    DASH,
    PARAGRAPH,
    POINT,
    QUOTATION,
)
from reportkit.published.text_blocks import Block, is_ended
from reportkit.published.text_front import Told
from reportkit.published.text_inserted import LONGEST_LINE, piece_of_block
from reportkit.published.text_labels import (
    CHAPTER,
    DASH_SIGN,
    POINTS,
    SECTION,
    Grammar,
    Label,
)
from reportkit.published.text_levels import Levels
from reportkit.published.text_numbers import Numbers, Points
from reportkit.published.text_source import Source, Span, cut

# Characters: a heading is shorter; a label of a paragraph may have no end sign when
# its text is longer; an entry of an agenda is shorter.
HEADING_AT_MOST, SURELY_TEXT, ENTRY = 600, 250, 300
# Of a long text, what its end is told by.
TAIL = 2000
IN_TEXT = (PARAGRAPH, POINT, DASH, AGENDA, QUOTATION)


@dataclass(slots=True)
class Passage:
    """A line that is being read.

    `text` is the last of its words so far, `margin` where they begin, `opened` how
    many quotations are open at their end.
    """

    told: Told
    spans: list[Span]
    text: str
    margin: int
    opened: int

    @property
    def kind(self) -> str:
        return self.told.kind


class Patterns:
    """What a language's signs are matched with."""

    def __init__(
        self,
        agenda: str,
        annex: str,
        and_: str,
        quotes: tuple[str, str],
        language: str,
    ) -> None:
        self.language = language
        self.agenda = re.compile(agenda, re.IGNORECASE)
        numeral = (
            r"(?:[IVXLC]+|\d{1,2}|[A-Z]|[一二三四五六七八九十]{1,3}|ال\S+(?: عشر)?)"
        )
        word = rf"(?:{annex}) ?{numeral}?\*?"
        self.annex = re.compile(word, re.IGNORECASE)
        self.annex_with_title = re.compile(
            rf"(?:{annex}) ?{numeral}\s?[.:：–-]\s?\S.*", re.IGNORECASE
        )
        self.and_ = re.compile(rf"[;,；،]\s?(?:{and_})$")
        self.quotes = quotes

    def begins_annex(self, text: str) -> bool:
        """Whether a text is the heading of an annex, with its title or without."""
        if self.annex.fullmatch(text):
            return True
        return bool(self.annex_with_title.fullmatch(text)) and not is_ended(text)


class Kinds:
    """Reads the paragraphs of a body; `problems` are what is doubtful in them."""

    def __init__(self, source: Source, grammar: Grammar, patterns: Patterns) -> None:
        self.source = source
        self.grammar = grammar
        self.patterns = patterns
        self.levels = Levels()
        self.points = Points()
        self.numbers = Numbers(())
        self.passages: list[Passage] = []
        self.problems: list[Problem] = []
        self.blocks: Sequence[Block] = ()
        self.labels: list[Label | None] = []
        self.agenda = ""
        self.entries: list[tuple[Block, Passage]] = []
        self.margin = -1
        self.annex = False
        self.again: set[int] = set()
        self.inserted: set[int] = set()

    def begin(self, blocks: Sequence[Block]) -> None:
        """Take in the paragraphs of a body, and their labels."""
        self.blocks = blocks
        self.labels = [self._label(block) for block in blocks]
        pieces = tuple(self._pieces())
        self.inserted = inserted_in(pieces)
        own = [
            None if n in self.inserted else label for n, label in enumerate(self.labels)
        ]
        annexes = [n for n, piece in enumerate(pieces) if piece.kind == ANNEX]
        headings = [n for n in range(len(pieces)) if self._is_surely_heading(n)]
        self.numbers = Numbers(own, headings, annexes)
        self.again = self._begun_again()

    def _begun_again(self) -> set[int]:
        """The sections that begin `again` in one chapter, under headings without a
        label; whether chapters have labels is known too.
        """
        firsts: dict[int, list[int]] = {}
        chapter = 0
        for place, label in enumerate(self.labels):
            if self.patterns.annex.fullmatch(self.blocks[place].text):
                break
            if label and label.number(CHAPTER) == chapter + 1:
                chapter += 1
            elif label and label.number(SECTION) == 1:
                firsts.setdefault(chapter, []).append(place)
        self.levels.chapters = chapter > 1
        return {n for places in firsts.values() if len(places) > 1 for n in places}

    def _pieces(self) -> Iterator[Piece]:
        for place, (block, label) in enumerate(
            zip(self.blocks, self.labels, strict=True)
        ):
            if self.patterns.begins_annex(block.text):
                yield Piece(ANNEX)
            else:
                is_short = len(block.text) <= LONGEST_LINE
                is_cut = is_short and self.is_unfinished(place)
                yield piece_of_block(block, label, is_cut)

    def _is_surely_heading(self, place: int) -> bool:
        """Whether a sign says so, or a label that no paragraph has."""
        block, label = self.blocks[place], self.labels[place]
        if block.look == "heading" or label is None:
            return block.look == "heading"
        systems = {system for system, _ in label.readings}
        is_line = len(block.text) <= LONGEST_LINE and not is_ended(block.text)
        return is_line and block.gap > 0 and systems <= {CHAPTER, SECTION}

    def _label(self, block: Block) -> Label | None:
        return (
            None if block.look in ("item", "cells") else self.grammar.read(block.text)
        )

    # What stands before and after.

    @property
    def last(self) -> Passage | None:
        return self.passages[-1] if self.passages else None

    def is_free(self, block: Block) -> bool:
        """Whether the text before is ended, so that a label may begin here."""
        last = self.last
        if last is None or last.kind not in IN_TEXT or last.kind == DASH:
            return True
        if block.gap and not block.broken:
            return True
        return is_ended(last.text) or self.patterns.and_.search(last.text) is not None

    def is_unfinished(self, place: int) -> bool:
        """Whether a paragraph goes on, after a page's end or what is no label."""
        if place + 1 >= len(self.blocks):
            return False
        after, label = self.blocks[place + 1], self.labels[place + 1]
        if after.cells or after.look == "heading" or (label and after.gap):
            return False
        if after.text[self._after_sign(after, label)].islower():
            return True
        ended = is_ended(self.blocks[place].text)
        return label is None and after.broken and not ended and is_ended(after.text)

    def _after_sign(self, block: Block, label: Label | None) -> int:
        """Where the words begin after a label, or after a dash in a paragraph."""
        if label:
            return label.length
        dash = None if block.gap else DASH_SIGN.match(block.text)
        return dash.end() if dash else 0

    def _opened(self, text: str, before: int = 0) -> int:
        """How many quotations are open after a text; straight marks go in pairs."""
        opened, closed = self.patterns.quotes
        signs = text.count(opened) + text.count("«")
        signs -= text.count(closed) + text.count("»")
        straight = text.count('"') % 2
        return before + signs + (-straight if before > 0 else straight)

    def is_before_label(self, place: int, farthest: int = 2) -> bool:
        """Whether a heading or a numbered paragraph follows."""
        if place + 1 >= len(self.blocks):
            return False
        after = self.labels[place + 1]
        if self.blocks[place + 1].look == "heading":
            return True
        if after is not None:
            return not all(system in POINTS for system, _ in after.readings)
        text = self.blocks[place + 1].text
        apart = self.blocks[place + 1].gap and not is_ended(text)
        return bool(apart and farthest) and self.is_before_label(
            place + 1, farthest - 1
        )

    # What is added.

    def add(
        self, kind: str, block: Block, label: Label | None = None, level: int = 0
    ) -> None:
        spans = block.spans
        text = block.text
        sign: tuple[Span, ...] = ()
        if label:
            rest = cut(self.source, spans, len(label.text))
            sign = _before(self.source, spans, rest)
            spans, text = rest, text[label.length :]
        told = Told(kind, (), label.text if label else "", level, sign, block.cells)
        margin, opened = self._margin(kind, block), self._opened(text)
        self.passages.append(Passage(told, [*spans], text[-TAIL:], margin, opened))

    def _margin(self, kind: str, block: Block) -> int:
        """Where the text of a paragraph begins; a quotation is set in from there."""
        if kind == QUOTATION and self.last:
            return self.last.margin
        return block.inner if block.inner >= 0 else block.indent

    def go_on(self, block: Block) -> None:
        """Put a paragraph to the one that it goes on with."""
        last = self.passages[-1]
        last.spans += block.spans
        last.text = f"{last.text} {block.text}"[-TAIL:]
        last.opened = self._opened(block.text, last.opened)

    def lines(self) -> Iterator[Told]:
        """The lines that were read."""
        for passage in self.passages:
            yield passage.told._replace(spans=tuple(passage.spans))

    def warn(self, block: Block, message: str, hint: str) -> None:
        place = self.source.place(block.spans[0].start)
        self.problems.append(warning(place, message, hint, "extracted"))


def _before(
    source: Source, spans: tuple[Span, ...], rest: tuple[Span, ...]
) -> tuple[Span, ...]:
    """The spans of a label: those before the rest."""
    if not rest:
        return spans
    until = rest[0].start
    cutting = (
        span._replace(end=min(span.end, until)) for span in spans if span.start < until
    )
    return tuple(span for span in cutting if source.text[span.start : span.end].strip())
