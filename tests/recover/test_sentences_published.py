"""The paragraphs of a published report, read as the facts that were typed from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

import pytest

from reportkit.assemble.wording import Wording
from reportkit.model.reading import read_session
from reportkit.recover.facts import (
    Adopted,
    Attended,
    Context,
    Fact,
    Held,
    Person,
    Read,
    Spoke,
    Took,
)
from reportkit.recover.sentences import READERS, read_paragraph
from tests.acceptance.test_seed_facts import FACTS, REFERENCE
from tests.recover.facts_behind import context_of, printed
from tests.sessions_in_text import SHARED, told, wording_of

DRAFT = REFERENCE.with_name("draft-addendum.fr.tsv")
pytestmark = pytest.mark.skipif(
    not REFERENCE.exists(), reason="the published report is not here"
)
MONDAY, TUESDAY, THURSDAY, FRIDAY = (date(2017, 10, day) for day in (9, 10, 12, 13))
# Paragraphs of the chapter on organization, and those that derived ones stand for.
SECTIONS = {
    "duration": (44, 45, 46),
    "statements": (47, 48, 49, 50, 51),
    "attendance": (54, 55, 56, 57),
    "documentation": (58, 59),
    "adoption": (60,),
}
OPENINGS: Mapping[int, tuple[str, Took]] = {
    8: ("wg3", Took({"wg3": (1,)}, (MONDAY,), ("transfer",))),
    14: ("wg3", Took({"wg3": (1, 2)}, (MONDAY,), ("central-authorities",))),
    24: ("wg3", Took({"wg3": (3,)}, (TUESDAY,), ("e-evidence",))),
    29: ("wg2", Took({"wg2": (7,)}, (THURSDAY,), ("status",))),
    32: ("", Took({}, (TUESDAY,), ("questionnaire",), several=2)),
    38: ("", Took({}, (THURSDAY,), ("other",), part="morning")),
}
LEADERS: Mapping[int, tuple[Fact, ...]] = {
    8: (Person("Lars Wilhelmsson", "SWE", "expert", "transfer"),),
    14: (
        Person("Caroline Charpentier", "FRA", "expert", "central-authorities"),
        Person("Lise Chipault", "FRA", "expert", "central-authorities"),
    ),
    29: (
        Person("", "", "secretariat", "status"),
        Spoke(("status",), ("secretariat",), kind="presentation", body="wg2"),
    ),
}
INTRODUCTION = (
    Held("wg3", 0, MONDAY, FRIDAY),
    Held("wg2", 0, TUESDAY, FRIDAY),
    Took({}, (), ("questionnaire",)),
    Took({}, (), ("other",), several=1),
    Adopted("report", manner="orally-amended"),
)


@cache
def seed() -> Wording:
    """The facts as they were typed, worded in French."""
    files = {
        path.relative_to(FACTS).as_posix(): path.read_bytes()
        for path in FACTS.rglob("*.yaml")
    }
    shared = {name: files.pop(name) for name in SHARED}
    session, problems = read_session("seed-facts", files, shared, {})
    assert session is not None and not problems, told(problems)
    return wording_of(session, "fr")


def rows(path: str = REFERENCE.name) -> list[tuple[str, str, str]]:
    lines = REFERENCE.with_name(path).read_text("utf-8").splitlines()
    cells = (line.split("\t") for line in lines)
    return [(kind, label, text) for kind, label, text in cells]


def paragraph(number: int) -> str:
    known = {label: text for kind, label, text in rows() if kind == "paragraph"}
    return known[f"{number}."]


def read(number: int, section: str, body: str = "") -> Read:
    made = read_paragraph(paragraph(number), (), section, context(body))
    assert made is not None, number
    return made


def context(body: str) -> Context:
    return context_of(seed())._replace(body=body)


@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("section", SECTIONS)
def test_the_organization_gives_the_facts_typed_from_it(
    section: str, alone: bool
) -> None:
    wanted = [each.facts for each in printed(seed()) if each.section == section]
    found = [read(number, "" if alone else section) for number in SECTIONS[section]]
    assert [each.facts for each in found] == wanted
    assert not any(each.rest for each in found)


def test_all_that_attended_stand_in_the_order_given() -> None:
    (fact,) = read(54, "attendance").facts
    assert isinstance(fact, Attended)
    codes = fact.codes
    assert len(codes) == 84 and codes[-3:] == ("URY", "VEN", "YEM")


def test_the_agendas_were_adopted_at_first_meetings() -> None:
    first = read(52, "agenda", "wg3")
    second = read(53, "agenda", "wg2")
    assert first.facts == (Adopted("agenda", "wg3", 1),)
    assert second.facts == (Adopted("agenda", "wg2", 1, TUESDAY),)


@pytest.mark.parametrize("number", OPENINGS)
def test_openings_tell_meetings_days_items_and_who_led(number: int) -> None:
    body, took = OPENINGS[number]
    made = read(number, "opening", body)
    assert made.facts == (took, *LEADERS.get(number, ()))
    assert made == read(number, "", body)
    begun = paragraph(number).removesuffix(made.rest)
    assert (begun == paragraph(number)) == (number in LEADERS)


def test_the_introduction_tells_the_days_of_each_body() -> None:
    made = read(5, "introduction")
    assert made.facts == INTRODUCTION and not made.rest


def test_leads_are_known() -> None:
    assert [read(number, "lead").kind for number in (6, 7)] == ["lead", "lead"]
    assert [read(number, "").kind for number in (6, 7)] == ["lead", "lead"]


@pytest.mark.parametrize("path", [REFERENCE.name, DRAFT.name])
@pytest.mark.parametrize("body", ["", "wg3", "wg2"])
def test_no_fact_is_made_of_any_other_line(path: str, body: str) -> None:
    own = {5, 6, 7, *OPENINGS, *range(44, 61)} if path == REFERENCE.name else {1}
    numbers = {f"{number}." for number in own}
    for kind, label, text in rows(path):
        if kind in ("masthead", "title"):
            continue
        for section in ("", *READERS) if label not in numbers else ():
            made = read_paragraph(text, (), section, context(body))
            assert made is None, (label, section, made)
