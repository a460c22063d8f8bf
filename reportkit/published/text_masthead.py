"""The facts of a masthead: symbols, distribution, date, languages, organization.

They stand one under the other, or at the end of lines whose beginnings are the
organization and the organ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportkit.languages.words import Words
from reportkit.published.text_furniture import SYMBOL
from reportkit.published.text_source import Row, Source, Span
from reportkit.published.text_words import ENGLISH_MONTHS, NAMES_OF_LANGUAGES, Signs

ORGANIZATION, SYMBOL_OF, ORGAN = "organization", "symbol", "organ"
DISTRIBUTION, DATE, LANGUAGE, ORIGINAL = "distribution", "date", "language", "original"
DISTRIBUTED = r"(?i:distr)\.?[ :]*[\w-]+"
DAY = (
    r"\d{{1,2}}(?:er|º|°|-е|ro)? (?:de )?(?:{months})\.?,? (?:de )?"
    r"\d{{4}}(?: г(?:ода|\.))?|\d{{4}} ?年 ?\d{{1,2}} ?月 ?\d{{1,2}} ?日"
)
# A place, perhaps with its country, and days of a month and a year.
WHERE = (
    r"[^\d,،，、]{{2,60}}(?:[,،，] ?[^\d,،，]{{2,40}})?[,،，] ?"
    r"\d.*(?:{months}).*\d{{4}}(?: г(?:ода|\.))?"
    r"|\d{{4}} ?年.*日 ?[，,、] ?\S{{2,40}}"
)
# What a document issued in parts has after its symbol.
PART = (
    r"(?: ?[(（](?:(?:Part|Partie|Parte|Часть|часть|الجزء) [\w ]{1,12}"
    r"|第[一二三四五六七八九十\d]+部分)[)）])?"
)
PIECE = re.compile(r"\S+(?:\s\S+)*")
KASHIDA = "\u0640"


class Fact(NamedTuple):
    """A fact of the masthead, by the name of its part."""

    part: str
    spans: tuple[Span, ...]


class Facts(NamedTuple):
    """What a language's masthead looks like: a pattern for each of its parts.

    `last` ends a piece that begins otherwise, `first` the organization's name before
    a symbol; `where` is a line with a place and dates.
    """

    parts: tuple[tuple[str, re.Pattern[str]], ...]
    last: re.Pattern[str]
    first: re.Pattern[str]
    where: re.Pattern[str]
    organization: str


def facts_of(words: Words, signs: Signs) -> Facts:
    """The patterns of a language."""
    organization = words.word("united-nations")
    names = "|".join((words.word("language"), *NAMES_OF_LANGUAGES))
    months = _months(words)
    united = rf"{organization}|United Nations"
    symbol = rf"(?:{SYMBOL.pattern}){PART}"
    parts = (
        (SYMBOL_OF, symbol),
        (DISTRIBUTION, DISTRIBUTED),
        (DATE, DAY.format(months=months)),
        (LANGUAGE, rf"(?:{names})(?: only)?"),
        (ORIGINAL, signs.original),
        (ORGANIZATION, united),
    )
    return Facts(
        tuple((part, re.compile(pattern)) for part, pattern in parts),
        re.compile(rf"(?:^|(?<=\s))(?:{DISTRIBUTED}|{signs.original})$"),
        re.compile(rf"(?:{united})\s(?={symbol}$)"),
        re.compile(WHERE.format(months=months), re.IGNORECASE),
        organization,
    )


def _months(words: Words) -> str:
    own = (*words.find("months"), *words.masthead.find("months"), *ENGLISH_MONTHS)
    return "|".join(dict.fromkeys(map(re.escape, map(str, own))))


def facts_in(
    source: Source, row: Row, facts: Facts, known: Sequence[str]
) -> tuple[tuple[Fact, ...], Row | None]:
    """The facts that a line states, and what else it says; `known` are found."""
    if len(row.spans) > 1:
        part = _part(row.text, facts, known)
        return ((Fact(part, row.spans),), None) if part else ((), row)
    base = row.spans[0].start
    found: list[Fact] = []
    rest: list[tuple[int, int]] = []
    for start, end in _pieces(row, facts):
        part = _part(row.text[start:end], facts, known)
        if part:
            found.append(Fact(part, (Span(base + start, base + end),)))
        else:
            rest.append((start, end))
    if not found:
        return (), row
    return tuple(found), _without(row, base, rest)


def _pieces(row: Row, facts: Facts) -> Iterator[tuple[int, int]]:
    """The pieces between gaps; a fact may follow a piece after one space."""
    for match in PIECE.finditer(row.text):
        last, first = facts.last.search(match[0]), facts.first.match(match[0])
        parts = last.start() if last else first.end() if first else 0
        if parts:
            yield match.start(), match.start() + len(match[0][:parts].rstrip())
            yield match.start() + parts, match.end()
        else:
            yield match.span()


def _part(text: str, facts: Facts, known: Sequence[str]) -> str:
    plain = text.replace(KASHIDA, "").strip()
    for part, pattern in facts.parts:
        once = part not in known or part == SYMBOL_OF
        if once and pattern.fullmatch(plain):
            return part
    return ""


def _without(row: Row, base: int, rest: Sequence[tuple[int, int]]) -> Row | None:
    """What of a line is no fact."""
    if not rest:
        return None
    spans = tuple(Span(base + start, base + end) for start, end in rest)
    text = " ".join(row.text[start:end].strip() for start, end in rest)
    return row._replace(text=text, spans=spans, indent=row.indent + rest[0][0])
