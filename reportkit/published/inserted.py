"""Texts with numbers of their own that stand in a report, as a draft resolution does.

The paragraphs of a report are one sequence. A number that goes back to one while that
sequence goes on after it is of a text that is quoted, as are the title and the
paragraphs without numbers that such a text begins with. In an annex numbers begin
again, and are the annex's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

# Kinds of pieces, as far as they matter here.
TEXT, POINT, LINE, HEADING, ANNEX, OTHER = (
    *("text", "point", "line", "heading"),
    *("annex", "other"),
)
# Numbers that may be missing in the sequence, and in a text that is quoted.
_MISSING, _MISSING_INSIDE = 20, 3
_HIGHEST = 999  # what is higher is a year
_LATER = 400  # figures that are looked at for the end of a text
# Notes are called behind the sign that ends a text; brackets and quotes close there.
_AFTER_END = re.compile(r"(?:(?<=[^\w\s])\d{1,3}|[\s”\"»’'“)）\]」』])+$")
_STOPS, _COLONS, _COMMAS = ".。．", ":：", ",،，;；؛、"
# The Human Rights Council has PP1 and OP1 for what others number or leave bare.
_OPERATIVE = re.compile(r"(?:[OP]P|[ОП]П)\s?\d{1,3}\s?(?:bis|ter|quater)?[.:)]?\s")


class Piece(NamedTuple):
    """A paragraph as the sequence sees it.

    `number` is that of a label in figures, 0 where it has none. A POINT has another
    label, a LINE is a title or a heading by its looks alone, a TEXT has no label or
    a number. `end` is the sign that its text ends with.
    """

    kind: str
    number: int = 0
    end: str = ""
    operative: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it is a text without a label."""
        return self.kind == TEXT and not self.number

    @property
    def announces(self) -> bool:
        """Whether something is to follow."""
        return bool(self.end) and self.end in _COLONS

    @property
    def is_ended(self) -> bool:
        """Whether a sign ends its sentence, or a part of it."""
        return bool(self.end) and not self.end.isalnum()

    @property
    def goes_on(self) -> bool:
        """Whether a sentence goes on in the next paragraph."""
        return bool(self.end) and self.end in _COMMAS


def piece_of(text: str, kind: str, number: int = 0) -> Piece:
    """The piece of a paragraph; the text has its label unless that is the number."""
    operative = kind == TEXT and _OPERATIVE.match(text) is not None
    own = 0 if operative or kind != TEXT or number > _HIGHEST else number
    bare = _AFTER_END.sub("", text[-40:])
    return Piece(kind, own, bare[-1:], operative)


def inserted_in(pieces: Sequence[Piece]) -> set[int]:
    """The places of the pieces that are of a text which the report quotes."""
    annexes = [n for n, piece in enumerate(pieces) if piece.kind == ANNEX]
    parts = pairwise((0, *annexes, len(pieces)))
    return {place for part in parts for place in _Sequence(pieces, *part).inserted()}


