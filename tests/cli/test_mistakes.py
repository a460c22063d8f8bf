"""Twelve different mistakes, all told in one run, each at its line and column."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.workspaces import copy_samples, outputs, run


class Mistake(NamedTuple):
    """What is typed in place of what, and what is said of it.

    `at` is the text in which the problem is told, `after` what comes before it.
    """

    file: str
    old: str
    new: str
    at: str
    said: str
    hint: str


MISTAKES = (
    Mistake("session.yaml", "place: vienna", "palce: vienna",
            "palce", "unknown key `palce`", "place"),
    Mistake("session.yaml", "on: 2017-10-12", "on: 2017-10-32",
            "2017-10-32", '"2017-10-32" stands where a day', "no such day"),
    Mistake("session.yaml", "person: burrows", "person: borrows",
            "borrows", 'unknown person "borrows"', "burrows"),
    Mistake("agenda.yaml", "persons: [wilhelmsson]", "persons: [wilhelmson]",
            "wilhelmson", 'unknown person "wilhelmson"', "wilhelmsson"),
    Mistake("agenda.yaml", "number: {wg3: 3}", "number: {wg3: three}",
            "three", '"three" stands where a number', ""),
    Mistake("participants.yaml", "DZA", "Algerai",
            "Algerai", 'unknown State "Algerai"', "Algeria"),
    Mistake("papers.yaml", "CTOC/COP/WG.2/2017/3", "CTOC-COP-3",
            "CTOC-COP-3", '"CTOC-COP-3" stands where a document symbol', ""),
    Mistake("en/deliberations/transfer.yaml",
            "{instrument: uncac}", "{instrment: uncac}",
            "{instrment: uncac}", "unknown mark {instrment: uncac}", "{instrument}"),
    Mistake("en/deliberations/questionnaire.yaml",
            "{ref: other-mutatis}", "{ref: other-mutandis}",
            "other-mutandis", 'unknown passage "other-mutandis"', "other-mutatis"),
    Mistake("en/introduction.yaml", "  - id: ", "  - id: Intro ",
            "Intro ", "stands where an id is expected", "lower-case"),
    Mistake("fr/introduction.yaml", "state: reviewed", "state: revised",
            "revised", '"revised" stands where a state is expected', "reviewed"),
    Mistake("fr/titles.yaml", "  text: >-", "  text: [titre] provisoire\n  other: >-",
            "[titre]", "a text that begins with `[` is read as a list", "text: |"),
)  # fmt: skip


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built workspace into which the mistakes are then put."""
    folder = copy_samples(tmp_path_factory.mktemp("wrong"), "ctoc-wg-2017")
    assert run(folder, "build", "-f", "txt").returncode == 0
    for mistake in MISTAKES:
        path = folder / "sessions/ctoc-wg-2017" / mistake.file
        text = path.read_text(encoding="utf-8")
        assert mistake.old in text, mistake
        path.write_text(text.replace(mistake.old, mistake.new, 1), encoding="utf-8")
    return folder


def place_of(folder: Path, mistake: Mistake) -> tuple[int, int]:
    """The line and column at which a mistake was typed, counted from the file."""
    path = folder / "sessions/ctoc-wg-2017" / mistake.file
    text = path.read_text(encoding="utf-8")
    before = text[: text.index(mistake.at)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def test_all_are_told_in_one_run_and_nothing_is_written(wrong: Path) -> None:
    before = outputs(wrong / "build")
    done = run(wrong, "build", "-f", "txt")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for mistake in MISTAKES:
        line, column = place_of(wrong, mistake)
        place = f"sessions/ctoc-wg-2017/{mistake.file}:{line}:{column}: error: "
        told = [each for each in done.stderr.splitlines() if each.startswith(place)]
        assert any(mistake.said in each for each in told), (place, done.stderr)
    assert outputs(wrong / "build") == before


def test_json_says_the_same(wrong: Path) -> None:
    done = run(wrong, "check", "--json")
    assert done.returncode == 1
    problems = json.loads(done.stdout)["problems"]
    for mistake in MISTAKES:
        found = [each for each in problems if mistake.said in each["message"]]
        assert any(mistake.hint in each["hint"] for each in found), mistake
