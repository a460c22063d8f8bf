"""Lines put together into paragraphs, rather one too many than one too few.

A paragraph that a page's end cuts in two, or a label that is none, is put right where
the kinds are told (`text_kinds`): what comes before and after decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reportkit.published.text_labels import DASH_SIGN, RANKS, Grammar
from reportkit.published.text_source import Row, Span

ENDED = re.compile(r"[.:;!?…。：；！？؛؟][\s”\"»’'“)）\]」』]*$")
COLON = re.compile(r"[:：][\s”\"»’'“)）\]]*$")
OPENING = re.compile(r"[“«„\"”‟「『‘]")
QUOTED_NUMBER = re.compile(rf"{OPENING.pattern}\d{{1,2}}\.\s")
# A line that is set in by so many columns is another paragraph. One that fills less
# than this share of the page's width, with the next word, is the last of its
# paragraph; letters are of several widths, and those of a heading wider.
SET_IN = 3
EARLY, EARLY_IN_HEADING = 0.7, 0.55
TAIL = 12


class Block(NamedTuple):
    """A paragraph, or a row of a table where it has cells.

    `inner` is the indent of its second line; -1 where it has one line.
    """

    text: str
    spans: tuple[Span, ...]
    indent: int
    inner: int
    gap: int
    broken: bool
    look: str = ""
    cells: tuple[tuple[Span, ...], ...] = ()


class Beginnings(NamedTuple):
    """By what the beginning of a paragraph is known.

    A line that `alone` matches is a paragraph; `continued` ends a heading;
    `by_column` says that indents and ends of lines are as printed.
    """

    grammar: Grammar
    alone: re.Pattern[str]
    continued: re.Pattern[str]
    by_column: bool


def is_ended(text: str) -> bool:
    """Whether a text ends with a sign that ends a sentence or a point."""
    return ENDED.search(text[-TAIL:].rstrip()) is not None


def announces(text: str) -> bool:
    """Whether a text ends with a colon."""
    return COLON.search(text[-TAIL:].rstrip()) is not None


def blocks_of(rows: Iterable[Row | Block], signs: Beginnings) -> tuple[Block, ...]:
    """The paragraphs of some lines; a row of a table is one already."""
    return tuple(_blocks(rows, signs))


def _blocks(rows: Iterable[Row | Block], signs: Beginnings) -> Iterator[Block]:
    held: list[Row] = []
    every = tuple(rows)
    widths = _widths(every) if signs.by_column else [0] * len(every)
    for row, after, width in zip(every, (*every, None)[1:], widths, strict=True):
        if isinstance(row, Block):
            yield from _block(held)
            held = []
            yield row
            continue
        above_table = isinstance(after, Block) and not is_ended(row.text)
        begins = above_table and held and is_ended(held[-1].text)
        if begins or (held and _begins(held, row, signs, width)):
            yield from _block(held)
            held = []
        held.append(row)
    yield from _block(held)


def _widths(rows: Sequence[Row | Block]) -> list[int]:
    """For each line the width of most lines on its page."""
    breaks = [place for place, row in enumerate(rows) if row.broken and place]
    widths: list[int] = []
    for first, last in zip((0, *breaks), (*breaks, len(rows)), strict=True):
        lengths = sorted(len(row.text) for row in rows[first:last])
        upper = lengths[len(lengths) * 3 // 4] if lengths else 0
        widths += [upper] * (last - first)
    return widths


def _begins(held: Sequence[Row], row: Row, signs: Beginnings, width: int) -> bool:
    """Whether a line begins a paragraph."""
    above = held[-1]
    if row.gap or row.broken or signs.alone.fullmatch(above.text):
        return True
    if _is_marked(above, row) or begins_with_label(signs.grammar, row.text):
        return True
    if _begins_quotation(held, row):
        return True
    if not signs.by_column or row.text[0].islower():
        return False
    if not is_ended(above.text):
        return _ends_heading(held, row, signs, width)
    return len(held) > 1 and _is_set_apart(above, row, width)


def _is_marked(above: Row, row: Row) -> bool:
    """Whether a sign of the text begins a paragraph, or ended one."""
    if row.look in ("item", "label") or row.look not in ("", above.look):
        return True
    return above.look == "heading" and not row.look


def _begins_quotation(held: Sequence[Row], row: Row) -> bool:
    """Whether another paragraph of a quotation begins, each with a mark."""
    above = held[-1].text
    if not is_ended(above) and not above.endswith(","):
        return False
    both = OPENING.match(row.text) and OPENING.match(held[0].text)
    return bool(both or QUOTED_NUMBER.match(row.text))


def _ends_heading(held: Sequence[Row], row: Row, signs: Beginnings, width: int) -> bool:
    """Whether the line above is a heading's last: it had room for another word."""
    label = signs.grammar.read(held[0].text)
    if label is None or not any(system in RANKS for system, _ in label.readings):
        return False
    if signs.continued.search(held[-1].text):
        return True
    return len(held) == 1 and _filled(held[-1], row) < width * EARLY_IN_HEADING


def begins_with_label(grammar: Grammar, text: str) -> bool:
    """Whether a label stands at the beginning of a text."""
    return DASH_SIGN.match(text) is not None or grammar.read(text) is not None


def _is_set_apart(above: Row, row: Row, width: int) -> bool:
    """Whether a line is set in or out, or the line above it had room for more."""
    if abs(row.indent - above.indent) >= SET_IN:
        return True
    return _filled(above, row) < width * EARLY


def _filled(above: Row, row: Row) -> int:
    """The columns of a line with the first word of the next."""
    return len(above.text) + 1 + len(row.text.partition(" ")[0])


def _block(rows: Sequence[Row]) -> Iterator[Block]:
    if rows:
        first = rows[0]
        inner = rows[1].indent if len(rows) > 1 else -1
        spans = tuple(span for row in rows for span in row.spans)
        text = " ".join(row.text for row in rows)
        yield Block(
            text, spans, first.indent, inner, first.gap, first.broken, first.look
        )
