"""What stands before the first chapter of a report: masthead, bodies, title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from reportkit.model.facts import DISTRIBUTIONS
from reportkit.model.kinds import SYMBOL
from reportkit.published.lines import (
    BODY,
    MASTHEAD,
    SUBTITLE,
    TITLE,
    WHERE,
    Line,
)
from reportkit.recover.days import days_of, place_of
from reportkit.recover.folding import alike, plain
from reportkit.recover.terms import Terms

# The places of the set titles, filled with nothing.
NOBODY: dict[str, Any] = {"count": 1, "bodies": (), "place": "", "span": ""}
JOB = re.compile(
    r"\b(?P<number>[A-Z]{1,3}\.\d{2}-\d{5,6})(?: ?\([A-Z]\))?(?P<days>[ \d]*)"
)
REPORT, DRAFT, ADDENDUM = "report", "draft", "addendum"


class Met(NamedTuple):
    """A body that met: its name, its days and the place, where they are told."""

    name: str
    first: date | None = None
    last: date | None = None
    place: str = ""


class Job(NamedTuple):
    """The job number of a language version, with the days of its release."""

    number: str = ""
    released: tuple[date, ...] = ()


NO_JOB = Job()


class Front(NamedTuple):
    """What the front tells; empty where it does not."""

    kind: str
    bodies: tuple[Met, ...]
    organ: str = ""
    symbols: tuple[str, ...] = ()
    distribution: str = ""
    dated: date | None = None
    original: str = ""
    title: str = ""


def front_of(lines: Iterable[Line], terms: Terms) -> Front:
    """The front of a report out of its lines."""
    own = [line for line in lines if line.kind in (MASTHEAD, BODY, WHERE)]
    facts = _masthead(own)
    title = " ".join(plain(e.text) for e in lines if e.kind == TITLE)
    subtitle = " ".join(plain(e.text) for e in lines if e.kind == SUBTITLE)
    dated = days_of(facts.get("date", ""), terms.words)
    symbols = re.finditer(SYMBOL, facts.get("symbol", ""))
    return Front(
        _kind(title, subtitle, terms),
        tuple(_bodies(own, facts.get("organ", ""), title, terms)),
        facts.get("organ", ""),
        tuple(match[0] for match in symbols if any(c.isdigit() for c in match[0])),
        _distribution(facts.get("distribution", ""), terms),
        dated[1] if dated else None,
        _original(facts.get("original", ""), terms),
        title,
    )


def _masthead(lines: Iterable[Line]) -> dict[str, str]:
    """The lines of the masthead by what they are; two symbols stand together."""
    facts: dict[str, str] = {}
    for line in lines:
        if line.kind == MASTHEAD:
            before = facts.get(line.label, "")
            facts[line.label] = f"{before} {plain(line.text)}".strip()
    return facts


def _kind(title: str, subtitle: str, terms: Terms) -> str:
    """What sort of document it is, as the set titles begin."""
    if subtitle and alike(subtitle).startswith(alike(terms.words.word("addendum"))):
        return ADDENDUM
    shares = {
        kind: _likeness(title, terms.say("titles", kind, **NOBODY))
        for kind in (REPORT, DRAFT)
    }
    return max(shares, key=lambda kind: shares[kind])


def job_of(left: Iterable[str]) -> Job:
    """The job number among what stands at the foot of a page: V.17-00001 (E) 121017."""
    for text in left:
        if match := JOB.search(text):
            days = (_released(each) for each in re.findall(r"\d{6}", match["days"]))
            return Job(match["number"], tuple(day for day in days if day))
    return NO_JOB


def _released(digits: str) -> date | None:
    """The day that six digits stand for: day, month and year of this century."""
    day, month, year = (int(digits[at : at + 2]) for at in (0, 2, 4))
    try:
        return date(2000 + year, month, day)
    except ValueError:
        return None


def _likeness(title: str, said: str) -> float:
    """How much a title is like a set one that names nobody."""
    return SequenceMatcher(None, alike(title), alike(said), autojunk=False).ratio()


def _bodies(lines: list[Line], organ: str, title: str, terms: Terms) -> Iterator[Met]:
    """Each body with its place and dates below it; without bodies, the organ met."""
    named: list[tuple[str, list[str]]] = [("", [])]
    for line in lines:
        if line.kind == BODY:
            named.append((plain(line.text), []))
        elif line.kind == WHERE:
            named[-1][1].append(plain(line.text))
    above = named[0][1]
    for name, wheres in named[1:] or [(organ, [])]:
        where = next(iter((*wheres, *above)), "")
        days = days_of(where, terms.words) or days_of(title, terms.words)
        first, last = days or (None, None)
        if name:
            yield Met(name, first, last, place_of(where, terms.words))


def _distribution(text: str, terms: Terms) -> str:
    known = {alike(terms.words.masthead.word(each)): each for each in DISTRIBUTIONS}
    return known.get(alike(text), "")


def _original(text: str, terms: Terms) -> str:
    """The language that a masthead names as the original."""
    rows = (terms.words.find("languages"), terms.words.masthead.find("languages"))
    for row in rows:
        for code, name in row.items():
            if alike(str(name)) in alike(text).split() or (
                alike(str(name)) and alike(text).endswith(alike(str(name)))
            ):
                return str(code)
    return ""
