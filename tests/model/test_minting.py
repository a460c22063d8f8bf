"""Ids for passages that have none: stable, unique, and no longer than they may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.model.kinds import ID
from reportkit.model.minting import MAX, mint
from reportkit.model.session import Session, words_of_session
from tests.sessions_in_text import session_in


@pytest.mark.parametrize(
    ("text", "id"),
    [
        (
            "Speakers noted that the training of judges was rare.",
            "x-training-judges-rare",
        ),
        ("{opening} Several speakers stressed *costs*", "x-costs"),
        ("Les intervenants ont évoqué l’évaluation", "x-evoque-evaluation"),
        ("Elles ont été notées à l’échelle générale", "x-notees-echelle-generale"),
        ("Выступавшие отметили", "x-1"),
        ("工作组", "x-1"),
        ("It is so.", "x-1"),
    ],
)
def test_an_id_is_made_of_the_first_words_that_say_something(
    text: str, id: str
) -> None:
    assert mint("x", text, set()) == id


def test_a_second_passage_of_the_same_words_is_numbered() -> None:
    taken = {"x-rivers"}
    assert mint("x", "Rivers", taken) == "x-rivers-1"
    assert mint("x", "Rivers", taken | {"x-rivers-1"}) == "x-rivers-2"


@given(
    stem=st.from_regex(ID, fullmatch=True),
    texts=st.lists(st.text("abé -ЖX国{}*", max_size=60), min_size=1, max_size=5),
)
def test_every_id_is_one_and_every_run_gives_the_same(
    stem: str, texts: list[str]
) -> None:
    def minted() -> list[str]:
        taken: set[str] = set()
        for text in texts:
            taken.add(mint(stem, text, taken))
        return sorted(taken)

    assert minted() == minted()
    assert len(minted()) == len(texts)
    assert all(ID.fullmatch(id) and len(id) <= MAX for id in minted())


DELIBERATIONS = """\
--- agenda.yaml
items:
  - {id: rivers, number: 1}
--- en/annexes/form.yaml
title: Forms of rivers
passages:
  - text: Forms
--- en/deliberations/rivers.yaml
item: rivers
passages:
  - text: Training of judges
    points:
      - text: Courts
        points: [Benches]
      - Maps
  - id: rivers-maps
    text: Given
text: |
  Training of judges

  # Training
--- en/recommendations.yaml
passages:
  - Training of judges
"""


def ids_of(session: Session) -> list[str]:
    return [str(words.id) for words in words_of_session(session)]


def test_every_passage_of_a_session_has_an_id_of_its_own() -> None:
    assert ids_of(session_in(DELIBERATIONS)) == [
        "annex-forms-rivers",
        "annex-forms",
        "rivers-training-judges",
        "rivers-courts",
        "rivers-benches",
        "rivers-maps-1",
        "rivers-maps",
        "rivers-training-judges-1",
        "rivers-training",
        "rec-training-judges",
    ]


def test_ids_of_items_and_papers_are_taken() -> None:
    papers = "--- papers.yaml\npapers:\n  - {id: rivers-courts}\n"
    assert "rivers-courts-1" in ids_of(session_in(DELIBERATIONS + papers))


def test_completing_keeps_what_was_given() -> None:
    session = session_in(DELIBERATIONS)
    summary = session.manuscripts[1]
    assert [str(each.words) for each in summary.passages] == [
        "Training of judges",
        "Given",
        "Training of judges",
        "Training",
    ]
    assert summary.text == ""
    assert [point.text for point in summary.passages[0].points] == ["Courts", "Maps"]
