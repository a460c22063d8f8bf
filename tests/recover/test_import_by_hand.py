"""Small reports in our own words: what cannot be facts, and what is told of it."""

from __future__ import annotations

import pytest

from reportkit.edition.importing import Missing
from tests.recover.imported import differing, imported, lost

FRONT = """\
# Council of Waters

Distr.: General
14 June 2022
Original: English

**Group on Rivers**

Vienna, 2–6 May 2022

## **Report on the meeting of the Group on Rivers held in Vienna from 2 to 6 May 2022**
"""
REPORT = (
    FRONT
    + """
## I. Introduction

1. The Council asked the Group on Rivers to look at gauges. The Group met once.

## II. Recommendations

2. The Group on Rivers adopted the following recommendations:

(a) States should read their gauges every morning;

(b) States should write down what they read.

## III. Summary of deliberations

### Gauges on shared rivers

3. At its 1st meeting, on 2 May, the Group considered agenda item 2, entitled \
“Gauges on shared rivers”. Speakers agreed that gauges rust.

4. One speaker had painted them.

## IV. Organization of the meeting

### A. Duration of the meeting

5. The Group on Rivers held five meetings, from 2 to 6 May.

### B. Attendance

6. The following States were represented at the meeting: Austria, Benin and Chad.

7. A choir sang in the lobby on the third day.

## V. Adoption of the report

8. On 6 May, the Group adopted the present report on its meeting.
"""
)


def test_a_small_report_of_one_body_comes_back() -> None:
    report = REPORT.replace("7. A choir sang in the lobby on the third day.\n\n", "")
    report = report.replace("8. On 6 May", "7. On 6 May")
    got = imported(report, "en")
    assert differing(got) == ([], [])
    assert lost(got, report, "en") == 0
    assert {"duration-rivers", "attendance-states"} <= set(got.facts)


def test_a_paragraph_that_no_fact_says_is_kept_and_told() -> None:
    got = imported(REPORT, "en")
    assert [line.text for line in got.got.moved] == [
        "A choir sang in the lobby on the third day."
    ]
    assert any(b"A choir sang" in data for data in got.files.values())
    assert any(
        b"# look: the report has this elsewhere" in d for d in got.files.values()
    )


def test_a_list_in_other_words_is_still_a_list() -> None:
    report = REPORT.replace("represented at the meeting", "represented in the room")
    overrides = imported(report, "en").files["en/overrides.yaml"]
    assert b"represented in the room: {states: AUT BEN TCD; order: as-given}." in (
        b" ".join(overrides.split())
    )


def test_an_opening_in_other_words_is_overridden() -> None:
    report = REPORT.replace("the Group considered agenda", "the Group took up agenda")
    got = imported(report, "en")
    assert "opening-gauges-shared-rivers" in got.words
    assert not any("Speakers agreed" in each for each in differing(got)[1])


def test_a_chapter_that_nobody_knows_stays_as_text() -> None:
    songs = "## II. Songs\n\n2. A song was sung.\n\n## III. Recommendations"
    report = REPORT.replace("## II. Recommendations", songs)
    got = imported(report, "en")
    assert b"heading: >-\n      Songs" in got.files["en/introduction.yaml"]
    assert b"A song was sung." in got.files["en/introduction.yaml"]


def test_a_report_that_does_not_say_who_met_is_refused() -> None:
    with pytest.raises(Missing) as refused:
        imported("# A text\n\n1. Nobody met anywhere.\n", "en")
    assert "who met" in refused.value.problems[0].message


def test_the_number_of_an_item_is_that_of_its_opening() -> None:
    agenda = imported(REPORT, "en").files["agenda.yaml"]
    assert b"number: 2" in agenda
    assert b"# look" not in agenda


def test_an_item_without_any_number_is_marked() -> None:
    report = REPORT.replace("agenda item 2, entitled ", "the item entitled ")
    got = imported(report, "en")
    assert b"# look: the number of this item" in got.files["agenda.yaml"]


def test_tables_and_notes_are_passages() -> None:
    table = """
4. One speaker had painted them, as the table shows.[^1]

| River | Gauges |
| --- | --- |
| Danube | 12 |

"""
    report = REPORT.replace("\n4. One speaker had painted them.\n", table)
    report += "\n[^1]: In 2021.\n"
    got = imported(report, "en")
    file = got.files["en/deliberations/gauges-shared-rivers.yaml"]
    assert b"painted them, as the table shows.{note: note-" in b" ".join(file.split())
    assert b"text: River" in b" ".join(file.split()).replace(b">- ", b"")
    assert not any("Danube" in each for each in differing(got)[0])


def test_another_of_the_same_name_is_another_person() -> None:
    names = b"persons:\n  smith: {state: CAN, name: Ann Smith}\n"
    chaired = "The meeting was chaired by Ann Smith (Austria)."
    report = REPORT.replace(
        "from 2 to 6 May.\n\n###", f"from 2 to 6 May.\n\n6. {chaired}\n\n###"
    )
    got = imported(report, "en", {"names.yaml": names})
    assert b"{role: chair, person: smith-1}" in got.files["session.yaml"]
    assert got.shared["names.yaml"].startswith(names)
    assert b"state: AUT" in got.shared["names.yaml"]
