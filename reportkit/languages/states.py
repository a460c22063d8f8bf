"""Names of States at a date, and States recognised by their names.

The names stand in `state_names/`, a file a language; its README says where the
facts come from. A file is read when its language is first asked for.
"""

from __future__ import annotations

import csv
import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from reportkit.languages.order import base_letters
from reportkit.problems import nearest

_FOLDER = Path(__file__).parent / "state_names"
_ARTICLE = re.compile(r"^(?:l['\u2019\u02bc]\s*|(?:the|le|la|les|el|los|las)\s+)")
_ARABIC_ARTICLE = "ال"
# The columns that every language has: code, days, list to gender.
_COLUMNS = 9
_INVERSION = re.compile(r"\s*[(\uff08].*$")


class StateName(NamedTuple):
    """The name of a State in one language, in the forms in which it is printed.

    `list` is the form for lists (États-Unis), `full` the short name in full
    (États-Unis d’Amérique), `running` and `formal` come with their articles,
    `of` is the form after "of" (des États-Unis d’Amérique). `gender` is that of
    the running form in French: m, f, mp or fp. Empty where unknown. `cases` holds
    the forms of further columns by their names, such as the cases of the running
    form and `list-gen`.
    """

    code: str
    list: str
    full: str
    running: str
    formal: str
    of: str
    gender: str
    cases: tuple[tuple[str, str], ...] = ()


class _Period(NamedTuple):
    """A name and the days on which it stands: from the first to before the last."""

    name: StateName
    first: datetime.date
    last: datetime.date


@lru_cache(maxsize=64)
def state_names(language: str, day: datetime.date) -> Mapping[str, StateName]:
    """Every State by its code, with the name that it bore on a day."""
    return MappingProxyType(
        {
            period.name.code: period.name
            for period in _periods(language)
            if period.first <= day < period.last
        }
    )


@lru_cache(maxsize=16)
def names_ever(language: str) -> tuple[StateName, ...]:
    """Every name that a State has borne, of all days."""
    return tuple(period.name for period in _periods(language))


def find_state(text: str) -> tuple[str, ...]:
    """The codes of the States that a code or a name can stand for.

    Names of all languages and all dates are known, and some in common use.
    Accents, case, apostrophes, hyphens, spaces and articles do not count. Nothing
    for an unknown name, several codes for an ambiguous one (Korea).
    """
    return _codes_by_name().get(_folded(text), ())


def kind_of(code: str) -> str:
    """What bears a code: a "state", an "observer", an "organization"; else nothing."""
    return _kinds().get(code, "")


def nearest_states(text: str) -> tuple[str, ...]:
    """Up to three names, one a State, that a misspelt one most resembles."""
    wanted = _folded(text)
    names = _printed()
    pool = tuple(key for key in names if _is_similar(wanted, key))
    found: list[str] = []
    while len(found) < 3 and (key := nearest(wanted, pool)):
        found.append(names[key])
        codes = _codes_by_name()
        pool = tuple(other for other in pool if codes[other] != codes[key])
    return tuple(found)


@cache
def _periods(language: str) -> tuple[_Period, ...]:
    header, *rows = _table(f"{language}.csv")
    return tuple(_period(row, header[_COLUMNS:]) for row in rows)


def _period(row: list[str], more: list[str]) -> _Period:
    """A row of a language's file; `more` names the columns that only it has."""
    code, first, last, *forms = row[:_COLUMNS]
    listed, full, running, formal, of, gender = forms
    cases = tuple(zip(more, row[_COLUMNS:], strict=True))
    return _Period(
        StateName(code, listed, full, running, formal, of, gender, cases),
        datetime.date.fromisoformat(first) if first else datetime.date.min,
        datetime.date.fromisoformat(last) if last else datetime.date.max,
    )


def _rows(file_name: str) -> tuple[list[str], ...]:
    return _table(file_name)[1:]


def _table(file_name: str) -> tuple[list[str], ...]:
    with (_FOLDER / file_name).open(encoding="utf-8", newline="") as lines:
        return tuple(csv.reader(lines))


def _folded(text: str) -> str:
    """A name without all that does not count when it is recognised."""
    words = base_letters(_ARTICLE.sub("", text.strip().lower())).split()
    return "".join(words).removeprefix(_ARABIC_ARTICLE)


@cache
def _kinds() -> Mapping[str, str]:
    return MappingProxyType({row[0]: row[-1] for row in _rows("codes.csv")})


@cache
def _codes_by_name() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, code in _known():
        key = _folded(name)
        found[key] = tuple(sorted({*found.get(key, ()), code}))
    return MappingProxyType(found)


@cache
def _printed() -> Mapping[str, str]:
    """How each known name is printed, by its folded form; codes left out."""
    names = [form for name in _names() for form in _forms(name)]
    names += [text for text, _ in _rows("common.csv")]
    return MappingProxyType({_folded(name): name for name in reversed(names)})


def _known() -> Iterator[tuple[str, str]]:
    """Each text that stands for a State, with the State's code."""
    for code, *others, _ in _rows("codes.csv"):
        yield from ((text, code) for text in (code, *others) if text)
    for name in _names():
        yield from ((form, name.code) for form in _forms(name))
    for text, codes in _rows("common.csv"):
        yield from ((text, code) for code in codes.split())


def _names() -> Iterator[StateName]:
    languages = sorted(path.stem for path in _FOLDER.glob("??.csv"))
    return (period.name for language in languages for period in _periods(language))


def _forms(name: StateName) -> tuple[str, ...]:
    """The forms of a name, and for "Iran (Islamic Republic of)" also "Iran"."""
    plain = _INVERSION.sub("", name.list)
    return (name.list, name.full, plain, name.running, name.formal)


def _is_similar(left: str, right: str) -> bool:
    """Whether two words share letters enough to be worth a comparison.

    Words that differ by more letters than this are never near enough, and
    counting letters is a hundred times faster than comparing them in order.
    """
    only_left = sum((Counter(left) - Counter(right)).values())
    only_right = sum((Counter(right) - Counter(left)).values())
    return max(only_left, only_right) <= max(1, len(left) // 3)
