"""What is to be read otherwise in a passage, in the shortest quotations that tell it.

A quotation holds whole words, and is found once only in the passage as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reportkit.document.nodes import Content, Plain, Run
from reportkit.document.text import put_together, text_of
from reportkit.revise.difference import (
    HAN,
    MARKS,
    WORD,
    Stretch,
    stretches,
    tokens_of,
)
from reportkit.revise.quotation import occurrences

# Of a short passage some words may always be quoted; of a longer one, a third.
FEW = 8
# Changes with so few words between them are quoted as one.
NEAR = 2
# Enough of the end of a passage to know it by.
CLOSING = 5
CLAUSE_ENDS = tuple(",;:.،؛，；：。")

_COUNTED = re.compile(rf"[{HAN}]|[^\s{HAN}]+")
_PARTED = re.compile(rf"\s|[{HAN}]")
_LETTER = rf"(?:[^\W{HAN}]|[{MARKS}])"
_SIGN = "[’'‐‑/.,:-]"
_SPACE = "[\u00a0\u202f]"
# A word goes on over these signs, a number over a space: l’État, 10/Add.1, 1 200.
_CUT = re.compile(
    rf"{_LETTER}{_SIGN}?\0{_LETTER}|{_LETTER}\0{_SIGN}{_LETTER}"
    rf"|\d{_SPACE}\0\d|\d\0{_SPACE}\d"
)


class Reading(NamedTuple):
    """Words as they were issued, and what is to be read for them."""

    old: tuple[Plain, ...]
    new: tuple[Plain, ...]


Cells = Sequence[Stretch]
Span = tuple[int, int]


def readings(old: Content, new: Content) -> tuple[Reading, ...]:
    """The changes between two contents, in order; other spaces are no change."""
    cells = tuple(_cells(stretches(old, new)))
    passage = text_of(old)
    changed = (n for n, cell in enumerate(cells) if not cell.same)
    spans = _merged((_grown(cells, n, passage) for n in changed), cells)
    return tuple(_reading(cells[start:end]) for start, end in spans)


def is_too_much(old: Content, new: Content, found: Iterable[Reading]) -> bool:
    """Whether the quotations are so long that the whole passage is better given."""
    given = tuple(found)
    quoted = (each.old for each in given), (each.new for each in given)
    return any(
        sum(map(_count, parts)) > max(FEW, _count(whole) // 3)
        for whole, parts in zip((old, new), quoted, strict=True)
    )


def closing_words(content: Content) -> tuple[Plain, ...]:
    """The last clause of a content; all of it where that is short."""
    tokens = tokens_of(content)
    texts = [text_of((token,)) for token in tokens]
    clauses = (
        tokens[n:]
        for n in range(len(tokens) - 1, 0, -1)
        if texts[n - 1] in CLAUSE_ENDS and _PARTED.match(texts[n])
    )
    long = (each for each in clauses if _count(each) >= CLOSING)
    return put_together(_stripped(next(long, tokens)))


def _count(content: Content) -> int:
    return len(_COUNTED.findall(text_of(content)))


def _cells(found: Iterable[Stretch]) -> Iterator[Stretch]:
    """What stays, a word or sign at a time, and each change as it is."""
    for each in found:
        if each.same:
            pairs = zip(each.old, each.new, strict=True)
            yield from (Stretch(True, (one,), (other,)) for one, other in pairs)
        else:
            yield each._replace(same=_is_space(each.old) and _is_space(each.new))


def _is_space(tokens: tuple[Plain, ...]) -> bool:
    runs = all(isinstance(token, Run) for token in tokens)
    return runs and text_of(tokens).isspace()


def _grown(cells: Cells, place: int, passage: str) -> Span:
    """The fewest words around a change that tell it from the rest of its passage."""
    start, end = _whole(cells, place, place + 1)
    while not _tells(cells[start:end], passage) and end - start < len(cells):
        before, after = _word_before(cells, start), _word_after(cells, end)
        start, end = _whole(cells, before, after)
    return start, end


def _tells(cells: Cells, passage: str) -> bool:
    old, new = (text_of(side).strip() for side in _sides(cells))
    worded = WORD.search(old) and WORD.search(new)
    return bool(worded) and len(occurrences(passage, old)) == 1


def _sides(cells: Cells) -> Reading:
    return Reading(
        tuple(token for cell in cells for token in cell.old),
        tuple(token for cell in cells for token in cell.new),
    )


def _word_before(cells: Cells, start: int) -> int:
    words = (n for n in range(start - 1, -1, -1) if _is_worded(cells[n]))
    return next(words, 0)


def _word_after(cells: Cells, end: int) -> int:
    words = (n + 1 for n in range(end, len(cells)) if _is_worded(cells[n]))
    return next(words, len(cells))


def _is_worded(cell: Stretch) -> bool:
    return bool(WORD.search(text_of(cell.old) or text_of(cell.new)))


def _whole(cells: Cells, start: int, end: int) -> Span:
    """A span that cuts no word at its ends."""
    while start > 0 and _cuts(cells, start):
        start -= 1
    while end < len(cells) and _cuts(cells, end):
        end += 1
    return start, end


def _cuts(cells: Cells, at: int) -> bool:
    """Whether a word of either text goes on over a boundary."""
    before, after = _sides(cells[max(at - 3, 0) : at]), _sides(cells[at : at + 3])
    sides = zip(map(text_of, before), map(text_of, after), strict=True)
    return any(_CUT.search(f"{one[-2:]}\0{other[:2]}") for one, other in sides)


def _merged(spans: Iterable[Span], cells: Cells) -> list[Span]:
    """Spans that meet, or nearly so, as one."""
    made: list[Span] = []
    for start, end in spans:
        between = cells[made[-1][1] : start] if made else ()
        if made and sum(map(_is_worded, between)) <= NEAR:
            first, last = made.pop()
            start, end = min(first, start), max(last, end)
        made.append((start, end))
    return made


def _reading(cells: Cells) -> Reading:
    return Reading(*(put_together(_stripped(side)) for side in _sides(cells)))


def _stripped(tokens: tuple[Plain, ...]) -> tuple[Plain, ...]:
    """The tokens without spaces at their ends."""
    kept = [n for n, token in enumerate(tokens) if not _is_space((token,))]
    return tokens[kept[0] : kept[-1] + 1] if kept else ()
