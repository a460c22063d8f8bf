"""`reportkit status`, and what a final build refuses: missing and stale passages."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.workspaces import copy_samples, run

FUTURE = "sessions/water-2021/fr/deliberations/future-work.yaml"
OLD = "t00000000"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_samples(tmp_path / "w", "water-2021")


def rows(folder: Path) -> dict[tuple[str, str], Any]:
    """The rows of the status by document and language."""
    done = run(folder, "status", "--json")
    assert done.returncode == 0, done.stderr
    return {(row["document"], row["language"]): row for row in json.loads(done.stdout)}


def make_stale(folder: Path) -> str:
    """Say that a French passage translates another text; return its id."""
    path = folder / FUTURE
    head, _, rest = path.read_text(encoding="utf-8").partition(":\n")
    stale = re.sub(r"^  of: t\w+\n", "", rest, count=1)
    path.write_text(f"{head}:\n  of: {OLD}\n{stale}", encoding="utf-8")
    return head.splitlines()[-1]


def test_what_is_complete_has_nothing_missing_or_stale(folder: Path) -> None:
    found = rows(folder)
    assert all(row["missing"] == row["stale"] == [] for row in found.values())
    assert found["final", "en"]["paragraphs"] == found["final", "ar"]["paragraphs"] > 30
    assert found["final", "en"]["words"] > found["draft", "en"]["words"] > 1000


def test_a_stale_passage_counts_in_its_language_alone(folder: Path) -> None:
    make_stale(folder)
    stale = {
        key: len(row["stale"]) for key, row in rows(folder).items() if row["stale"]
    }
    assert stale == {("draft", "fr"): 1, ("final", "fr"): 1}


def test_a_missing_passage_counts_where_it_is_printed(folder: Path) -> None:
    (folder / "sessions/water-2021/fr/annexes/inventory-form.yaml").unlink()
    missing = {key for key, row in rows(folder).items() if row["missing"]}
    assert missing == {("draft", "fr"), ("final", "fr")}


def test_too_many_words_are_shown_against_the_limit(tmp_path: Path) -> None:
    folder = copy_samples(tmp_path / "c", "ctoc-wg-2017")
    said = run(folder, "status").stdout
    (draft,) = [line for line in said.splitlines() if line.startswith("draft     en")]
    assert ">3300" in draft


@pytest.mark.parametrize("fault", ["stale", "missing"])
def test_a_final_build_refuses_what_a_working_build_marks(
    folder: Path, fault: str
) -> None:
    if fault == "stale":
        make_stale(folder)
    else:
        (folder / FUTURE).unlink()
    working = run(folder, "build", "-f", "txt", "-l", "fr")
    assert working.returncode == 0, working.stderr
    assert "warning:" in working.stderr
    final = run(folder, "build", "-f", "txt", "-l", "fr", "--final", "--out", "new")
    assert final.returncode == 1
    assert "error:" in final.stderr
    assert not (folder / "new").exists()


def test_review_lists_what_check_does_not_count(folder: Path) -> None:
    plain, review = run(folder, "check"), run(folder, "check", "--review")
    assert plain.stderr == ""
    assert review.returncode == 0
    assert "sentences.yaml" in review.stderr


def test_strict_takes_warnings_for_errors(folder: Path) -> None:
    make_stale(folder)
    assert run(folder, "check").returncode == 0
    assert run(folder, "check", "--strict").returncode == 1
