"""What of the meetings of a recovered session a person should look at."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.recover.facts import Held
from reportkit.recover.files_of import STATEMENTS
from reportkit.recover.meetings_of import Sitting
from reportkit.recover.recovered import Recovered
from reportkit.recover.writing import Look

SESSION = "session.yaml"
GUESSED = "the report does not give the number of this meeting, or its day"
ALONE = "the report does not say whether another body sat at this meeting too"
JOINED = (
    "the report names this meeting of one body, and joint meetings of this day without"
    " numbers: it is taken for one of them"
)
SHARED = "the report does not say which of the items were taken up at this meeting"
ODD = "the report names this meeting twice, with other days or other numbers"
PLACED = "the report does not say at which meeting this was taken up: {}"
NOWHERE = "the report does not say at which meeting this was spoken on: {}"


def doubts_of(got: Recovered) -> Iterator[Look]:
    """Everything about the meetings that is likely and not sure."""
    joint = _may_be_joint(got)
    for id, sitting in got.meetings.numbered().items():
        for doubt in _doubts(got, sitting, joint):
            yield Look(SESSION, f"{id}:", doubt)
    sittings = got.meetings.sittings
    for spoken in got.spoken:
        if spoken.item not in sittings[spoken.meeting].items:
            yield Look(STATEMENTS, "statements:", NOWHERE.format(spoken.item))


def _doubts(got: Recovered, sitting: Sitting, joint: bool) -> Iterator[str]:
    if sitting.guessed:
        yield GUESSED
    elif sitting.joined:
        yield JOINED
    elif joint and _may_have_others(got, sitting):
        yield ALONE
    if sitting.shared:
        yield SHARED
    if sitting.odd:
        yield ODD
    if sitting.placed:
        yield PLACED.format(", ".join(sitting.placed))


def _may_be_joint(got: Recovered) -> bool:
    """Whether bodies met jointly, as far as the report counts their meetings."""
    held: list[Held] = [fact for fact in got.facts(Held) if fact.meetings]
    counted = {fact.body for fact in held} == set(got.bodies)
    return len(got.bodies) > 1 and (not counted or any(fact.joint for fact in held))


def _may_have_others(got: Recovered, sitting: Sitting) -> bool:
    """Whether another body met on the day, and no item says that one sat alone."""
    others = (days for body, days in got.days.items() if body not in sitting.of)
    if not any(first <= sitting.on <= last for first, last in others):
        return False
    entries = [got.agenda.entry(item) for item in sitting.items]
    own = (
        entry for entry in entries if entry and set(entry.numbers) <= set(sitting.of)
    )
    return not any(own)
