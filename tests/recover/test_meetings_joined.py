"""Meetings of which a report gives half: those of joint ones, and the last of all."""

from __future__ import annotations

from datetime import date

import pytest

from reportkit.recover.facts import Adopted, Held, Took
from reportkit.recover.meetings_of import Meetings
from tests.recover.imported import imported, known_names, sample_in_text

FIRST, LAST = date(2017, 10, 9), date(2017, 10, 13)
TENTH, TWELFTH = date(2017, 10, 10), date(2017, 10, 12)
BODIES = ("a", "b")


def meetings() -> Meetings:
    made = Meetings(dict.fromkeys(BODIES, (FIRST, LAST)))
    made.take(Took({"a": (1, 2)}, (FIRST,), ("lamps",)))
    made.take(Took({"a": (3,)}, (TENTH,), ("pilots",)))
    made.take_adoption(Adopted("agenda", "b", 1, TENTH))
    return made


def test_a_meeting_for_an_agenda_alone_is_one_of_the_joint_ones() -> None:
    made = meetings()
    made.take_unnumbered(Took({}, (TENTH,), ("wrecks",), 2), BODIES)
    said = [(each.of, each.joined, each.guessed) for each in made.sittings]
    assert said[2:] == [
        ({"a": 3}, False, False),
        ({"a": 4, "b": 1}, True, False),
        ({"a": 5, "b": 2}, False, True),
    ]


def test_joint_meetings_of_another_day_are_others() -> None:
    made = meetings()
    made.take_unnumbered(Took({}, (TWELFTH,), ("wrecks",)), BODIES)
    assert {"b": 1} in [each.of for each in made.sittings]


def test_the_report_was_adopted_on_its_day() -> None:
    made = meetings()
    made.take_unnumbered(Took({}, (TWELFTH,), ("wrecks",)), BODIES)
    assert made.on_item("report", BODIES, True).on == TWELFTH
    held = (Held("a", 9), Held("b", 7))
    made.close((Adopted("report", "", 0, LAST),), held)
    last = made.on_item("report", BODIES, True)
    assert (last.on, last.of, last.guessed) == (LAST, {"a": 9, "b": 7}, True)
    assert made.on_item("report", BODIES, True) is last


@pytest.mark.parametrize("code", ["en", "fr", "es", "ru", "zh", "ar"])
def test_the_sample_has_its_joint_meetings(code: str) -> None:
    got = imported(sample_in_text("ctoc-wg-2017", code, "final"), code, known_names())
    said = got.files["session.yaml"].decode()
    assert "wg3: 4, wg2: 1}" in said and "wg3: 5, wg2: 2}" in said
    assert "# look: the report names this meeting of one body" in said
