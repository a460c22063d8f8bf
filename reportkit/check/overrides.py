"""Derived passages in one's own words: whether they say what the facts say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.assemble.wording import Wording
from reportkit.check.checked import Checked, Stretch
from reportkit.check.derived import derived_clauses, derived_ids
from reportkit.check.figures import Figures
from reportkit.check.meanings import meanings
from reportkit.check.references import place_of
from reportkit.check.state_finder import StateFinder, finder_of
from reportkit.check.unknown import unknown
from reportkit.problems import Problem, warning

WORD = re.compile(r"\w+")
# Zero and one are articles and pronouns as often as numbers.
COUNTED = range(2, 10)
# As it stands in a sentence, and its number; 0 where it is more than a number.
Figure = tuple[str, int]
CODE = re.compile(r"\b[A-Z]{3}\b")
# What lists States, or names officers and those who led.
LISTING = ("attendance-", "statements-", "presentations", "officers-", "opening-")
# What facts give no words for, or only in some documents.
UNSAID = ("lead-", "subtitle-")


def unknown_overrides(checked: Checked) -> Iterator[Problem]:
    """Overrides of what the facts do not give."""
    known = tuple(derived_ids(checked.session))
    for manuscript in checked.session.manuscripts:
        for id in manuscript.overrides:
            if id not in known:
                place = place_of(id, manuscript.place)
                kind, every = "derived passage", len(known)
                yield unknown(kind, id, place, known, listed=every)


def overrides(checked: Checked) -> Iterator[Problem]:
    """Overrides that leave out what the facts say, or that are not printed."""
    for language, wording in checked.wordings.items():
        own = [s for s in _overriding(checked) if s.language == language]
        facts = dict(derived_clauses(wording)) if own else {}
        finder = finder_of(language, checked.day)
        for stretch in own:
            if _is_name(stretch):
                continue
            if facts.get(stretch.id):
                yield from _lacking(wording, stretch, facts[stretch.id], finder)
                if stretch.id.startswith(LISTING):
                    yield from _beside(wording, stretch, facts[stretch.id])
            elif not stretch.id.startswith(UNSAID):
                message = (
                    f"`{stretch.id}` is not printed: the facts give no such passage"
                )
                yield warning(stretch.text.place, message, "leave it out")


def _is_name(stretch: Stretch) -> bool:
    """Whether a title only names the report, as "Draft report" does."""
    numbers = any(map(str.isdigit, stretch.text))
    return stretch.id.startswith("title-") and not numbers


def _overriding(checked: Checked) -> Iterator[Stretch]:
    yield from (s for s in checked.sources.values() if s.role == "override")
    known = frozenset(derived_ids(checked.session))
    yield from (stretch for stretch in checked.translated if stretch.id in known)


def _lacking(
    wording: Wording, stretch: Stretch, facts: str, finder: StateFinder
) -> Iterator[Problem]:
    what = meanings(wording, stretch.id)
    lacking = (
        *(_meant(each, what) for each in _figures(wording, stretch.text, facts)),
        *(f'"{state}"' for state in _states(wording, stretch, facts, finder)),
    )
    if lacking:
        them = "them" if len(lacking) > 1 else "it"
        listed = ", ".join(lacking)
        message = f"the facts say {listed}; this text does not mention {them}"
        hint = "mend the text, or the facts"
        yield warning(stretch.text.place, message, hint)


def _meant(figure: Figure, what: dict[int, str]) -> str:
    """A figure as it stands in the sentence, and what it is where that is known."""
    said, number = figure
    return f'"{said}" ({what[number]})' if number in what else f'"{said}"'


def _figures(wording: Wording, text: str, facts: str) -> Iterator[Figure]:
    """Figures of the derived sentence that its own wording lacks, in words or not."""
    reader = Figures(wording.words)
    own = set(reader.of(text))
    words = {word.lower() for word in WORD.findall(text)}
    names = [str(name) for name in wording.words.find("numbers")]
    for figure in reader.of(facts):
        number = int(figure) if figure.isdecimal() else 0
        spelt = names[number] if number < len(names) else figure
        if figure not in own and spelt not in words:
            yield figure, number
    said = {word.lower() for word in WORD.findall(facts)}
    for number in COUNTED:
        if (
            number < len(names)
            and names[number] in said - words
            and str(number) not in own
        ):
            yield names[number], number


def _states(
    wording: Wording, stretch: Stretch, facts: str, finder: StateFinder
) -> Iterator[str]:
    """States that the derived sentence lists and its own wording does not name."""
    named = _named(wording, stretch, finder)
    for code in finder.find(facts):
        if code not in named:
            yield wording.states[code].list


def _named(wording: Wording, stretch: Stretch, finder: StateFinder) -> tuple[str, ...]:
    """The States of one's own wording: by names of any day, by codes in marks."""
    ever = finder_of(stretch.language, wording.words.day, ever=True)
    codes = CODE.findall(stretch.text)
    found = (*finder.find(stretch.text), *ever.find(stretch.text), *codes)
    return tuple(code for code in found if code in wording.states)


def _beside(wording: Wording, stretch: Stretch, facts: str) -> Iterator[Problem]:
    """States and persons of one's own wording that the facts have no more."""
    finder = finder_of(stretch.language, wording.words.day, ever=True)
    known = finder.find(facts)
    codes = dict.fromkeys(_named(wording, stretch, finder))
    persons = _persons(wording, stretch.text)
    more = (
        *(wording.states[each].list for each in codes if each not in known),
        *(person for person in persons if person not in facts),
    )
    if more:
        listed = ", ".join(f'"{each}"' for each in more)
        message = f"this text has {listed}; the facts do not"
        yield warning(stretch.text.place, message, "mend the text, or the facts")


def _persons(wording: Wording, text: str) -> Iterator[str]:
    """The persons of names.yaml that a text names."""
    for id in wording.session.names.persons:
        name = str(wording.person(id))
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield name
