"""Quoted words found in a text, and the text with other words in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# Signs that are typed one way and printed another; a quotation finds both.
ALIKE = str.maketrans("’‘“”„«»\u00a0\u202f\n\t", '\'\'"""""    ')
# A space that would stand double where words are left out.
BEFORE_A_GAP = re.compile(r"[ \n\u00a0]$")
AFTER_A_GAP = re.compile(r"[ \n\u00a0.,;:!?)\]}،؛。，；：]|$")


class Span(NamedTuple):
    """Words of a text and what stands in their place; `by` is the amendment's id."""

    start: int
    end: int
    new: str
    by: str = ""

    def meets(self, other: Span) -> bool:
        """Whether two spans touch the same words."""
        return self.start < other.end and other.start < self.end


def occurrences(text: str, quoted: str) -> tuple[tuple[int, int], ...]:
    """Where quoted words stand in a text, as starts and ends.

    Quotation marks, apostrophes and spaces of any kind are alike. Words that
    stand by themselves go before parts of longer words.
    """
    found = tuple(_found(text.translate(ALIKE), quoted.strip().translate(ALIKE)))
    return stand_alone(text, found) or found


def stand_alone(
    text: str, found: Iterable[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """Of some places, those that are no part of a longer word."""
    return tuple(each for each in found if _stands_alone(text, *each))


def _found(text: str, quoted: str) -> Iterator[tuple[int, int]]:
    at = text.find(quoted) if quoted else -1
    while at >= 0:
        yield at, at + len(quoted)
        at = text.find(quoted, at + len(quoted))


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start].isalnum() and text[start].isalnum()
    after = text[end : end + 1].isalnum() and text[end - 1].isalnum()
    return not before and not after


def respelt(text: str, spans: Iterable[Span]) -> str:
    """The text with the spans' words in place of its own; they may not meet."""
    made, done = [], 0
    for span in sorted(spans):
        start = span.start if span.new else _gap_start(text, span)
        made += [text[done : max(start, done)], span.new]
        done = span.end
    return "".join((*made, text[done:]))


def _gap_start(text: str, span: Span) -> int:
    """Where words that are left out begin: with the space before them."""
    spaced = BEFORE_A_GAP.search(text[: span.start])
    double = spaced and AFTER_A_GAP.match(text, span.end)
    return span.start - 1 if double else span.start
