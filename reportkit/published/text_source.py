"""A text as it was extracted, and where everything in it stands.

Nothing is copied out of it: lines and passages are spans of the one text, so that
what is left out is what no span covers, and a place is an offset away.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from reportkit.problems import Place
from reportkit.published.lines import Left
from reportkit.published.text_arabic import in_order, letters_in_order, strokes_in
from reportkit.published.unseen import UNSEEN as NOT_SEEN
from reportkit.published.unseen import UNSEEN_SIGNS

PLAIN, ITALIC, RAISED, CALL = "", "italic", "raised", "call"
# Signs of direction, of a byte order and of a place where a word may be broken.
UNSEEN = "\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u061c"
# What no document may hold, and what Unicode leaves to a font.
UNPRINTABLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
)
HIDDEN = re.compile(f"[{UNSEEN}{UNPRINTABLE}]")
SIGN = re.compile(f"[{UNPRINTABLE}]")
DIRECTION, OF_A_FONT = "signs of direction", "a sign of a font of its own"
RETURNS = re.compile("\r\n?")
# Ends of lines that no editor counts, and the bullet of the font Symbol.
_NOT_PRINTED = "\v\x85\u2028\u2029\uf0b7"
_AS_PRINTED = str.maketrans(_NOT_PRINTED, "    •")


class Span(NamedTuple):
    """A stretch of the text within one line, and its look."""

    start: int
    end: int
    look: str = PLAIN


class Row(NamedTuple):
    """A line of the text.

    `indent` counts columns; `gap` the empty lines before it; `broken` says that a
    page ended before it; `look` is "heading", "item" or "quotation" where a sign
    of the text says so.
    """

    text: str
    spans: tuple[Span, ...]
    indent: int
    gap: int
    broken: bool = False
    look: str = ""


class Source:
    """The text, with a record of what is left out and where words are joined.

    `printed` says that its lines are as they stand on paper.
    """

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.printed = False
        self.size = sum(map(len, text.split()))
        self.left: list[tuple[int, int, str]] = []
        self.joined: set[int] = set()
        self.hyphens: set[int] = set()
        self.unseen: dict[int, list[int]] = {}
        self.dropped: list[Left] = []
        text = _as_printed(RETURNS.sub("\n", text))
        self.text = self._straightened(text)
        self.starts = _starts(self.text)

    def drop(self, start: int, end: int, why: str) -> None:
        """Leave a stretch out."""
        self.left.append((start, end, why))

    def drop_row(self, row: Row, why: str) -> None:
        """Leave a whole line out."""
        for span in row.spans:
            self.left.append((span.start, span.end, why))

    def place(self, offset: int) -> Place:
        """Where an offset is in the file."""
        line = bisect_right(self.starts, offset)
        column = offset - self.starts[line - 1]
        for unseen in self.unseen.get(line, ()):
            column += unseen <= column
        return Place(self.path, line, column + 1)

    def left_out(self) -> tuple[Left, ...]:
        """All that was left out, in order."""
        made = list(self.dropped)
        for start, end, why in sorted(self.left):
            text = self.text[start:end].strip()
            if text:
                made.append(Left(text, self.place(start), why))
        return tuple(sorted(made, key=lambda left: left.place))

    def _straightened(self, text: str) -> str:
        """The text without signs that nobody sees, its figures in their order."""
        if not HIDDEN.search(text):
            return text
        lines = text.split("\n")
        for number, line in enumerate(lines, 1):
            if HIDDEN.search(line):
                lines[number - 1] = self._seen(line, number)
        return "\n".join(lines)

    def _seen(self, line: str, number: int) -> str:
        line = in_order(line)
        for first, last in strokes_in(line):
            place = Place(self.path, number, first + 1)
            self.dropped.append(Left(line[first:last], place, "a stroke that fills"))
        signs = [match.start() for match in HIDDEN.finditer(line)]
        for why in dict.fromkeys(_why(line[column]) for column in signs):
            columns = [column for column in signs if _why(line[column]) == why]
            place = Place(self.path, number, columns[0] + 1)
            unseen = "".join(line[column] for column in columns)
            self.dropped.append(Left(unseen, place, why))
        strokes = (range(first, last) for first, last in strokes_in(line))
        without = {*signs, *chain.from_iterable(strokes)}
        self.unseen[number] = sorted(without)
        seen = "".join(c for column, c in enumerate(line) if column not in without)
        return letters_in_order(seen)


def _why(sign: str) -> str:
    """Why a sign that is hidden is left out."""
    if UNSEEN_SIGNS.match(sign):
        return NOT_SEEN
    return OF_A_FONT if SIGN.match(sign) else DIRECTION


def _as_printed(text: str) -> str:
    """The text with signs that others print; few texts have any to be looked for."""
    if any(sign in text for sign in _NOT_PRINTED):
        return text.translate(_AS_PRINTED)
    return text


def _starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def text_of(source: Source, spans: Iterable[Span]) -> str:
    """The characters of some spans, a space between two lines."""
    made: list[str] = []
    before = -1
    for span in spans:
        if before >= 0 and parted(source, before, span.start):
            made.append(" ")
        made.append(source.text[span.start : span.end])
        before = span.end
    return "".join(made)


def said_by(source: Source, spans: Sequence[Span]) -> str:
    """The words of a line, without calls of notes but one that it begins with."""
    words = (span for span in spans[1:] if span.look != CALL)
    return text_of(source, (*spans[:1], *words)).strip()


def parted(source: Source, before: int, after: int) -> bool:
    """Whether white space stands between two stretches, as a line's end does."""
    if after in source.joined:
        return False
    return after < before or "\n" in source.text[before:after]


def cut(source: Source, spans: tuple[Span, ...], characters: int) -> tuple[Span, ...]:
    """Spans without their first so many characters and the space after these."""
    for place, span in enumerate(spans):
        length = span.end - span.start
        if characters < length:
            text = source.text[span.start + characters : span.end]
            start = span.end - len(text.lstrip())
            rest = spans[place + 1 :]
            return (span._replace(start=start), *rest) if text.strip() else rest
        characters -= length
    return ()
