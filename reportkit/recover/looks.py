"""Where a person should look at what was made of a report, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from reportkit.recover.attendance import unparted
from reportkit.recover.choices import Choices
from reportkit.recover.doubts_of import doubts_of
from reportkit.recover.facts import Attended, Context, Person, Spoke
from reportkit.recover.files_of import PARTICIPANTS, STATEMENTS
from reportkit.recover.recovered import Recovered
from reportkit.recover.statements_in import unparted_speakers
from reportkit.recover.text_in import plain as spaced
from reportkit.recover.writing import Look

IN_ORDER = (
    "the names stand as the report has them; without this line every language sorts"
    " them"
)
SPREAD = (
    "a list for several items does not say who spoke on which: every name stands under"
    " each of them"
)
NO_SYMBOL = "the symbol was not found: `symbol: …`"
NO_NUMBER = "the number of this item is not in the report"
BESIDE = "the front of the report also says “{}”, which no fact is"
UNREAD = (
    "the list of the report also has “{}”, which is none of these for sure: add it here"
    " or in another category; until then the report's words alone have it"
)
OBLIQUE = (
    "“{}” stands in the genitive in the report; names.yaml has it so as `{id}`: give"
    " the nominative there (organizations, {id}, {language}, name)"
)
NO_STATE = (
    "the report has “({})” after {}, which is no State that is known: the report's"
    " words alone have it"
)
UNPARTED = (
    "the names of this list can be parted in more than one way, so that no fact was"
    " made of it: “{}”; give each in names.yaml (organizations) and its id in {}"
)
BRACKET = r"[(（]([^()（）]+(?:[(（][^()（）]*[)）])?)[)）]"
MOVED = "the report has this elsewhere, in a chapter that holds no text of one's own"


def looks_of(
    got: Recovered, choices: Choices, language: str, said: Mapping[str, str]
) -> Iterator[Look]:
    """Everything to look at, by file."""
    yield from _guessed(got)
    for path in sorted(choices.as_given):
        yield Look(path, "order:", IN_ORDER)
    if any(each.spread for each in got.spoken):
        yield Look(STATEMENTS, "statements:", SPREAD)
    yield from _unread(got)
    yield from _unparted(got, language)
    yield from _oblique(got, language)
    yield from _brackets(got)
    yield from _words(got, choices, language, said)


def _unread(got: Recovered) -> Iterator[Look]:
    """The names of lists that became no fact."""
    for fact in got.facts(Attended):
        for name in fact.unread:
            yield Look(PARTICIPANTS, f"{fact.category}:", UNREAD.format(name))
    told = (name for fact in got.facts(Spoke) for name in fact.unread)
    for name in dict.fromkeys(told):
        yield Look(STATEMENTS, "statements:", UNREAD.format(name))


def _unparted(got: Recovered, language: str) -> Iterator[Look]:
    """Lists of organizations that stay words: where one name ends is not sure."""
    days = got.days.values()
    first, last = min(day for day, _ in days), max(day for _, day in days)
    known = got.register.organizations()
    context = Context(language, first, last, (), (), organizations=known)
    for passage, line in got.lines.items():
        attended = unparted(line.text, context)
        names = attended or unparted_speakers(line.text, context)
        path = next((p for p, tree in got.words.items() if _holds(tree, passage)), "")
        if names and path:
            where = PARTICIPANTS if attended else STATEMENTS
            message = UNPARTED.format(names, where)
            yield Look(f"{language}/{path}", f"id: {passage}", message)


def _oblique(got: Recovered, language: str) -> Iterator[Look]:
    """New names that the report has in the genitive alone."""
    for id, name in got.register.oblique.items():
        category = next((c for c, own in got.attended.items() if id in own), "")
        path = PARTICIPANTS if category else STATEMENTS
        at = f"{category or 'statements'}:"
        yield Look(path, at, OBLIQUE.format(name, id=id, language=language))


def _brackets(got: Recovered) -> Iterator[Look]:
    """What stands after the names of persons and is no State."""
    for said in got.said:
        for person in said.facts(Person):
            text = spaced(said.chunk.line.text)
            after = re.search(rf"{re.escape(person.name)}\s*{BRACKET}", text)
            if person.name and not person.state and after:
                path = "agenda.yaml" if person.item else "session.yaml"
                at = f"id: {person.item}" if person.item else "officers:"
                yield Look(path, at, NO_STATE.format(after[1], person.name))


def _guessed(got: Recovered) -> Iterator[Look]:
    """What the report does not say and a session needs."""
    yield from doubts_of(got)
    if not got.front.symbols:
        yield Look("session.yaml", "kind:", NO_SYMBOL)
    for said in got.front.beside:
        if said not in got.titles.values():
            yield Look("session.yaml", "documents:", BESIDE.format(said))
    for entry in got.agenda.entries:
        if entry.guessed:
            yield Look("agenda.yaml", f"id: {entry.id}", NO_NUMBER)


def _words(
    got: Recovered, choices: Choices, language: str, said: Mapping[str, str]
) -> Iterator[Look]:
    """Passages in the report's words, with those of the facts; moved ones."""
    for own in sorted(choices.overrides & set(got.derived)):
        derived = said.get(own, "")
        message = (
            f"the facts say: {derived}"
            if derived
            else "as the report has it: the facts say nothing here"
        )
        yield Look(f"{language}/overrides.yaml", f"{own}:", message)
    moved = {id(line) for line in got.moved}
    for passage, line in got.lines.items():
        if id(line) in moved:
            path = next(p for p, tree in got.words.items() if _holds(tree, passage))
            yield Look(f"{language}/{path}", f"id: {passage}", MOVED)


def _holds(tree: Mapping[str, Any], passage: str) -> bool:
    return any(each.get("id") == passage for each in tree["passages"])
