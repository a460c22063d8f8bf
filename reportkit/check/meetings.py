"""Meetings: their days, their numbers, and how many there were."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from reportkit.check.checked import Checked
from reportkit.check.references import JOINT, place_of
from reportkit.languages.words import runs
from reportkit.model.facts import Meeting
from reportkit.problems import Problem, warning


def days_of_bodies(checked: Checked) -> Iterator[Problem]:
    """Bodies whose last day is before their first."""
    for id, body in checked.session.facts.bodies.items():
        if body.last < body.first:
            message = f"`{id}` ends on {body.last}, before it begins on {body.first}"
            yield Problem(body.place, message, "mend `from:` or `to:`")


def no_body(checked: Checked) -> Iterator[Problem]:
    """A session in which no body meets, or a meeting at which none sits."""
    facts = checked.session.facts
    hint = "such as `of: {wg3: 1}`: the body, and the meeting's number in its count"
    if not facts.bodies:
        hint = "bodies: {body: {from: …, to: …}}"
        yield Problem(checked.path, "no body meets in this session", hint)
    for id, meeting in facts.meetings.items():
        if not meeting.of:
            yield Problem(meeting.place, f"no body sits at `{id}`", hint)


def days_of_meetings(checked: Checked) -> Iterator[Problem]:
    """Meetings on a day on which one of their bodies was not meeting."""
    facts = checked.session.facts
    for id, meeting in facts.meetings.items():
        for body in meeting.of:
            own = facts.bodies.get(body)
            if own and not own.first <= meeting.on <= own.last:
                message = f"`{id}` is on {meeting.on}, when `{body}` was not meeting"
                hint = f"it met from {own.first} to {own.last}"
                yield warning(meeting.place, message, hint)


def numbers_of_meetings(checked: Checked) -> Iterator[Problem]:
    """Numbers given twice in a body's count, gaps in it, days out of its order."""
    for body in checked.bodies:
        meetings = checked.session.meetings_of(body)
        yield from _twice(body, meetings)
        yield from _out_of_order(body, meetings)
        if not checked.session.facts.held:
            yield from _gaps(checked, body, meetings)


def _twice(body: str, meetings: tuple[Meeting, ...]) -> Iterator[Problem]:
    for first, second in pairwise(meetings):
        if first.of[body] == second.of[body]:
            message = f"`{body}` has two meetings with the number {second.of[body]}"
            yield Problem(second.place, message, f"the other one is at {first.place}")


def _out_of_order(body: str, meetings: tuple[Meeting, ...]) -> Iterator[Problem]:
    for first, second in pairwise(meetings):
        if second.on < first.on:
            message = f"meeting {second.of[body]} of `{body}` is before its meeting"
            message += f" {first.of[body]}"
            hint = f"it is on {second.on}, the other one on {first.on}"
            yield warning(second.place, message, hint)


def _gaps(
    checked: Checked, body: str, meetings: tuple[Meeting, ...]
) -> Iterator[Problem]:
    counted = runs((0, *sorted({meeting.of[body] for meeting in meetings})))
    for (_, last), (first, _) in pairwise(counted):
        absent = f"meeting {last + 1} of `{body}` is"
        if first - last > 2:
            absent = f"meetings {last + 1} to {first - 1} of `{body}` are"
        place = next(m.place for m in meetings if m.of[body] == first)
        hint = "list what is missing, or say with `held:` how many there were"
        yield warning(place, f"{absent} not listed", hint)


def numbers_held(checked: Checked) -> Iterator[Problem]:
    """Numbers of meetings in `held:` that do not fit what is listed."""
    facts = checked.session.facts
    for name, held in facts.held.items():
        place = place_of(name, checked.path)
        sitting = [m for m in facts.meetings.values() if name in m.of]
        joint = [m for m in facts.meetings.values() if len(m.of) > 1]
        listed = len(joint) if name == JOINT else len(sitting)
        if held < listed:
            message = f"`held:` gives {held} for `{name}`, but {listed} are listed"
            yield warning(place, message, "mend one or the other")
    yield from _too_many_joint(checked)


def _too_many_joint(checked: Checked) -> Iterator[Problem]:
    facts = checked.session.facts
    joint = facts.held.get(JOINT, 0)
    for body in checked.bodies:
        held = facts.held.get(body) or len(checked.session.meetings_of(body))
        if joint > held:
            message = f"{joint} joint meetings are more than `{body}` held: {held}"
            place = next(place_of(name, checked.path) for name in facts.held)
            yield Problem(place, message, "mend `held:`")


def days_held(checked: Checked) -> Iterator[Problem]:
    """Last meetings of `held:` on a day after which their body went on."""
    facts = checked.session.facts
    for name, held in facts.held.items():
        own, listed = facts.bodies.get(name), checked.session.meetings_of(name)
        for meeting in listed if len(listed) <= held else ():
            if own and meeting.of[name] == held:
                yield from _too_early(checked, name, own.last, meeting)


def _too_early(
    checked: Checked, name: str, last: date, meeting: Meeting
) -> Iterator[Problem]:
    """What is left without a meeting: the body's last day, or that of adoption."""
    adopted = _adopted_on(checked)
    number = meeting.of[name]
    said = f"meeting {number} of `{name}` is on {_day(meeting.on)}, and `{name}` held"
    place = place_of(next(body for body in meeting.of if body == name), meeting.place)
    if adopted and adopted > max(last, meeting.on):
        message = f"{said} {number}, but the report was adopted on {_day(adopted)}"
        hint = "one of the day, the number, `held:` and `adopted:` is wrong"
        yield warning(place, message, hint)
    elif meeting.on < last:
        message = f"{said} {number} meetings up to {_day(last)}"
        if adopted == last:
            message = f"{message}, when the report was adopted"
        hint = "one of the day, the number, `held:` and `to:` is wrong"
        yield warning(place, message, hint)


def day_of_adoption(checked: Checked) -> Iterator[Problem]:
    """Adoption on a day of no meeting, in a session that lists every meeting."""
    facts, day = checked.session.facts, _adopted_on(checked)
    days = {meeting.on for meeting in facts.meetings.values()}
    if facts.adopted and day and days and not facts.held and day not in days:
        message = f"the report was adopted on {_day(day)}, when no meeting is listed"
        hint = "list it, or say with `held:` how many there were"
        yield warning(facts.adopted.place, message, hint)


def _adopted_on(checked: Checked) -> date | None:
    """The day of adoption where it is given without a meeting."""
    adopted = checked.session.facts.adopted
    return adopted.on if adopted and not adopted.at else None


def _day(day: date) -> str:
    return f"{day.day} {day:%B}"


def adoption(checked: Checked) -> Iterator[Problem]:
    """A report that does not say when it was adopted."""
    facts = checked.session.facts
    hint = "such as `adopted: {at: m8}`, or `adopted: {on: 2017-10-13}`"
    if not checked.session.documents("report"):
        return
    if facts.adopted is None:
        message = "the report does not say when it was adopted"
        yield warning(checked.path, message, hint)
    elif not facts.adopted.at and not facts.adopted.on:
        message = "`adopted:` does not say when, so the report does not either"
        yield warning(facts.adopted.place, message, hint)
