"""The body of a report: what each paragraph after the front is.

Evidence in this order: style, label, looks, place. Numbered paragraphs are known by
their sequence, so that `3.` in an agenda is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reportkit.languages.words import Words
from reportkit.problems import Problem, warning
from reportkit.published.lines import (
    DASH,
    HEADING,
    PARAGRAPH,
    QUOTATION,
    Line,
)
from reportkit.published.word_blocks import Block
from reportkit.published.word_content import from_offset, marked, plain_text
from reportkit.published.word_headings import annex_of, is_figure, levels_of
from reportkit.published.word_inserted import places_inserted
from reportkit.published.word_labels import ARABIC, DECIMAL, Label, Reading
from reportkit.published.word_lists import Lists
from reportkit.published.word_masthead import announces_agenda
from reportkit.published.word_tables import Grid
from reportkit.published.word_together import Part, put_together

_OPENING, _CLOSING = ("“", "«", "„", "‘", '"', "”"), ("”", "»", "“", "’", '"')
# Entries that an agenda can leave out, and the characters of its longest.
_MISSING, _ENTRY = 20, 300
_LARGEST_GAP = 3  # in numbers of which only a space parts the text


class Body:
    """Reads the parts of a body once, in their order."""

    def __init__(self, parts: Iterable[Part], words: Words) -> None:
        self.words = words
        self.parts, headings = put_together(tuple(parts), words)
        self.inserted = places_inserted(self.parts, headings, words)
        blocks = [each for each in self.parts if isinstance(each, Block)]
        self.headings = {b.place: b for b in headings if b.place not in self.inserted}
        pairs = pairwise(each.place for each in blocks)
        close = {low for high, low in pairs if high in self.headings}
        levels = levels_of([*self.headings.values()], close, words)
        self.levels = dict(zip(self.headings, levels, strict=True))
        self.lists = Lists()
        self.number = 0
        self.skipped: set[int] = set()  # numbers that were due and did not come
        self.above: Block | None = None
        self.is_new = True  # since a heading, no paragraph has a number
        self.quoting = False
        self.problems: list[Problem] = []

    def lines(self) -> Iterator[Line]:
        """The lines of the body."""
        for place, part in enumerate(self.parts):
            if isinstance(part, Grid):
                yield from part.lines
            elif part.place in self.inserted:
                yield self._inserted(part)
            elif part.place in self.headings:
                yield self._heading(part)
            else:
                yield self._line(part, self._after(place))

    def _after(self, place: int) -> Sequence[Part]:
        near = self.parts[place + 1 : place + 60]
        return [part for part in near if not self._is_inserted(part)]

    def _is_inserted(self, part: Part) -> bool:
        return isinstance(part, Block) and part.place in self.inserted

    def _inserted(self, block: Block) -> Line:
        """A paragraph that is quoted, its number in its text."""
        self.lists.close()
        self.above, self.quoting = None, False
        return Line(QUOTATION, block.printed, block.place)

    def _heading(self, block: Block) -> Line:
        self.lists.close()
        self.above, self.is_new, self.quoting = None, True, False
        level = self.levels[block.place]
        annex = annex_of(plain_text(block.runs).strip(), self.words)
        if annex and block.label is None:
            self.number = 0
            self.skipped.clear()
            return _annex(block, level, annex.label if annex.offset else "")
        if block.italic:  # it is the heading's own look, as that of H4 is
            upright = tuple(run._replace(italic=False) for run in block.runs)
            block = block._replace(runs=upright)
        return _line(block, HEADING, level)

    def _line(self, block: Block, after: Sequence[Part]) -> Line:
        kind, level = self._kind(block, after)
        if kind == PARAGRAPH and block.label and not self._is_paragraph(block, after):
            block = block.unlabelled()
        self.lists.announced = block.announces
        if kind == PARAGRAPH:
            self.above = block
            if block.label or block.announces:
                self.lists.close()
        return _line(block, kind, level)

    def _is_paragraph(self, block: Block, after: Sequence[Part]) -> bool:
        """Whether the label is that of a numbered paragraph; the count goes on."""
        number = _number(block)
        if _is_decimal(block) or not number:
            return _is_decimal(block) and block.tabbed
        if not block.tabbed and not self._is_next(number, after):
            return False
        self._count(block, number)
        return True

    def _kind(self, block: Block, after: Sequence[Part]) -> tuple[str, int]:
        if block.style.kind == QUOTATION:
            return QUOTATION, 0
        if block.label is None and block.style.kind == DASH:
            return self.lists.point(block, None)
        if block.label is None:
            return (QUOTATION if self._is_quoted(block) else PARAGRAPH), 0
        self.quoting = False
        if is_figure(block) or _is_decimal(block):
            return self._figure(block, after)
        if block.label.is_dash:
            return self.lists.point(block, None)
        if not block.label.readings:
            return PARAGRAPH, 0
        sure = block.tabbed or self.lists.goes_on(block) or self.lists.begins(block)
        if not sure:
            return PARAGRAPH, 0
        return self.lists.point(block, _next_label(after))

    def _is_quoted(self, block: Block) -> bool:
        """Whether a paragraph without a label is quoted from elsewhere."""
        above = self.above
        begins = bool((above and above.announces) or self.lists.open)
        if block.text.startswith(_OPENING) and (begins or self.quoting):
            self.quoting = not block.text.rstrip(".;,").endswith(_CLOSING)
            return True
        quoted = self.quoting
        if block.text.rstrip(".;,").endswith(_CLOSING):
            self.quoting = False
        return quoted

    def _figure(self, block: Block, after: Sequence[Part]) -> tuple[str, int]:
        """What a figure labels: an entry of an agenda, a point or a paragraph."""
        number = _number(block)
        if block.label is None or _is_decimal(block):
            return PARAGRAPH, 0
        reading = Reading(ARABIC, number)
        agenda = self.lists.agenda
        if agenda and agenda.last.number + 1 == number:
            due = number == self.number + 1 and not self._comes_again(number, after)
            if not due or self._is_of_agenda(block, number, after):
                return self.lists.entry(block.label, reading, block.depth)
        elif (number == 1 and self._begins_agenda(after)) or self._is_of_agenda(
            block, number, after
        ):
            return self.lists.entry(block.label, reading, block.depth)
        elif self._is_point(block, number):
            return self.lists.point(block, _next_label(after))
        return PARAGRAPH, 0

    def _begins_agenda(self, after: Sequence[Part]) -> bool:
        above = self.above
        announced = bool(above and above.announces and not self.lists.open)
        return announced and announces_agenda(above.text if above else "", self.words)

    def _is_of_agenda(self, block: Block, number: int, after: Sequence[Part]) -> bool:
        """Whether an entry begins an agenda at another number than one, or stands
        after others that are left out: the count of paragraphs goes on later."""
        agenda = self.lists.agenda
        last = agenda.last.number if agenda else 0
        begins = not agenda and self._begins_agenda(after)
        goes_on = agenda is not None and last < number <= last + _MISSING
        short = len(plain_text(block.runs)) <= _ENTRY
        return short and (begins or goes_on) and self.number + 1 in _figures(after)

    def _is_point(self, block: Block, number: int) -> bool:
        if number == self.number + 1 or self.is_new:
            return False
        if self.lists.goes_on(block):
            return True
        announced = self.above and self.above.announces
        return number == 1 and bool(announced or self.lists.open)

    def _comes_again(self, number: int, after: Sequence[Part]) -> bool:
        """Whether the next figure at a line's beginning is the same once more,
        or the next but one: what comes first is in the agenda then.
        """
        figures = _figures(after)
        further = range(number, number + len(figures) + 1)
        for figure, expected in zip(figures, further, strict=False):
            if figure == number:
                return True
            if figure != expected + 1:
                return False
        return False

    def _is_next(self, number: int, after: Sequence[Part]) -> bool:
        """Whether a number goes on with the count, or begins one that goes on."""
        if self.is_new and number == 1:
            return True
        if number == 1 or (self.is_new and not self.number):
            return _figures(after)[:1] == [number + 1]
        if self._is_misplaced(number):
            return True
        return 0 < number - self.number <= _LARGEST_GAP

    def _is_misplaced(self, number: int) -> bool:
        """Whether a number stands twice, or after others that it is due before."""
        listed = self.lists.open or (self.above and self.above.announces)
        return not listed and (number == self.number or self._is_late(number))

    def _is_late(self, number: int) -> bool:
        near = number < self.number <= number + _LARGEST_GAP
        return near and number in self.skipped

    def _count(self, block: Block, number: int) -> None:
        """Nothing; the paragraph is counted, and a break in the sequence told."""
        label = block.label.text if block.label else ""
        restarts = number == 1 and self.is_new
        if self.number and number != self.number + 1 and not restarts:
            message = f"paragraph {label} follows paragraph {self.number}"
            rule = "paragraph-sequence"
            self.problems.append(warning(block.place, message, rule=rule))
        self.is_new = False
        if self._is_late(number):
            self.skipped.discard(number)
            return
        skipped = range(self.number + 1, min(number, self.number + _LARGEST_GAP))
        self.skipped |= {*skipped} if self.number else set()
        self.number = number


def _line(block: Block, kind: str, level: int = 0) -> Line:
    label = block.label.text if block.label else ""
    return Line(kind, block.marked, block.place, label, level)


def _annex(block: Block, level: int, label: str) -> Line:
    """The heading of an annex; what stands over its title is its label."""
    text = plain_text(block.runs)
    begin = text.index("\n", len(text) - len(text.lstrip())) + 1 if label else 0
    runs = from_offset(block.runs, begin)
    return Line(HEADING, marked(runs), block.place, label, level)


def _number(block: Block) -> int:
    """The number of the label in figures; 0 where it has none."""
    label = block.label
    if label is None:
        return 0
    return label.number_in(ARABIC) or label.number_in(DECIMAL)


def _figures(parts: Sequence[Part]) -> list[int]:
    """The numbers of the labels in figures, in their order."""
    blocks = (each for each in parts if isinstance(each, Block))
    return [_number(block) for block in blocks if is_figure(block)]


def _is_decimal(block: Block) -> bool:
    return bool(block.label and block.label.number_in(DECIMAL))


def _next_label(after: Sequence[Part]) -> Label | None:
    first = next((each for each in after if isinstance(each, Block)), None)
    return first.label if first else None
