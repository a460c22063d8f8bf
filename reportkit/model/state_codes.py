"""Codes of States in place of the names that people type in fact files.

A code stays; a name of any language becomes the code, at the place where the
name stood; what is neither a State nor a known organization is reported.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, NamedTuple

from reportkit.languages.states import find_state, nearest_states, state_names
from reportkit.model.facts import CATEGORIES
from reportkit.model.fields import replaced
from reportkit.model.kinds import ID, Report
from reportkit.model.names import Names, Person
from reportkit.model.proceedings import (
    Agenda,
    Item,
    Participants,
    Statement,
    Statements,
)
from reportkit.problems import Problem, nearest
from reportkit.source.values import Text, text_at

# Who speaks from the podium, in statements and as leaders of a discussion.
PODIUM = ("secretariat", "chair")
# The categories that States alone are in.
OF_STATES = ("states", "states_parties", "signatories", "non_signatories")


class Coder(NamedTuple):
    """Turns names into codes.

    `codes` are those of the session's day, `organizations` the ids that stand
    for themselves.
    """

    codes: Collection[str]
    organizations: tuple[str, ...]
    report: Report

    def participants(self, participants: Participants) -> Participants:
        found: dict[str, Any] = {
            category: tuple(
                self.state(each) if category in OF_STATES else self.member(each)
                for each in getattr(participants, category)
            )
            for category in CATEGORIES
        }
        return replaced(participants, **found)

    def statements(self, statements: Statements) -> Statements:
        return replaced(
            statements, statements=tuple(map(self._statement, statements.statements))
        )

    def _statement(self, statement: Statement) -> Statement:
        return replaced(statement, by=tuple(map(self.member, statement.by)))

    def agenda(self, agenda: Agenda) -> Agenda:
        return replaced(agenda, items=tuple(map(self._item, agenda.items)))

    def _item(self, item: Item) -> Item:
        leading = tuple(
            replaced(each, representative_of=self.member(each.representative_of))
            for each in item.led_by
        )
        return replaced(item, led_by=leading) if leading else item

    def names(self, names: Names) -> Names:
        persons = {id: self._person(each) for id, each in names.persons.items()}
        return replaced(names, persons=persons)

    def _person(self, person: Person) -> Person:
        return replaced(person, state=self.state(person.state))

    def member(self, text: Text) -> Text:
        """A State's code, or the id of an organization."""
        if text in self.organizations or text in PODIUM:
            return text
        return self.state(text)

    def state(self, text: Text) -> Text:
        """The code of a State that a text names; the text itself where none is."""
        # Names of all languages are read for a name only: it takes a while.
        if not text or text in self.codes:
            return text
        codes = find_state(text)
        if len(codes) == 1:
            return text if text == codes[0] else text_at(codes[0], text.place)
        self.report(ambiguous(text, codes) if codes else self.unknown(text))
        return text

    def unknown(self, text: Text) -> Problem:
        """The problem of a name that stands for nobody."""
        near = nearest(text, self.organizations)
        names = nearest_states(text)
        if near or (ID.fullmatch(text) and not names):
            hint = f"did you mean `{near}`?" if near else "add it to names.yaml"
            return Problem(text.place, f'unknown organization "{text}"', hint)
        code = nearest(text, tuple(self.codes))
        hint = f"did you mean {code}?" if code else "type its code, such as DZA"
        hint = f"the nearest: {', '.join(names)}" if names else hint
        return Problem(text.place, f'unknown State "{text}"', hint)


def ambiguous(text: Text, codes: tuple[str, ...]) -> Problem:
    """The problem of a name that several States share."""
    message = f'"{text}" may be any of several States'
    return Problem(text.place, message, f"type one of: {', '.join(codes)}")


def with_codes(facts: dict[str, Any], shared: dict[str, Any], report: Report) -> None:
    """Put codes for names into the facts that have been read."""
    names: Names | None = shared["names.yaml"]
    ids = tuple(map(str, names.organizations)) if names else ()
    bodies = facts["session.yaml"].bodies.values()
    days = [body.last for body in bodies]
    codes = state_names("en", max(days)) if days else ()
    coder = Coder(codes, ids, report)
    steps: tuple[tuple[dict[str, Any], str, Callable[[Any], Any]], ...] = (
        (facts, "participants.yaml", coder.participants),
        (facts, "statements.yaml", coder.statements),
        (facts, "agenda.yaml", coder.agenda),
        (shared, "names.yaml", coder.names),
    )
    for nouns, path, coded in steps:
        if nouns[path] is not None:
            nouns[path] = coded(nouns[path])
