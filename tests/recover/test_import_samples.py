"""The sample sessions, printed as text and imported again, in every language."""

from __future__ import annotations

import pytest

from reportkit.problems import has_errors
from tests.recover.imported import (
    SESSIONS,
    differing,
    imported,
    known_names,
    lost,
    sample_in_text,
)

CTOC, WATER = "ctoc-wg-2017", "water-2021"
BOTH = ("en", "fr", "es", "ar")
CASES = [
    *((CTOC, code, id) for code in (*BOTH, "ru", "zh") for id in ("add1", "final")),
    *((WATER, code, id) for code in BOTH for id in ("draft", "final")),
]


@pytest.mark.parametrize(("name", "code", "id"), CASES)
def test_what_was_printed_is_printed_again(name: str, code: str, id: str) -> None:
    text = sample_in_text(name, code, id)
    got = imported(text, code, known_names())
    assert differing(got) == ([], [])
    assert lost(got, text, code) == 0
    assert not has_errors(got.problems)


@pytest.mark.parametrize("code", ["en", "fr", "es", "ru", "zh", "ar"])
def test_in_an_empty_workspace_too(code: str) -> None:
    got = imported(sample_in_text(CTOC, code, "final"), code)
    assert differing(got) == ([], [])


@pytest.mark.parametrize("name", [CTOC, WATER])
@pytest.mark.parametrize("code", ["en", "fr"])
def test_nothing_needs_the_words_of_the_report(name: str, code: str) -> None:
    got = imported(sample_in_text(name, code, "final"), code, known_names())
    assert not got.words
    assert len(got.facts) > 15


def test_what_is_known_is_found_and_not_made_again() -> None:
    got = imported(sample_in_text(CTOC, "en", "final"), "en", known_names())
    assert not got.shared
    wanted = (SESSIONS / CTOC / "papers.yaml").read_text(encoding="utf-8")
    assert wanted.count("symbols") == got.files["papers.yaml"].count(b"symbols")


def test_of_women_the_openings_speak_as_of_women() -> None:
    got = imported(sample_in_text(CTOC, "fr", "final"), "fr")
    assert not [id for id in got.words if id.startswith("opening-")]
    assert got.shared["names.yaml"].count(b"gender: f\n    name: ") == 2


def test_the_job_number_is_a_fact_too() -> None:
    session = imported(sample_in_text(CTOC, "fr", "final"), "fr").files["session.yaml"]
    assert b"job: {fr: V.17-07397}" in session
    assert b"released: {fr: [2017-11-08, 2017-11-09]}" in session
