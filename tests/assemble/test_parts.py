"""What goes into which document: points that wait for a later one, with their lead."""

from __future__ import annotations

from tests.sessions_in_text import body_of

SESSION = """\
--- en/introduction.yaml
passages:
  - {id: intro, text: Intro.}
  - id: measures
    text: 'Measures were:'
    points:
      - {id: teams, text: teams}
      - {id: maps, in: add1, text: maps}
      - {id: funds, in: final, text: funds}
      - {id: dams, in: final, text: 'dams:', points: [{id: high, text: high}]}
"""
RECOMMENDATIONS = """\
--- en/recommendations.yaml
passages:
  - id: share
    text: 'Share:'
    points:
      - {id: figures, text: figures}
      - {id: later, in: final, text: 'later:', points: [{id: secret, text: secret}]}
      - {id: more, in: add1, text: more}
"""


def test_a_point_waits_for_its_document() -> None:
    assert body_of(SESSION, "en", "draft") == (
        "# I. Introduction\n1. Intro.\n2. Measures were:\n  (a) teams.\n"
    )


def test_an_addendum_repeats_the_words_that_lead_its_points() -> None:
    assert body_of(SESSION, "en", "add1") == (
        "# I. Introduction (*continued*)\n1. Measures were:\n  (a) maps.\n"
    )


def test_the_report_has_all_points_under_one_lead() -> None:
    assert "2. Measures were:\n  (a) teams;\n  (b) maps;\n  (c) funds;\n" in body_of(
        SESSION
    )


def test_points_of_a_recommendation_wait_too() -> None:
    draft, add1, final = (
        body_of(RECOMMENDATIONS, "en", id) for id in ("draft", "add1", "final")
    )
    assert draft.endswith("  (a) Share:\n    (i) figures.\n")
    assert add1.endswith("  (a) Share:\n    (i) more.\n")
    assert "secret" not in draft + add1
    assert "      – secret;\n    (iii) more.\n" in final


def test_a_point_is_nowhere_before_the_words_that_lead_it() -> None:
    text = SESSION.replace("text: 'Measures", "in: final\n    text: 'Measures")
    text = text.replace("in: add1", "in: draft")
    assert body_of(text, "en", "draft") == "# I. Introduction\n1. Intro.\n"
    assert "  (b) maps;" in body_of(text)
