"""Chapters of a report's own: an outline of the session, headings in its files."""

from __future__ import annotations

import pytest

from reportkit.languages.words import MissingWord
from reportkit.problems import format_problem
from tests.sessions_in_text import body_of

OUTLINE = """\
--- outlines/report.yaml
kind: report
levels: [chapter, section, subsection, none]
item_numbers: true
chapters:
  - {id: organization, text: [passages]}
  - {id: dams, text: [passages]}
  - {id: adoption, text: [adoption, passages]}
"""
SESSION = f"""\
--- session.yaml
original: en
written_in: en
instrument: treaty
bodies:
  group: {{from: 2017-10-09, to: 2017-10-13}}
meetings:
  first: {{of: {{group: 1}}, on: 2017-10-09, items: [opening]}}
  second: {{of: {{group: 2}}, on: 2017-10-10, items: [dams]}}
adopted: {{on: 2017-10-13}}
documents:
  final: {{kind: report, symbol: E/AC.9/2017/4, date: 2017-10-23}}
--- agenda.yaml
adopted_at: first
items:
  - {{id: opening, number: 1}}
  - {{id: dams, number: 2}}
--- participants.yaml
states: [FRA, USA]
--- en/titles.yaml
titles: {{opening: Opening, dams: Dams}}
--- en/organization.yaml
title: {{id: how, text: Organization of the session}}
passages:
  - {{id: who, heading: Attendance}}
  - derived: attendance-states
  - {{id: rain, text: It rained.}}
  - {{id: when, heading: Meetings}}
  - {{id: morning, heading: In the morning, level: 2}}
  - derived: duration-group
  - {{id: evening, heading: In the evening, level: 2}}
  - {{id: sun, text: It shone.}}
--- en/dams.yaml
item: dams
passages:
  - {{id: high, text: "{{opening}} Dams were high."}}
{OUTLINE}"""


def test_chapters_are_those_of_the_sessions_outline() -> None:
    assert body_of(SESSION).splitlines() == [
        "# I. Organization of the session",
        "## A. Attendance",
        "1. The following States were represented at the meeting: France and United "
        "States.",
        "2. It rained.",
        "## B. Meetings",
        "### 1. In the morning",
        "3. The Group on Rivers held two meetings, from 9 to 13 October.",
        "### 2. In the evening",
        "4. It shone.",
        "# II. Dams (agenda item 2)",
        "5. At its 2nd meeting, on 10 October, the Group considered agenda item 2, "
        "entitled “Dams”. Dams were high.",
        "# III. Adoption of the report",
        "6. On 13 October, the Group adopted the present report on its meeting.",
    ]


def test_what_is_placed_is_not_printed_where_the_outline_has_it() -> None:
    text = SESSION.replace(OUTLINE, "").replace("en/organization", "en/introduction")
    assert body_of(text).count("The following States") == 1


def test_a_heading_between_two_of_a_lower_level_begins_their_count_again() -> None:
    text = SESSION.replace("rain, text: It rained.", "rain, heading: Rain, level: 3")
    assert "#### Rain\n## B. Meetings\n### 1. In the morning" in body_of(text)


def test_a_chapter_without_a_heading_is_told_with_its_place() -> None:
    text = SESSION.replace("item: dams\n", "").replace("{opening} ", "")
    with pytest.raises(MissingWord) as told:
        body_of(text)
    assert format_problem(told.value.problem).startswith("outlines/report.yaml:6:10: ")
