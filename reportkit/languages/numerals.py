"""Numerals in the systems that labels use."""

from __future__ import annotations

from collections.abc import Callable

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def roman(number: int) -> str:
    """A number in small Roman numerals."""
    made = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        made += letters * count
    return made


def latin(number: int) -> str:
    """A letter; after z come aa, bb, as UN documents go on."""
    times, place = divmod(number - 1, len(LETTERS))
    return LETTERS[place] * (times + 1)


# The name that stands in braces in a language's labels, and what it prints.
NUMERALS: dict[str, Callable[[int], str]] = {
    "arabic": str,
    "roman": roman,
    "Roman": lambda number: roman(number).upper(),
    "latin": latin,
    "Latin": lambda number: latin(number).upper(),
}
