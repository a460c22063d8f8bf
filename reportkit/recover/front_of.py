"""What stands before the first chapter of a report: masthead, bodies, title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from reportkit.assemble.derived import subtitle_id, title_id
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
from reportkit.recover.folding import FOLD, alike, plain
from reportkit.recover.terms import Terms
from reportkit.recover.titled import Titled, named_above, titled

# The places of the set titles, filled with nothing.
NOBODY: dict[str, Any] = {"count": 1, "bodies": (), "place": "", "span": ""}
# New York's has no letter of an office before it, and is known by what follows: a
# letter of the language. Chinese has the letters of typists before the days.
JOB = re.compile(
    r"\b(?P<number>[A-Z]{1,3}\.\d{2}-\d{5,6}|\d{2}-\d{5}(?=\s?\([A-Z]\)))"
    r"(?:\s?\([A-Z]\))?(?:\s+[A-Z/]{2,7}\b)?(?P<days>[\s\d]*)"
)
DAYS = re.compile(r"(?<!\d)\d{6}(?!\d)")
ONLY_DAYS = re.compile(r"\s*\d{6}(?:\s+\d{6})*\s*")
REPORT, DRAFT, ADDENDUM = "report", "draft", "addendum"
IN_TITLE = (TITLE, SUBTITLE)
BRACKETED = re.compile(r"\s*[(（](?P<inner>[^()（）]*)[)）]\s*")
# Parts of a masthead that no fact is.
SESSION, ITEM = BESIDE = ("session", "item")


class Met(NamedTuple):
    """A body that met: its name, days, place and session, where they are told."""

    name: str
    first: date | None = None
    last: date | None = None
    place: str = ""
    session: str = ""


class Job(NamedTuple):
    """The job number of a language version, with the days of its release."""

    number: str = ""
    released: tuple[date, ...] = ()


NO_JOB = Job()


class Front(NamedTuple):
    """What the front tells; empty where it does not.

    `beside` are its lines that no fact is: the number of the session, the item.
    """

    kind: str
    bodies: tuple[Met, ...]
    organ: str = ""
    symbols: tuple[str, ...] = ()
    distribution: str = ""
    dated: date | None = None
    original: str = ""
    title: str = ""
    beside: tuple[str, ...] = ()


def front_of(lines: Iterable[Line], terms: Terms) -> Front:
    """The front of a report out of its lines."""
    lines = tuple(lines)
    title = " ".join(plain(e.text) for e in lines if e.kind == TITLE)
    under = [plain(e.text) for e in lines if e.kind == SUBTITLE]
    texts = (plain(line.text) for line in lines if line.kind not in IN_TITLE)
    said = titled(title, texts, terms.language)
    every = [line for line in lines if line.kind in (MASTHEAD, BODY, WHERE)]
    own = list(_with_name_above(every, said, terms.language))
    facts = _masthead(own)
    dated = days_of(facts.get("date", ""), terms.words)
    symbols = re.finditer(SYMBOL, facts.get("symbol", ""))
    titles = (title, *under)
    return Front(
        _kind(title, " ".join(under), terms),
        tuple(_bodies(own, _met(said, own, facts.get("organ", "")), titles, terms)),
        facts.get("organ", ""),
        tuple(match[0] for match in symbols if any(c.isdigit() for c in match[0])),
        _distribution(facts.get("distribution", ""), terms),
        dated[1] if dated else None,
        _original(facts.get("original", ""), terms),
        title,
        tuple(plain(line.text) for line in own if line.label in BESIDE),
    )


def _with_name_above(lines: list[Line], said: Titled, language: str) -> Iterator[Line]:
    """The lines; one over the title that has the name of the title is the body.

    Right under an item of the agenda it was taken for the title of the item.
    """
    above = [plain(line.text) for line in lines if line.label == ITEM]
    is_told = any(line.kind == BODY for line in lines)
    name = "" if is_told else named_above(said.called, above, language)
    for line in lines:
        is_name = name and line.label == ITEM and plain(line.text) == name
        yield line._replace(kind=BODY, label="") if is_name else line


def _met(said: Titled, lines: list[Line], organ: str) -> Met:
    """Who met where no line of the front is its name: as the title says, or the organ.

    An organ met that the title means, or if a place and days are right under it.
    """
    if said.name:
        return Met(said.name, place=said.place)
    means_organ = said.called and alike(organ).startswith(alike(said.called))
    is_under = not said.called and any(line.kind == WHERE for line in lines)
    return Met(organ if means_organ or is_under else "", place=said.place)


def titles_in(lines: Sequence[Line], document: str, terms: Terms) -> dict[str, Line]:
    """The title and what stands under it, by the ids of a document's own.

    Where no other line says where and when, one under the title may: a fact. One in
    brackets is printed so, and a fact besides.
    """
    made: dict[str, Line] = {}
    said = any(line.kind == WHERE for line in lines)
    for line in lines:
        text = plain(line.text)
        is_where = line.kind == SUBTITLE and not BRACKETED.fullmatch(text)
        is_where = is_where and bool(days_of(text, terms.words))
        if line.kind in (TITLE, SUBTITLE) and (said or not is_where):
            id = (title_id if line.kind == TITLE else subtitle_id)(document)
            above = f"{made[id].text} " if id in made else ""
            made[id] = made.get(id, line)._replace(text=f"{above}{line.text}")
    return made


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
    """The job number at the foot of a page with its days: V.17-00001 (E) 121017."""
    match = JOB.search(foot_of(left))
    if match is None:
        return NO_JOB
    days = (_released(each) for each in DAYS.findall(match["days"]))
    return Job(match["number"], tuple(day for day in days if day))


def foot_of(left: Iterable[str]) -> str:
    """The job number and what belongs to it; of several feet the one with most days.

    The days may stand in a text of their own.
    """
    texts = tuple(text.translate(FOLD) for text in left)
    found = (JOB.search(text) for text in texts)
    feet = [" ".join(match[0].split()) for match in found if match]
    foot = max(feet, key=lambda foot: len(DAYS.findall(foot)), default="")
    alone = (text for text in texts if ONLY_DAYS.fullmatch(text))
    if not foot or DAYS.search(foot):
        return foot
    return " ".join((foot, *next(alone, "").split()))


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


def _bodies(
    lines: list[Line], met: Met, titles: tuple[str, ...], terms: Terms
) -> Iterator[Met]:
    """Each body with its place and dates below it; without bodies, who `met`.

    Where nothing stands below a body, a line under the title may say it, or the title.
    """
    named, sessions = _named(lines)
    above = named[0][1]
    under = [text for text in titles[1:] if days_of(text, terms.words)]
    for name, wheres in named[1:] or [(met.name, [])]:
        where = _bare(next(iter((*wheres, *above, *under)), ""))
        days = days_of(where, terms.words) or days_of(titles[0], terms.words)
        first, last = days or (None, None)
        if name:
            place = place_of(where, terms.words) or met.place
            session = sessions.get(name, sessions.get("", ""))
            yield Met(name, first, last, place, session)


def _named(
    lines: Iterable[Line],
) -> tuple[list[tuple[str, list[str]]], dict[str, str]]:
    """The names of bodies with the lines below them that say where, and their
    sessions; what stands above them all goes with no name.
    """
    named: list[tuple[str, list[str]]] = [("", [])]
    sessions: dict[str, str] = {}
    for line in lines:
        if line.kind == BODY:
            named.append((plain(line.text), []))
        elif line.label == SESSION:
            sessions.setdefault(named[-1][0], plain(line.text))
        elif line.kind == WHERE:
            named[-1][1].append(plain(line.text))
    return named, sessions


def _bare(text: str) -> str:
    """A line without the brackets that it stands in."""
    match = BRACKETED.fullmatch(text)
    return match["inner"] if match else text


def _distribution(text: str, terms: Terms) -> str:
    known = {alike(terms.words.masthead.word(each)): each for each in DISTRIBUTIONS}
    return known.get(alike(text), "")


def _original(text: str, terms: Terms) -> str:
    """The language that a masthead names as the original; of several the first."""
    said = f" {alike(text)} "
    rows = (terms.words.find("languages"), terms.words.masthead.find("languages"))
    named = (
        (_place_in(said, alike(str(name))), str(code))
        for row in rows
        for code, name in row.items()
    )
    return min((each for each in named if each[0] >= 0), default=(0, ""))[1]


def _place_in(said: str, name: str) -> int:
    """Where a text has the name of a language as a word, or at its end; else -1."""
    whole = said.find(f" {name} ") if name else -1
    at_end = bool(name) and said.rstrip().endswith(name)
    return len(said) if whole < 0 and at_end else whole
