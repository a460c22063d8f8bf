"""The lines of a masthead and of the corner under it, known by their words.

Russian, Chinese and Arabic documents print some of them in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from reportkit.languages.words import Words
from reportkit.published.lines import BODY, MASTHEAD, WHERE
from reportkit.published.word_labels import folded
from reportkit.published.word_style_kinds import PARTS, style_key
from reportkit.published.word_words import SIGNS, Signs
from reportkit.source.values import Mapping, Sequence

ORGAN = "organ"
_SYMBOL = re.compile(
    r"[A-Z]{1,8}[A-Z0-9.]*(?:/[\w.()*\[\]-]+)+[*]*(?:[-–][A-Z][\w./-]+)*"
)
_DISTRIBUTION = re.compile(r"distr(?:ibution)?[.:\s]", re.IGNORECASE)
_ORIGINAL = re.compile(r"original\w*\s*[:：]", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = ("Arabic", "Chinese", "English", "French", "Russian", "Spanish")
_OWN = ("العربية", "عربي", "中文", "English", "Français", "Русский", "Español")
_ENGLISH_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
)  # fmt: skip
_MOST_WORDS_OF_PLACE, _LONGEST_WHERE = 8, 120


def part_of(text: str, style: str, words: Words) -> str:
    """Which part of a masthead a line is, empty where it may be anything."""
    known = known_part(text, words)
    return known or PARTS.get(style_key(style), "")


def known_part(text: str, words: Words) -> str:
    """Which part of a masthead a line is by its own words."""
    line = " ".join(text.split())
    if _key(line) in _organizations(words):
        return "organization"
    if _SYMBOL.fullmatch(line.replace(" ", "")) and any(map(str.isdigit, line)):
        return "symbol"
    if _DISTRIBUTION.match(line) or _key(line) in _distributions(words):
        return "distribution"
    if _ORIGINAL.match(line):
        return "original"
    if _key(line) in _languages(words):
        return "language"
    return "date" if is_date(line, words) else ""


def is_date(text: str, words: Words) -> bool:
    """Whether a line is a day, or days, and nothing else."""
    months, rest = _dated(text, words)
    return months and bool(_YEAR.search(_ascii(text))) and not rest


def is_where(text: str, words: Words) -> bool:
    """Whether a line says where and when a body met."""
    months, rest = _dated(text, words)
    if not (months and rest and _YEAR.search(_ascii(text))):
        return False
    han = sum(len(word) for word in rest if word[0] >= "\u2e80") // 2
    fits = len(text) <= _LONGEST_WHERE and len(rest) + han <= _MOST_WORDS_OF_PLACE
    return fits and bool(re.search("[,،，]", text))


def corner_kind(text: str, words: Words) -> tuple[str, str]:
    """The kind of a line of the corner, and what part of the masthead it is.

    What is no place, no session and no item of the agenda is a body.
    """
    if is_where(text, words):
        return WHERE, ""
    signs, line = _signs(words), _key(text)
    if line.endswith(signs.sessions) or line.startswith(signs.sessions):
        return MASTHEAD, "session"
    if line.startswith(signs.items) and any(map(str.isdigit, _ascii(line))):
        return MASTHEAD, "item"
    return BODY, ""


def is_title(text: str, words: Words) -> bool:
    """Whether a line begins, or in Chinese ends, as titles of reports do."""
    line, signs = _key(text), _signs(words)
    if words.language.spaced:
        return line.startswith(signs.reports)
    return line.endswith(signs.reports)


def is_subtitle(text: str, words: Words) -> bool:
    """Whether a line is the word for an addendum, perhaps with a number."""
    addendum = _key(words.optional("words", "addendum"))
    return bool(addendum) and _key(text).rstrip("0123456789. ") == addendum


def announces_agenda(text: str, words: Words) -> bool:
    """Whether an agenda is what follows a text."""
    line = _key(text)
    return any(word in line for word in _signs(words).agendas)


def _signs(words: Words) -> Signs:
    return SIGNS[words.language.code]


def _key(text: str) -> str:
    """A text for comparing: in small letters, without what printers add."""
    return " ".join(folded(word) for word in text.split()).casefold().strip()


def _ascii(text: str) -> str:
    return "".join(str(int(c)) if c.isdecimal() else c for c in text)


def _dated(text: str, words: Words) -> tuple[bool, list[str]]:
    """Whether a line names a month, and the words beside those of dates."""
    line, found = _key(text), False
    for month in _months(words):
        shorter = re.sub(rf"(?<!\w){re.escape(month)}(?!\w)", " ", line)
        if month[-1:] == "月":
            shorter = re.sub(rf"(?<!\d){re.escape(month)}", " ", line)
        found |= shorter != line
        line = shorter
    around = _signs(words).around | SIGNS["en"].around
    return found, [word for word in _date_words(line) if word not in around]


def _date_words(line: str) -> list[str]:
    """The words of a line, Chinese signs of dates apart from others."""
    apart = re.sub(r"(?<=\d)(?:[年月日]|st|nd|rd|th|er)|至", " ", line)
    return _WORD.findall(apart)


def _months(words: Words) -> tuple[str, ...]:
    own = _texts(words.find("months"))
    parts = chain.from_iterable((month, *month.split("/")) for month in own)
    every = {*map(_key, parts), *_ENGLISH_MONTHS}
    return tuple(sorted(every, key=len, reverse=True))


@lru_cache(maxsize=1)
def _known_languages() -> frozenset[str]:
    return frozenset(map(_key, (*_ENGLISH, *_OWN)))


def _languages(words: Words) -> frozenset[str]:
    own = (*_texts(words.find("languages")), words.optional("words", "language"))
    return _known_languages() | frozenset(map(_key, own))


def _organizations(words: Words) -> frozenset[str]:
    own = words.optional("words", "united-nations")
    return frozenset({"united nations", _key(own)})


def _distributions(words: Words) -> frozenset[str]:
    kinds = ("general", "limited", "restricted")
    return frozenset(_key(words.optional("words", kind)) for kind in kinds)


def _texts(rows: object) -> Iterator[str]:
    if isinstance(rows, Mapping):
        yield from map(str, rows.values())
    elif isinstance(rows, Sequence):
        yield from map(str, rows)