class _Sequence:
    """The numbers of a report's body, or of an annex, from one place to another."""

    def __init__(self, pieces: Sequence[Piece], first: int, end: int) -> None:
        self.pieces = pieces
        self.first, self.end = first, end
        self.at = [n for n in range(first, end) if pieces[n].number]
        self.figures = [pieces[n].number for n in self.at]
        self.last = {number: place for place, number in enumerate(self.figures)}

    def inserted(self) -> Iterator[int]:
        """The places of what is quoted."""
        own, due, place = self.first - 1, 1, 0
        while place < len(self.at):
            number, until = self.figures[place], 0
            if number == 1 and due > 1:
                until = self._end_of_inner(place, due, own)
            if until:
                yield from self._texts(place, until, own)
                place = until
                continue
            if number == 1 or self._is_own(place, due):
                yield from self._operative(own, self.at[place])
                own, due = self.at[place], number + 1
            place += 1
        yield from self._operative(own, self.end)

    def _is_own(self, place: int, due: int) -> bool:
        """Whether a number is the next one, or numbers before it are missing."""
        number = self.figures[place]
        if number == due:
            return True
        if due == 1 and self.figures[place + 1 : place + 2] == [number + 1]:
            return True
        if due < number <= due + _MISSING_INSIDE:
            return True
        return due < number <= due + _MISSING and not self._comes(due, place)

    def _comes(self, number: int, place: int) -> bool:
        """Whether a number comes after a place."""
        return self.last.get(number, -1) > place

    # Where a text that begins with 1 ends.

    def _end_of_inner(self, place: int, due: int, own: int) -> int:
        """Where the sequence goes on after the inner numbers that begin at a place;
        0 where it does not, and the numbers begin again.
        """
        inner = 0
        for later in self._near(place) if self._comes(due, place) else ():
            number = self.figures[later]
            if number == due != inner + 1:
                return later
            if number != 1 and not _follows(number, inner):
                return self._seam(place, due)
            inner = number
        return self._without_end(place, due, own)

    def _near(self, place: int) -> range:
        return range(place, min(place + _LATER, len(self.at)))

    def _without_end(self, place: int, due: int, own: int) -> int:
        """The same where no number goes back any more: a text is announced then."""
        begin = self.at[place]
        above = self.pieces[begin - 1]
        begun = self._last_announces(own) or _goes_on_bare(above)
        if not begun or self._is_headed(place):
            return 0
        return self._seam(place, due) or self._run_on(place, due)

    def _seam(self, place: int, due: int) -> int:
        """Where a number could go on with both, and a text is ended before it."""
        for later in range(place, self._run_on(place, due)):
            before = self.pieces[self.at[later] - 1]
            is_ended = before.end and before.end in _STOPS
            if self.figures[later] == due and (self._is_headed(later) or is_ended):
                return later
        return 0

    def _run_on(self, place: int, due: int) -> int:
        """How far texts run on: to a number of another sequence, or that is headed;
        0 where they go on under a heading.
        """
        near = self._near(place)
        for later in near[1:]:
            number, inner = self.figures[later], self.figures[later - 1]
            if self._is_headed(later):
                return later if number == 1 or number >= due else 0
            if number != 1 and not _follows(number, inner):
                return later
        return near.stop

    def _is_headed(self, place: int) -> bool:
        return self.pieces[self.at[place] - 1].kind in (HEADING, LINE)

    def _last_announces(self, own: int) -> bool:
        return own >= self.first and self.pieces[own].announces

    # What belongs to a text.

    def _texts(self, place: int, until: int, own: int) -> Iterator[int]:
        """The places of texts, each with numbers from one on; a list is none."""
        begins = [n for n in range(place, until) if self.figures[n] == 1]
        quoted = self.at[place - 1] == own and self._last_announces(own)
        for first, end in pairwise((*begins, until)):
            begin = self._beginning(self.at[first - 1], self.at[first], quoted)
            quoted = begin >= 0
            if quoted:
                yield from self._shown(begin, self._after_points(self.at[end - 1]))

    def _beginning(self, before: int, first: int, quoted: bool) -> int:
        """The first piece of a text, whose first number stands at a place; -1 where
        the number begins a list. All after what announces it is quoted.
        """
        start = self._after_points(before)
        if start == first and (start > before + 1 or self.pieces[before].announces):
            return -1
        between = self.pieces[start:first]
        if between and between[-1].announces and not _has_preamble(between[:-1]):
            return -1
        if quoted:
            return start
        while first > start and _goes_on_bare(self.pieces[first - 1]):
            first -= 1
        return first

    def _after_points(self, place: int) -> int:
        """The place after a piece and the points right under it."""
        place += 1
        while place < self.end and self.pieces[place].kind == POINT:
            place += 1
        return place

    def _operative(self, own: int, following: int) -> Iterator[int]:
        """The places of a text with OP1, between two paragraphs of the sequence."""
        inside = range(own + 1, following)
        signed = [place for place in inside if self.pieces[place].operative]
        if signed:
            first = self._beginning(own, signed[0], self._last_announces(own))
            begin = signed[0] if first < 0 else first
            yield from self._shown(begin, self._after_points(signed[-1]))

    def _shown(self, begin: int, end: int) -> Iterable[int]:
        kept = (HEADING, ANNEX, OTHER)
        return (n for n in range(begin, end) if self.pieces[n].kind not in kept)


def _follows(number: int, inner: int) -> bool:
    """Whether a number goes on in a text after another, or some are missing."""
    return inner < number <= inner + 1 + _MISSING_INSIDE


def _has_preamble(pieces: Iterable[Piece]) -> bool:
    return any(_goes_on_bare(piece) for piece in pieces)


def _goes_on_bare(piece: Piece) -> bool:
    return piece.is_bare and piece.goes_on
