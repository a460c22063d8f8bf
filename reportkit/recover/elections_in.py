"""Who was elected to which office: in a sentence, or in points under one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from reportkit.recover.bodies_in import bodies_in
from reportkit.recover.cues import cue, says
from reportkit.recover.dates_in import days_in, undated
from reportkit.recover.facts import Context, Person
from reportkit.recover.meetings_in import Span, blanked, runs_in
from reportkit.recover.persons_in import AND, persons_in
from reportkit.recover.small_words import are_small
from reportkit.recover.text_in import unended

CHAIR, VICE, RAPPORTEUR = "chair", "vice-chair", "rapporteur"
# The offices by their names, those first that the names of others contain.
OFFICES: Mapping[str, Mapping[str, str]] = {
    "en": {
        VICE: r"(?:(?:First|Second|Third) )?Vice-?\s?(?:Chair|President)\w*",
        CHAIR: r"(?:Co-)?(?:Chair|President)(?:s|man|men|persons?|woman)?",
        RAPPORTEUR: r"Rapporteurs?",
    },
    "fr": {
        VICE: r"(?:(?:premi|second|deuxi|trois)\w+ )?(?:à la )?vice-présiden\w+",
        CHAIR: r"(?:à la )?(?:co)?présiden(?:te?s?|tes|ce)",
        RAPPORTEUR: r"rapporteu(?:rs?|ses?)",
    },
    "es": {
        VICE: r"(?:(?:primer|segund|tercer)\w* )?vicepresiden\w+",
        CHAIR: r"(?:co)?president[ea]s?",
        RAPPORTEUR: r"relator(?:a|as|es)?",
    },
    "ru": {
        VICE: r"(?:заместител\w+|зам\.) председател\w+",
        CHAIR: r"(?:со)?председател\w+",
        RAPPORTEUR: r"докладчик\w*",
    },
    "zh": {VICE: r"副主席", CHAIR: r"(?:共同)?主席(?!团)", RAPPORTEUR: r"报告员"},
    "ar": {
        VICE: r"(?:ال)?(?:نائب\w*|نواب\w*)\s+(?:ال|ل)*رئيس\w*",
        CHAIR: r"(?:ال)?رئيس(?:ة|ا|ان|ين)?",
        RAPPORTEUR: r"(?:ال)?مقرر(?:ة|ا|ان|ين)?",
    },
}
_STATE = r"[(（][^()（）]+(?:[(（][^()（）]*[)）][^()（）]*)?[)）]"
_PERSON = re.compile(rf"[^()（）]+{_STATE}")
_POINT = re.compile(r"(?P<office>[^:：]+?)\s*[:：]\s*(?P<who>.+)")
_TASHKEEL = re.compile("[\u064b-\u0652\u0640]")
_BLANK = re.compile(r"\s{2,}|[،,]\s+")


class _Part(NamedTuple):
    """An office, or persons of whom it is not yet known which they hold."""

    start: int
    end: int
    office: str = ""
    persons: tuple[tuple[str, str], ...] = ()


def elected_in(text: str, points: tuple[str, ...], context: Context) -> list[Person]:
    """The persons elected by a sentence, or by the points under it; nobody where any
    word of it leaves a doubt."""
    bare = _TASHKEEL.sub("", unended(text))
    if not says(context.language, bare, "elected"):
        return []
    if says(context.language, bare, "planned"):
        return []
    if points:
        return _listed(points, context)
    if says(context.language, bare, "oblique"):
        return []
    parts = _parts(bare, context)
    return [
        Person(name, state, office)
        for office, persons in _pairs(parts)
        for name, state in persons
    ]


def office_of(text: str, language: str) -> str:
    """The office that a text is the name of."""
    bare = _TASHKEEL.sub("", text.strip())
    for office, pattern in OFFICES[language].items():
        if re.fullmatch(pattern, bare, re.I):
            return office
    return ""


def _listed(points: tuple[str, ...], context: Context) -> list[Person]:
    """Officers of points such as "Chair: …"; nobody where a point is none."""
    made: list[Person] = []
    for point in points:
        match = _POINT.fullmatch(unended(point.strip()))
        office = office_of(match["office"], context.language) if match else ""
        found = persons_in(match["who"], context) if match and office else None
        if not found or not found.persons or found.after:
            return []
        made += [Person(name, state, office) for name, state in found.persons]
    return made if all(person.state for person in made) else []


def _parts(text: str, context: Context) -> list[_Part]:
    """The offices and persons of a sentence; none where anything else is in it."""
    language = context.language
    days = days_in(text, context)
    hollow = undated(text, days)
    places = [(run.start, run.end) for run in runs_in(hollow, language)]
    places += [(m.start, m.end) for m in bodies_in(text, context)]
    for name in ("elected", "elected-words"):
        places += [match.span() for match in cue(language, name).finditer(text)]
    hollow = blanked(hollow, places)
    offices = list(_offices(hollow, language))
    hollow = blanked(hollow, [(each.start, each.end) for each in offices])
    persons = list(_persons(hollow, context))
    rest = blanked(hollow, [(each.start, each.end) for each in persons])
    return sorted([*offices, *persons]) if are_small(rest, language) else []


def _offices(text: str, language: str) -> Iterator[_Part]:
    found: list[Span] = []
    for office, pattern in OFFICES[language].items():
        edge = "" if language == "zh" else r"(?<!\w)"
        for match in re.finditer(rf"{edge}(?:{pattern})", text, re.I):
            start, end = match.span()
            if all(end <= one or two <= start for one, two in found):
                found.append((start, end))
                yield _Part(start, end, office)


def _persons(text: str, context: Context) -> Iterator[_Part]:
    """Persons with their States, each with those that stand beside them."""
    made: list[_Part] = []
    for match in _PERSON.finditer(text):
        start = match.start() + _begin(match.group(), context.language)
        named = persons_in(text[start : match.end()].strip(), context)
        if not named.persons or not all(state for _, state in named.persons):
            continue
        last = made[-1] if made else None
        between = text[last.end : start] if last else ""
        joint = between and not AND[context.language].sub("", between, 1).strip()
        if last and joint and "  " not in between:
            persons = (*last.persons, *named.persons)
            made[-1] = _Part(last.start, match.end(), "", persons)
        else:
            made.append(_Part(start, match.end(), "", named.persons))
    yield from made


def _begin(text: str, language: str) -> int:
    """Where a name begins in what stands before a bracket: after what is blank, and
    at its first capital where the language has any."""
    head = re.split(r"[(（]", text)[0]
    start = max((m.end() for m in _BLANK.finditer(head.rstrip())), default=0)
    if language in ("zh", "ar"):
        joint = AND[language].match(f" {head[start:]}" if language == "ar" else head)
        return start + (max(joint.end() - 1, 0) if joint else 0)
    capital = re.compile(r"(?<!\w)[^\W\d_a-zà-öø-ÿа-яё]").search(head, start)
    return capital.start() if capital else start


def _pairs(parts: list[_Part]) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Each office with its holders, where the two take turns from first to last."""
    turns = all(bool(one.office) != bool(two.office) for one, two in pairwise(parts))
    if len(parts) % 2 or not turns:
        return
    for one, two in zip(parts[::2], parts[1::2], strict=True):
        yield one.office or two.office, one.persons or two.persons
