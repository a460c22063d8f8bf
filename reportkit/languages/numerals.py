"""Numerals in the systems that labels use."""

from __future__ import annotations

from collections.abc import Callable

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyz"
HAN = "一二三四五六七八九"


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


def han(number: int) -> str:
    """A number below a hundred in Chinese numerals: 三, 十, 十二, 二十一."""
    tens, ones = divmod(number, 10)
    ten = (HAN[tens - 1] if tens > 1 else "") + "十" if tens else ""
    return ten + (HAN[ones - 1] if ones else "")


# The name that stands in braces in a language's labels, and what it prints.
NUMERALS: dict[str, Callable[[int], str]] = {
    "arabic": str,
    "roman": roman,
    "Roman": lambda number: roman(number).upper(),
    "latin": latin,
    "Latin": lambda number: latin(number).upper(),
    "han": han,
}
