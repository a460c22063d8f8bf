"""The front of a report as facts, and the foot of its first page."""

from __future__ import annotations

from datetime import date

import pytest

from reportkit.document.text import text_of
from reportkit.edition.importing import Request, import_report
from reportkit.published.lines import SUBTITLE, WHERE
from reportkit.recover.front_of import Job, job_of
from tests.recover.imported import (
    NAME,
    TEMPLATES,
    document_in,
    imported,
    loaded,
    published,
)
from tests.recover.test_import_by_hand import REPORT

DAYS = (date(2017, 10, 23), date(2017, 10, 24))


@pytest.mark.parametrize(
    ("left", "job"),
    [
        (("V.17-07355 (E)    231017    241017",), Job("V.17-07355", DAYS)),
        (("V.17-07355 (E)\t231017\t241017",), Job("V.17-07355", DAYS)),
        (("V.17\u201107355\u00a0(E)\u00a0231017",), Job("V.17-07355", DAYS[:1])),
        (("2/14", "V.17-07355", "V.17-07355 (F) 231017"), Job("V.17-07355", DAYS[:1])),
        (("V.17-07355 (E)", "231017 241017"), Job("V.17-07355", DAYS)),
        (("V.17-07355 (C) GZ 231017 241017 *1707355*",), Job("V.17-07355", DAYS)),
        (("17-07355 (E) 231017",), Job("17-07355", DAYS[:1])),
        (
            ("V.17-07355 (E) 231017", "V.17-07355 (E) ABC/DEF"),
            Job("V.17-07355", DAYS[:1]),
        ),
        (("GE.20-02503(E)",), Job("GE.20-02503")),
        (("\u200eV.17-07355 (A) 231017\u200f",), Job("V.17-07355", DAYS[:1])),
        (("V.17-07355 (E) 321399",), Job("V.17-07355")),
        (("12/17-07355", "231017"), Job()),
        ((), Job()),
    ],
)
def test_a_job_number_is_read_with_its_days(left: tuple[str, ...], job: Job) -> None:
    assert job_of(left) == job


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("English/French", "en"),
        ("French/English", "fr"),
        ("Spanish, French and English", "es"),
        ("Arabic", "ar"),
    ],
)
def test_of_several_originals_the_first_is_the_fact(said: str, code: str) -> None:
    report = REPORT.replace("Original: English", f"Original: {said}")
    session = imported(report, "en").files["session.yaml"]
    assert session.startswith(f"original: {code}\n".encode())


def test_the_originals_that_are_not_printed_are_told() -> None:
    report = REPORT.replace("Original: English", "Original: French/English")
    got = imported(report, "en")
    (pair,) = got.differences.reworded
    assert pair.lines[0].text == "Original: French/English"
    assert pair.printed.words == "Original: French"
    assert got.differences.missing == pair.lines


def test_place_and_days_may_stand_under_the_title() -> None:
    title = "the Group on Rivers held in Vienna from 2 to 6 May 2022"
    lines = published(REPORT.replace(title, "the Group"), "en")
    under = (
        line._replace(kind=SUBTITLE) if line.kind == WHERE else line
        for line in lines.lines
    )
    made = lines._replace(lines=tuple(under))
    session = import_report(Request(made, NAME, "en", {}, TEMPLATES)).files
    assert b"{from: 2022-05-02, to: 2022-05-06}" in session["session.yaml"]


@pytest.mark.parametrize(
    ("where", "printed"),
    [
        ("30 April–6 May 2022", "30 April – 6 May 2022"),
        ("2-6 May 2022", "2–6 May 2022"),
        ("30 April - 6 May 2022", "30 April – 6 May 2022"),
    ],
)
def test_the_dash_of_days_is_the_houses(where: str, printed: str) -> None:
    report = REPORT.replace("Vienna, 2–6 May 2022", f"Vienna, {where}")
    got = imported(report, "en")
    assert not [line for line in got.differences.missing if line.kind == "where"]
    document = document_in(loaded(got.files, got, "en"), "en", "final")
    assert text_of(document.corner[0].place_and_dates) == f"Vienna, {printed}"
