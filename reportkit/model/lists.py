"""Lists as they are typed: what a point begins with, and how deep it stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportkit.languages.numerals import latin, roman

DASH = re.compile(r"([-–•*])[ \t]+")
# (a), a), (iv), Cyrillic and Arabic letters, and the brackets of Chinese.
LETTER = re.compile(
    r"[(（]?([a-z]{1,2}|[ivx]{1,6}|[а-я]|[\u0621-\u064a]{1,2})(?:\)[ \t]+|）[ \t]*)"
)
FIRST = ("a", "aa", "i", "а", "أ", "ا")
SERIES = tuple(
    {numeral(number): number for number in range(1, 61)} for numeral in (latin, roman)
)
COLONS = (":", "：")
TAB = 4


class Sign(NamedTuple):
    """What a point begins with, `-` or `a`: its kind, how far in, and where it ends."""

    kind: str
    text: str
    indent: int
    end: int

    @property
    def is_first(self) -> bool:
        """Whether a list can begin with it."""
        return self.kind == "dashes" or self.text in FIRST

    def is_under(self, other: Sign) -> bool:
        """Whether it stands further in than another."""
        return self.indent > other.indent + 1

    def follows(self, other: Sign) -> bool:
        """Whether it is the next after another of the same list."""
        if "dashes" in (self.kind, other.kind):
            beside = not (self.is_under(other) or other.is_under(self))
            return self.text == other.text and beside
        return any(
            self.text in known and known[self.text] - 1 == known.get(other.text)
            for known in SERIES
        )


def sign_of(line: str) -> Sign | None:
    """The sign that a line begins with, or nothing."""
    begin = len(line) - len(line.lstrip(" \t"))
    for kind, pattern in (("dashes", DASH), ("points", LETTER)):
        match = pattern.match(line, begin)
        if match:
            indent = len(line[:begin].expandtabs(TAB))
            return Sign(kind, match[1], indent, match.end())
    return None


class Depth:
    """How deep points stand, told by their signs in order.

    Another sign than those of the open levels begins a level, as (i) does after
    (a) and a dash after (b); so does the same sign further in. `open` holds the
    first and the last sign of each level.
    """

    def __init__(self) -> None:
        self.open: list[tuple[Sign, Sign]] = []

    def of(self, sign: Sign, before: str) -> int:
        """The level of a point, from 0; `before` is the line before it."""
        level = self._level(sign, before.endswith(COLONS))
        first = self.open[level][0] if level < len(self.open) else sign
        self.open[level:] = [(first, sign)]
        return level

    def _level(self, sign: Sign, led: bool) -> int:
        new = sign.is_first and all(sign.text != first.text for first, _ in self.open)
        if not self.open or (led and new):
            return len(self.open)
        followed = [n for n, (_, last) in enumerate(self.open) if sign.follows(last)]
        if followed:
            return followed[-1]
        if new or (sign.is_first and sign.is_under(self.open[-1][1])):
            return len(self.open)
        return self._alike(sign)

    def _alike(self, sign: Sign) -> int:
        """The level of the same dash, else the innermost of the kind.

        A letter was left out there, or mistyped.
        """
        firsts = [first for first, _ in self.open]
        same = [n for n, first in enumerate(firsts) if first.text == sign.text]
        alike = [n for n, first in enumerate(firsts) if first.kind == sign.kind]
        return next(iter((*same, *alike[::-1])), len(firsts) - 1)
