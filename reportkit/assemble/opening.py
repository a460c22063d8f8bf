"""The opening of an item's summary: meetings, days, title, and who led."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from reportkit.assemble.sentences import capital
from reportkit.assemble.wording import SECRETARIAT, Wording
from reportkit.languages.dates import day
from reportkit.languages.forms import Name
from reportkit.languages.words import Marked
from reportkit.model.facts import Meeting
from reportkit.model.proceedings import Item, Leading


def opening(wording: Wording, items: tuple[Item, ...], body: str) -> Marked:
    """The opening sentences of a summary; empty where no meeting took the items up.

    `body` is the body whose summary it is, or empty for a joint item.
    """
    meetings = meetings_on(wording, items, body)
    if not meetings or not items:
        return Marked("")
    if body:
        said = _at_meetings(wording, items, meetings, body)
    elif len(meetings) == 1 and meetings[0].part:
        said = _by_part_of_day(wording, items, meetings[0])
    else:
        said = _jointly(wording, items, meetings)
    leading = [leading for item in items for leading in item.led_by]
    return Marked(" ".join((said, *led_by(wording, leading, len(meetings)))))


def meetings_on(
    wording: Wording, items: Iterable[Item], body: str
) -> tuple[Meeting, ...]:
    """The meetings at which items were taken up, by a body or jointly."""
    ids = {item.id for item in items}
    known = wording.session.facts.meetings.values()
    found = (each for each in known if ids & set(each.items))
    return tuple(each for each in found if not body or body in each.of)


def _at_meetings(
    wording: Wording, items: tuple[Item, ...], meetings: tuple[Meeting, ...], body: str
) -> Marked:
    words = wording.words
    numbers = tuple(meeting.of[body] for meeting in meetings)
    return wording.say(
        "opening",
        meetings=words.ordinals_joined(numbers),
        count=len(meetings),
        days=wording.on_days(tuple(meeting.on for meeting in meetings)),
        body=wording.body(body),
        items=len(items),
        numbers=words.numbers_joined(tuple(item.number[body] for item in items)),
        titles=titles(wording, items),
    )


def _by_part_of_day(
    wording: Wording, items: tuple[Item, ...], meeting: Meeting
) -> Marked:
    when = day(wording.words, meeting.on, year=wording.spans_years)
    return wording.say(
        "opening-joint-part",
        body=wording.body(next(iter(meeting.of))),
        bodies=len(meeting.of),
        apart=wording.apart(meeting.of),
        items=len(items),
        titles=titles(wording, items),
        part_of_day=wording.say(f"part-{meeting.part}", day=when),
    )


def _jointly(
    wording: Wording, items: tuple[Item, ...], meetings: tuple[Meeting, ...]
) -> Marked:
    days = wording.on_days(tuple(meeting.on for meeting in meetings))
    return wording.say(
        "opening-joint",
        Days=capital(days),
        body=wording.body(next(iter(meetings[0].of))),
        bodies=len(meetings[0].of),
        apart=wording.apart(meetings[0].of),
        count=len(meetings),
        items=len(items),
        titles=titles(wording, items),
    )


def titles(wording: Wording, items: Iterable[Item]) -> Marked:
    """The titles of items between quotation marks, joined."""
    quoted = (wording.words.quoted(wording.title(item.id)) for item in items)
    return wording.words.joined(tuple(quoted))


def led_by(
    wording: Wording, leading: Iterable[Leading], meetings: int
) -> tuple[Marked, ...]:
    """The sentences that say who led: persons together, then representatives."""
    known = tuple(leading)
    persons = tuple(id for each in known for id in each.persons)
    made = [_led_by_persons(wording, persons, known, meetings)] if persons else []
    for each in known:
        if each.representative_of:
            made.append(_led_by_representative(wording, each, meetings))
    return tuple(made)


def _led_by_persons(
    wording: Wording, persons: tuple[str, ...], leading: tuple[Leading, ...], count: int
) -> Marked:
    experts = sum(len(each.persons) for each in leading if each.capacity == "expert")
    return wording.say(
        "led-by",
        leaders=by_state(wording, persons),
        experts=experts,
        gender=gender_of(wording, persons),
        count=count,
    )


def _led_by_representative(wording: Wording, leading: Leading, count: int) -> Marked:
    return wording.say(
        "led-by-representative",
        whom=represented(wording, leading.representative_of),
        presentation=leading.presentation,
        count=count,
    )


def represented(wording: Wording, who: str) -> Name:
    """Whom a representative stands for: the Secretariat, a State, an organization."""
    return wording.organization(who) if who == SECRETARIAT else wording.member(who)


def by_state(wording: Wording, persons: Iterable[str]) -> Marked:
    """Persons with their States in brackets, one bracket for two of one State."""
    known = wording.session.names.persons
    made = []
    for state, group in groupby(persons, key=lambda id: known[id].state):
        named = wording.words.joined(tuple(wording.person(id) for id in group))
        if state:
            facts = {"persons": named, "state": wording.state(state)}
            named = wording.say("leaders-of-state", **facts)
        made.append(named)
    return wording.words.joined(tuple(made))


def gender_of(wording: Wording, persons: tuple[str, ...]) -> str:
    """The gender that a phrase on some persons agrees in: m, f, mp or fp."""
    known = wording.session.names.persons
    women = all(known[id].gender == "f" for id in persons)
    return ("f" if women else "m") + ("p" if len(persons) > 1 else "")
