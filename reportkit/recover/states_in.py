"""States and organizations in lists and places of sentences, by any printed name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from reportkit.languages.states import find_state, kind_of, state_names
from reportkit.recover.organizations_in import (
    BEFORE,
    BETWEEN,
    is_organization,
    sets_apart,
    unarticled,
)
from reportkit.recover.partings import covered, parting
from reportkit.recover.text_in import letters

STATE = "state"
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
# The most pieces that a name has that is parted at its own "and", its most characters.
_MOST, _LONGEST = 4, 90


class Listed(NamedTuple):
    """The names of a list: codes of States, names of others, and what is unread.

    `beside` are the codes and the names of those that the list sets apart from its
    States, and that are none: "as well as the State of Palestine".
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    rest: str = ""
    beside: Mapping[str, str] = MappingProxyType({})
    sure: bool = True


class _Piece(NamedTuple):
    """A piece of a list; `back` is its start with a letter of the sign before it."""

    start: int
    end: int
    back: int
    apart: bool = False


class _Found(NamedTuple):
    """A name of a list, its code if it is a State's, the bracket after it."""

    said: str
    code: str
    rest: str
    apart: bool
    start: int
    end: int


def state_in(text: str, language: str, day: date) -> str:
    """The code of the State that a text names, with an article or not; or nothing."""
    bare = text.strip()
    shorter = BEFORE[language].sub("", bare, count=1)
    return _state(bare, language, day) or _state(shorter, language, day)


@lru_cache(maxsize=4096)
def _state(text: str, language: str, day: date) -> str:
    key = letters(text[:_LONGEST])
    if (
        len(text) >= _LONGEST
        or not key
        or key.isdigit()
        or (key.isascii() and len(key) <= 3)
    ):
        return ""
    own = _cases(language, day).get(key)
    found = find_state(text)
    return own or (found[0] if len(found) == 1 else "")


@lru_cache(maxsize=16)
def _cases(language: str, day: date) -> Mapping[str, str]:
    """The codes by the forms that only sentences have: cases, the form after "of"."""
    made: dict[str, str] = {}
    for code, name in state_names(language, day).items():
        forms = (name.of, *(form for _, form in name.cases))
        made |= {letters(form): code for form in forms if form}
    return made


def listed(
    text: str,
    language: str,
    day: date,
    known: frozenset[str] = frozenset(),
    count: str = "",
) -> Listed:
    """The names of a list, in their order; what stands in brackets after is unread.

    `known` are names of names.yaml; `count` is what the words before the list tell
    of. What can be parted in more than one way is unread, and `sure` says so.
    """
    found = tuple(_found(text, language, day, known))
    codes = tuple(each.code for each in found if each.code)
    if not codes:
        own = parting(text, language, known, count)
        return Listed((), own.names, sure=own.sure)
    between = [_between(text, e, language, known) for e in _stretches(found)]
    names = tuple(name for each in between for name in each.names)
    rest = (*(each.rest for each in between), *(each.rest for each in found))
    beside = {e.code: e.said for e in found if e.apart and kind_of(e.code) != STATE}
    beside.pop("", "")
    return Listed(codes, names, " ".join(filter(None, rest)), beside)


def _between(
    text: str, stretch: list[_Found], language: str, known: frozenset[str]
) -> Listed:
    """The names of what stands between States; unread where they are not sure."""
    if len(stretch) > 1 and any(is_organization(e.said, language) for e in stretch):
        whole = text[stretch[0].start : stretch[-1].end].strip()
        own = parting(whole, language, known)
        return Listed((), own.names) if own.sure else Listed((), (), whole)
    names = (unarticled(each.said, language) for each in stretch)
    return Listed((), tuple(filter(None, names)))


def _stretches(found: tuple[_Found, ...]) -> Iterator[list[_Found]]:
    """What of a list stands between its States."""
    for coded, own in groupby(found, lambda each: bool(each.code)):
        if not coded:
            yield list(own)


def _found(
    text: str, language: str, day: date, known: frozenset[str]
) -> Iterator[_Found]:
    """The names of a list; all that follow "as well as" stand apart."""
    pieces = tuple(_pieces(covered(text, language, known), language))
    at, apart = 0, False
    while at < len(pieces):
        count, code, rest = _longest(text, pieces, at, language, day)
        start, end = pieces[at].start, pieces[at + count - 1].end
        apart = apart or pieces[at].apart
        yield _Found(text[start:end].strip(), code, rest, apart, start, end)
        at += count


def _pieces(text: str, language: str) -> Iterator[_Piece]:
    start = back = 0
    apart = False
    for match in BETWEEN[language].finditer(text):
        if _depth(text[: match.start()]) == 0:
            yield _Piece(start, match.start(), back, apart)
            start = match.end()
            back = start - 1 if any(match.groups()) else start
            apart = sets_apart(match.group())
    yield _Piece(start, len(text), back, apart)


def _depth(text: str) -> int:
    return sum(text.count(each) for each in "(（") - sum(text.count(e) for e in ")）")


def _longest(
    text: str,
    pieces: tuple[_Piece, ...],
    at: int,
    language: str,
    day: date,
) -> tuple[int, str, str]:
    """How many pieces the longest name takes, its code, and the bracket after it."""
    for count in range(min(_MOST, len(pieces) - at), 0, -1):
        end = pieces[at + count - 1].end
        for start in dict.fromkeys((pieces[at].start, pieces[at].back)):
            name = text[start:end].strip(" .。")
            code = state_in(name, language, day)
            if code:
                return count, code, ""
            bracket = _BRACKET.search(name)
            code = state_in(name[: bracket.start()], language, day) if bracket else ""
            if bracket and code:
                return count, code, bracket.group().strip()
    return 1, "", ""
