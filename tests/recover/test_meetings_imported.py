"""Meetings, agendas and papers of imported reports: facts, and where to look."""

from __future__ import annotations

import pytest

from tests.recover.imported import differing, imported, lost, sample_in_text

TWO = """\
# Council of Waters

Distr.: General
14 June 2022
Original: English

**Group on Rivers**

Vienna, 2–6 May 2022

**Group on Lakes**

Vienna, 3–6 May 2022

## **Report on the meetings of the Group on Rivers and the Group on Lakes**

## I. Introduction

1. The Council asked the groups to look at gauges.

## II. Summary of deliberations

### A. Group on Rivers

#### 1. Gauges

2. At its 3rd and 4th meetings, on 3 May, the Group considered agenda item 2, \
entitled “Gauges”. They rust.

#### 2. Boats

3. At its 1st meeting, on 2 May, the Group considered agenda item 3, entitled “Boats”.

### B. Group on Lakes

#### Other matters

4. At its 2nd meeting, on 4 May, the Group on Lakes considered agenda item 3, \
entitled “Other matters”.

## III. Organization of the meetings

### A. Duration of the meetings

5. The Group on Rivers held nine meetings, from 2 to 6 May, of which two were held \
jointly with the Group on Lakes.

6. The Group on Lakes held seven meetings, from 3 to 6 May, of which two were held \
jointly with the Group on Rivers.

### B. Adoption of the agenda and organization of work

#### 1. Group on Rivers

7. At its 1st meeting, on 2 May, the Group on Rivers adopted the following agenda:

    1. Organizational matters.

    2. Gauges.

    3. Boats.

    4. Other matters (joint item).

#### 2. Group on Lakes

8. At its 1st meeting, on 3 May, the Group on Lakes adopted the following agenda:

    1. Organizational matters.

    3. Other matters (joint item).

### C. Attendance

9. The following States were represented at the meetings: Austria, Benin and Chad.
"""
ALONE = "the report does not say whether another body sat at this meeting too"
ONE = """\
# Council of Waters

E/CN.55/2022/8

Distr.: General
14 June 2022
Original: English

**Group on Rivers**

Vienna, 2–6 May 2022

## **Report on the meeting of the Group on Rivers held in Vienna from 2 to 6 May 2022**

## I. Introduction

1. The Council asked the Group on Rivers to look at gauges.

## II. Organization of the meeting

### A. Adoption of the agenda and organization of work

2. At its 1st meeting, on 2 May, the Group on Rivers adopted the following agenda:

    2. Gauges.

    3. Boats:

        (a) Small boats;

        (b) Large boats.

    7. Other matters.

### B. Documentation

3. The Group on Rivers had before it the following documents:

(a) Annotated provisional agenda (E/CN.55/2022/1 and Add.1);

(b) Note on gauges (E/CN.55/2022/2);

(c) Notes on boats (E/CN.55/2022/3–5).
"""


def lines_of(session: bytes) -> list[str]:
    return [line.strip() for line in session.decode().splitlines()]


def test_a_meeting_of_one_body_alone_is_sure_or_to_be_looked_at() -> None:
    lines = lines_of(imported(TWO, "en").files["session.yaml"])
    looked = [lines[n + 1] for n, line in enumerate(lines) if ALONE in line]
    # The 1st of Lakes was on a day on which Rivers met too; Boats are theirs alone,
    # and on 2 May nobody else met. Other matters are in both agendas.
    assert [line.partition(", on")[0] for line in looked] == [
        "m2: {of: {lakes: 1}",
        "m5: {of: {lakes: 2}",
    ]


def test_no_meeting_of_others_where_none_was_joint() -> None:
    report = TWO.replace(", of which two were held jointly with the Group on Lakes", "")
    report = report.replace(" of which two were held jointly with the Group on", "")
    report = report.replace("6 May, Rivers.", "6 May.")
    assert ALONE.encode() not in imported(report, "en").files["session.yaml"]


def test_two_days_of_one_meeting_are_to_be_looked_at() -> None:
    report = TWO.replace("At its 1st meeting, on 2 May, the Group considered", (
        "At its 1st meeting, on 3 May, the Group considered"
    ))  # fmt: skip
    session = imported(report, "en").files["session.yaml"]
    assert b"names this meeting twice" in session


@pytest.mark.parametrize("code", ["zh", "es", "fr", "en"])
def test_nothing_keeps_its_words_without_known_names(code: str) -> None:
    got = imported(sample_in_text("ctoc-wg-2017", code, "final"), code)
    assert not got.words
    assert got.files["session.yaml"].count(b"of: {") == 8


def test_a_group_s_meetings_are_not_another_s_in_arabic() -> None:
    got = imported(sample_in_text("ctoc-wg-2017", "ar", "final"), "ar")
    session = got.files["session.yaml"]
    assert b"of: {body-2: 6}, on: 2017-10-12" in session
    assert b"of: {body-1: 6}" not in session


def test_an_agenda_leaves_out_numbers_and_begins_at_others() -> None:
    got = imported(ONE, "en")
    assert differing(got) == ([], [])
    agenda = got.files["agenda.yaml"]
    assert [int(n) for n in _numbers(agenda)] == [2, 3, 7]
    assert agenda.count(b"sub: [") == 1
    assert b"# look" not in agenda


def _numbers(agenda: bytes) -> list[str]:
    lines = lines_of(agenda)
    return [line.split()[-1] for line in lines if line.startswith("number:")]


def test_more_than_one_symbol_stays_in_the_words() -> None:
    got = imported(ONE, "en")
    titles = got.files["en/titles.yaml"]
    assert b"Annotated provisional agenda (E/CN.55/2022/1 and Add.1)" in titles
    assert "(E/CN.55/2022/3–5)".encode() in titles
    papers = got.files["papers.yaml"]
    assert papers.count(b"symbols") == 1 and papers.count(b"before") == 2
    assert lost(got, ONE, "en") == 0
