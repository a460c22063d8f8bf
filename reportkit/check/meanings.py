"""What the figures of a derived sentence stand for: a meeting, a day, a count."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportkit.assemble.opening import meetings_on
from reportkit.assemble.organization import held, joint
from reportkit.assemble.wording import Wording
from reportkit.model.facts import Meeting
from reportkit.model.session import Session

Meaning = tuple[int, str]


def meanings(wording: Wording, id: str) -> dict[int, str]:
    """What the numbers in a derived sentence are, by number; `id` is its passage's.

    A number that is two things is called both.
    """
    found: dict[int, str] = {}
    for prefix, said in MEANINGS.items():
        if id.startswith(prefix):
            for number, what in said(wording, id.removeprefix(prefix)):
                known = found.get(number, what)
                found[number] = known if what in known else f"{known}, {what}"
    return found


def _of_duration(wording: Wording, body: str) -> Iterator[Meaning]:
    own = wording.session.facts.bodies.get(body)
    if own:
        yield held(wording, body), "meetings held"
        yield joint(wording, body), "joint meetings"
        yield own.first.day, "the first day"
        yield own.last.day, "the last day"


def _of_opening(wording: Wording, item: str) -> Iterator[Meaning]:
    known = wording.session.items.get(item)
    meetings = meetings_on(wording, (known,), "") if known else ()
    for meeting in meetings:
        yield from _of_meeting(meeting)
    if len(meetings) > 1:
        yield len(meetings), "meetings"
    yield from _of_items(wording.session)


def _of_agenda(wording: Wording, body: str) -> Iterator[Meaning]:
    session = wording.session
    meeting = session.facts.meetings.get(session.agenda.adopted_at.get(body) or "")
    yield from _of_meeting(meeting) if meeting else ()


def _of_adoption(wording: Wording, _: str) -> Iterator[Meaning]:
    adopted = wording.session.facts.adopted
    meeting = wording.session.facts.meetings.get(adopted.at) if adopted else None
    day = meeting.on if meeting else adopted.on if adopted else None
    if day:
        yield day.day, "the day"


def _of_meeting(meeting: Meeting) -> Iterator[Meaning]:
    yield from ((number, "the meeting") for number in meeting.of.values())
    yield meeting.on.day, "the day"


def _of_statements(wording: Wording, _: str) -> Iterator[Meaning]:
    return _of_items(wording.session)


def _of_items(session: Session) -> Iterator[Meaning]:
    for item in session.agenda.items:
        yield from ((number, "the item") for number in item.number.values())


# By what the ids of derived passages begin with.
MEANINGS: dict[str, Callable[[Wording, str], Iterator[Meaning]]] = {
    "duration-": _of_duration,
    "opening-": _of_opening,
    "agenda-": _of_agenda,
    "adoption-": _of_adoption,
    "statements-": _of_statements,
    "presentations": _of_statements,
}
