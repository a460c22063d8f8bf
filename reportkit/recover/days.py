"""The first and the last day that a line names: "Vienna, 9-13 October 2017"."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import NamedTuple

from reportkit.languages.words import Words

OLDEST = 1900


class _Sign(NamedTuple):
    kind: str  # day, month, year
    value: int


def days_of(text: str, words: Words) -> tuple[date, date] | None:
    """The first and last of the days in a line, where each has month and year."""
    signs = _signs(_in_figures(text), words)
    named = [_day(signs, place) for place, sign in enumerate(signs) if sign[0] == "day"]
    days = [each for each in named if each]
    return (min(days), max(days)) if days and len(days) == len(named) else None


def place_of(text: str, words: Words) -> str:
    """What stands before or after the days of such a line: the place."""
    months = "|".join(_months(words))
    pattern = rf"[\d\u0660-\u0669].*(?:\d|{months}|年|日|г\.|года)[^\s,،，、]*"
    rest = re.sub(pattern, " ", text, flags=re.IGNORECASE | re.DOTALL)
    return rest.strip(" \t\n,،，、.;–-")


def _in_figures(text: str) -> str:
    """A text with the figures of any script written as Western ones."""
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in text)


def _signs(text: str, words: Words) -> list[_Sign]:
    months = _months(words)
    names = "|".join(map(re.escape, sorted(months, key=len, reverse=True)))
    found = re.finditer(rf"(?P<month>{names})|(?P<number>\d+)", text, re.IGNORECASE)
    return [
        _Sign("month", months[_key(match["month"])])
        if match["month"]
        else _Sign("year" if int(match[0]) >= OLDEST else "day", int(match[0]))
        for match in found
    ]


def _months(words: Words) -> dict[str, int]:
    """The names of months: the language's own, those of its masthead, both of two."""
    named: dict[str, int] = {}
    for row in (words.find("months"), words.masthead.find("months")):
        for number, name in enumerate(map(str, row), 1):
            for each in (name, *name.split("/")):
                named[_key(each)] = number
    return named


def _key(name: str) -> str:
    return name.lower()


def _day(signs: list[_Sign], place: int) -> date | None:
    """A day with the month and the year that it goes with: those next to it."""
    month = _beside(signs, place, "month")
    year = _beside(signs, place, "year")
    try:
        return date(year, month, signs[place].value)
    except ValueError:
        return None


def _beside(signs: list[_Sign], place: int, kind: str) -> int:
    """The next sign of a kind, as in most languages; else the last before it."""
    led = signs[0].kind == "year"
    after = [sign.value for sign in signs[place:] if sign.kind == kind]
    before = [sign.value for sign in signs[:place] if sign.kind == kind]
    if led:
        return next(iter((*before[::-1], *after)), 0)
    return next(iter((*after, *before[::-1])), 0)
