"""Whole documents: draft, addendum, merged draft and report, as one reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from reportkit.document.nodes import Corner, JobLine, Run
from reportkit.document.text import text_of
from tests.sessions_in_text import body, body_of, document_of, inline, session_in

TWO_BODIES = Path(__file__).with_name("two_bodies.txt").read_text(encoding="utf-8")
# Headings inside a summary, a table, a quotation, notes, annexes, every mark.
ONE_BODY = Path(__file__).with_name("one_body.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("id", ["draft", "add1", "final"])
def test_document(code: str, id: str, file_regression: FileRegressionFixture) -> None:
    text = body(document_of(session_in(TWO_BODIES), code, id))
    file_regression.check(text, encoding="utf-8", extension=".txt")


@pytest.mark.parametrize("code", ["en", "fr"])
def test_report_of_one_body(code: str, file_regression: FileRegressionFixture) -> None:
    """Its French is half translated: what is missing stands in its own language."""
    text = body(document_of(session_in(ONE_BODY), code))
    file_regression.check(text, encoding="utf-8", extension=".txt")


def test_merged_draft(file_regression: FileRegressionFixture) -> None:
    """The report's labels and letters under the draft's lead sentence."""
    text = body(document_of(session_in(TWO_BODIES), "en", "draft", merged=True))
    file_regression.check(text, encoding="utf-8", extension=".txt")


def test_merged_draft_and_report_part_in_lead_sentences_alone() -> None:
    merged = body_of(TWO_BODIES, "en", "draft", merged=True).splitlines()
    final = body_of(TWO_BODIES).splitlines()
    parted = [(a, b) for a, b in zip(merged, final, strict=False) if a != b]
    assert parted == [
        (
            f"{n}. The {body} formulated the following recommendations:",
            f"{n}. The {body} adopted the following recommendations, "
            "subject to the approval of the Council:",
        )
        for n, body in ((2, "Group on Rivers"), (3, "Panel on Lakes"))
    ]
    assert final[len(merged)] == "# IV. Organization of the meetings"


@pytest.mark.parametrize(
    ("code", "id", "title"),
    [
        (
            "en",
            "draft",
            "Draft report on the meetings of the Group on Rivers and the Panel on "
            "Lakes held in Vienna from 9 to 13 October 2017",
        ),
        (
            "fr",
            "final",
            "Rapport sur les travaux des réunions du Groupe du Rhin et de l’Équipe des "
            "lacs tenues à Vienne du 9 au 13 octobre 2017",
        ),
    ],
)
def test_title(code: str, id: str, title: str) -> None:
    assert inline(document_of(session_in(TWO_BODIES), code, id).title) == title


def test_front_of_an_addendum_in_translation() -> None:
    document = document_of(session_in(TWO_BODIES), "fr", "add1")
    head = document.masthead
    assert inline(document.subtitle) == "Additif"
    assert head.organ == "Conseil des eaux"
    assert (head.distribution, head.date) == ("Distr. limitée", "13 octobre 2017")
    assert (head.language, head.original) == ("Français", "Original: anglais")
    assert document.corner == (
        Corner((Run("Groupe du Rhin"),), (Run("Vienne, 9-13 octobre 2017"),)),
        Corner((Run("Équipe des lacs"),), (Run("Vienne, 10-13 octobre 2017"),)),
    )


def test_front_of_a_report_in_the_original() -> None:
    document = document_of(session_in(TWO_BODIES))
    assert document.masthead.distribution == "Distr.: General"
    assert document.masthead.symbols == ("E/AC.9/2017/4", "E/AC.8/2017/3")
    assert document.symbol == "E/AC.9/2017/4-E/AC.8/2017/3"
    assert (document.masthead.language, document.masthead.original) == (
        "",
        "Original: English",
    )
    assert document.subtitle == ()
    assert document.job is None


def test_no_mark_is_left_in_a_masthead() -> None:
    text = """\
--- session.yaml
original: en
written_in: en
place: vienna
bodies:
  group: {from: 2018-10-30, to: 2018-11-01}
documents:
  draft:
    kind: draft
    date: 2018-11-01
    job: {en: V.18-00001, fr: V.18-00002}
    released: {fr: [2018-11-02, 2018-11-05]}
"""
    session = session_in(text)
    french = document_of(session, "fr", "draft")
    assert french.masthead.date == "1er novembre 2018"
    assert french.masthead.original == "Original\u00a0: anglais"
    assert (
        inline(french.corner[0].place_and_dates)
        == "Vienne, 30 octobre-1er novembre 2018"
    )
    assert inline(french.title).endswith("du 30 octobre au 1^er^ novembre 2018")
    assert french.job == JobLine(
        "V.18-00002", "V.18-00002 (F)    021118    051118", "*1800002*"
    )
    english = document_of(session, "en", "draft")
    assert english.job == JobLine("V.18-00001", "V.18-00001 (E)    011118", "*1800001*")


SESSION_OF_GROUP = """\
--- en/titles.yaml
titles: {session-group: Sixty-first session}
--- fr/titles.yaml
session-group: Soixante et unième session
"""


@pytest.mark.parametrize(
    ("code", "said"),
    [("en", "Sixty-first session"), ("fr", "Soixante et unième session")],
)
def test_the_corner_says_which_session_of_a_body_it_was(code: str, said: str) -> None:
    document = document_of(session_in(SESSION_OF_GROUP), code)
    assert [text_of(each.session) for each in document.corner] == [said]
