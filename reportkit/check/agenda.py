"""Agendas: numbers of items, adoption, and which meeting took up what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportkit.check.checked import Checked
from reportkit.check.references import place_of
from reportkit.languages.words import runs
from reportkit.model.facts import Meeting
from reportkit.model.proceedings import Item, Statement
from reportkit.problems import Place, Problem, warning


def numbers_of_items(checked: Checked) -> Iterator[Problem]:
    """Items without a number, two with one number, and numbers left out."""
    items = checked.session.agenda.items
    for item in items:
        if not item.number:
            message = f"`{item.id}` has no number in any agenda"
            hint = f"such as {{{next(iter(checked.bodies), 'body')}: 1}}"
            yield Problem(item.place, message, hint)
    for body in checked.bodies:
        own = sorted(
            (i for i in items if body in i.number), key=lambda i: i.number[body]
        )
        yield from _numbers(body, own)


def _numbers(body: str, items: list[Item]) -> Iterator[Problem]:
    """What is wrong with the numbers of one agenda; its items are in their order."""
    known: dict[int, Item] = {}
    for item in items:
        first = known.setdefault(item.number[body], item)
        if first is not item:
            message = f"two items of `{body}` have the number {item.number[body]}"
            yield Problem(item.place, message, f"the other one is `{first.id}`")
    counted = runs((0, *known))
    for (_, last), (first_number, _) in pairwise(counted):
        message = f"the agenda of `{body}` has no item {last + 1}"
        hint = f"the item after it is number {first_number}"
        yield warning(known[first_number].place, message, hint)


def adoption_of_agendas(checked: Checked) -> Iterator[Problem]:
    """Agendas that the report cannot print: for want of a meeting of their body."""
    session = checked.session
    for body in checked.bodies if session.documents("report") else ():
        items = [item for item in session.agenda.items if body in item.number]
        at = session.agenda.adopted_at.get(body)
        meeting = session.facts.meetings.get(at) if at else None
        if items and not at:
            message = f"the agenda of `{body}` is not printed: it was adopted nowhere"
            hint = f"adopted_at: {{{body}: m1}}"
            yield warning(session.agenda.place, message, hint)
        elif at and meeting and body not in meeting.of:
            place = place_of(at, session.agenda.place)
            yield Problem(
                place, f"`{at}` is no meeting of `{body}`", _of(checked, body)
            )


def _of(checked: Checked, body: str) -> str:
    meetings = checked.session.facts.meetings.items()
    known = [id for id, meeting in meetings if body in meeting.of]
    return f"its meetings are: {', '.join(known)}"


def items_not_taken_up(checked: Checked) -> Iterator[Problem]:
    """Summaries of items that no meeting took up, so that nothing opens them."""
    meetings = checked.session.facts.meetings.values()
    taken_up = {item for meeting in meetings for item in meeting.items}
    for manuscript in checked.session.manuscripts:
        for item in manuscript.taken_up:
            if item in checked.session.items and item not in taken_up:
                message = f"no meeting took up `{item}`, which is summarized here"
                hint = "add it to the `items:` of a meeting in session.yaml"
                yield warning(item.place, message, hint)


def unsummarized(checked: Checked) -> Iterator[Problem]:
    """Items that were discussed and that no file summarizes.

    The first item and the last, the organization of work and the adoption of the
    report, need no summary of what was said on them.
    """
    session = checked.session
    items = session.agenda.items
    summarized = {id for each in session.manuscripts for id in each.taken_up}
    spoken_on = {str(each.item) for each in session.statements.statements}
    spoken_on -= {str(item.id) for item in (*items[:1], *items[-1:])}
    for item in items:
        if item.id not in summarized and (item.led_by or item.id in spoken_on):
            message = f"`{item.id}` was discussed, but no file summarizes it"
            path = f"{session.facts.written_in}/deliberations/{item.id}.yaml"
            hint = f"begin {path} with `item: {item.id}`"
            yield warning(item.id.place, message, hint)


def leaders(checked: Checked) -> Iterator[Problem]:
    """Discussions that were led by nobody."""
    for item in checked.session.agenda.items:
        for each in item.led_by:
            if not each.persons and not each.representative_of:
                message = f"this does not say who led the discussion of `{item.id}`"
                hint = "`persons: [id]` or `representative_of: secretariat`"
                yield warning(each.place, message, hint)


def statements(checked: Checked) -> Iterator[Problem]:
    """Statements on an item that the meeting or the body did not take up."""
    session = checked.session
    for statement in session.statements.statements:
        item = session.items.get(statement.item)
        meeting = session.facts.meetings.get(statement.meeting)
        body = statement.body
        if item and body in checked.bodies and body not in item.number:
            message = f"`{item.id}` is not in the agenda of `{body}`"
            yield Problem(body.place, message, "leave `body:` out")
        if item and meeting and not statement.by:
            place = statement.place
            yield warning(place, "this does not say who spoke", "by: [DZA]")
        if item and meeting and item.id not in meeting.items:
            yield _not_taken_up(statement, meeting)


def _not_taken_up(statement: Statement, meeting: Meeting) -> Problem:
    message = f"`{statement.meeting}` did not take up `{statement.item}`"
    listed = ", ".join(f"`{item}`" for item in meeting.items) or "nothing"
    place: Place = statement.item.place
    return warning(place, message, f"session.yaml lists {listed} there")
