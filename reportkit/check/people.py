"""Who attended and who spoke: in one category, on the day's list of States."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.speakers import IN_ROOM
from reportkit.assemble.wording import SECRETARIAT
from reportkit.check.checked import Checked
from reportkit.languages.states import find_state, state_names
from reportkit.model.facts import CATEGORIES
from reportkit.model.proceedings import Statement
from reportkit.problems import Problem, nearest, warning
from reportkit.source.values import Text


def members(checked: Checked) -> Iterator[Problem]:
    """Those who attended, spoke or led and whom no language can name on the day.

    A name that no State ever had is reported when the session is read.
    """
    known = [wording.states for wording in checked.wordings.values()]
    states = known or [state_names("en", checked.day)]
    organizations = (*map(str, checked.session.names.organizations), *IN_ROOM)
    for text in _named(checked):
        if text in organizations or all(text in names for names in states):
            continue
        codes = find_state(text)
        message = f'unknown State or organization "{text}"'
        near = nearest(text, organizations)
        hint = f"did you mean `{near}`?" if near else "add it to names.yaml"
        if codes:
            hint = f"type its code: {' or '.join(codes)}"
        yield Problem(text.place, message, hint)


def _named(checked: Checked) -> Iterator[Text]:
    """Every text that stands for a State or an organization, each first time."""
    session, seen = checked.session, set[str]()
    for text in _texts(checked):
        if text and text not in seen:
            seen.add(text)
            yield text
    officers = [each.person for each in session.facts.officers]
    leaders = [
        id for item in session.agenda.items for e in item.led_by for id in e.persons
    ]
    for id in dict.fromkeys((*officers, *leaders)):
        person = session.names.persons.get(id)
        if person and person.state and person.state not in seen:
            seen.add(person.state)
            yield person.state


def _texts(checked: Checked) -> Iterator[Text]:
    session = checked.session
    for category in CATEGORIES:
        yield from getattr(session.participants, category)
    for statement in session.statements.statements:
        yield from statement.by
    for item in session.agenda.items:
        yield from (leading.representative_of for leading in item.led_by)


def categories(checked: Checked) -> Iterator[Problem]:
    """Someone who is in two categories of participants, or in one twice."""
    for code, rows in checked.attending.items():
        (first, text), *others = rows
        for category, again in others:
            message = f'"{code}" stands in `{category}` and in `{first}`'
            if category == first:
                message = f'"{code}" stands twice in `{category}`'
            hint = f"the other one is at {text.place}"
            yield warning(again.place, message, hint)


def speakers(checked: Checked) -> Iterator[Problem]:
    """Someone who spoke and attended in no category; each is named once."""
    attending = checked.attending
    seen = {*attending, *IN_ROOM}
    for statement in checked.session.statements.statements if attending else ():
        for code in statement.by:
            if code not in seen:
                seen.add(code)
                message = f'"{code}" spoke but is in no category of participants.yaml'
                hint = "add it to one: the lists of speakers go by category"
                yield warning(code.place, message, hint)


def without_instrument(checked: Checked) -> Iterator[Problem]:
    """States that are not parties, in a session that names no treaty."""
    session = checked.session
    if session.facts.instrument:
        return
    others = session.participants.non_signatories
    observing = (e.capacity for e in session.statements.statements if e.capacity)
    named = (*others[:1], *(each for each in observing if each == "observer"))
    if named:
        what = "non_signatories" if others else "as: observer"
        message = f"`{what}` are States not parties to a treaty, and none is given"
        hint = "add `instrument:` to session.yaml, or list them under `states:`"
        yield Problem(named[0].place, message, hint)


def unlisted(checked: Checked) -> Iterator[Problem]:
    """Statements that no list has: the podium's, and presentations by others."""
    for statement in checked.session.statements.statements:
        for code in statement.by if statement.counted else ():
            if problem := _unlisted(statement, code):
                yield problem


def _unlisted(statement: Statement, code: Text) -> Problem | None:
    silence = "or `counted: false` to leave it out"
    if statement.kind == "presentation" and code not in IN_ROOM:
        message = (
            f'the presentation of "{code}" is in no list: they are the Secretariat\'s'
        )
        hint = f"a line of its own without `kind:` makes it a statement; {silence}"
    elif statement.kind == "statement" and code == SECRETARIAT:
        message = "a statement of the Secretariat is in no list of speakers"
        hint = f"`kind: presentation` on a line of its own, if it gave one; {silence}"
    else:
        return None
    return warning(code.place, message, hint)
