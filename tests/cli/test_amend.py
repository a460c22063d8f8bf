"""`reportkit amend`, run as the floor needs it: recorded, decided, listed, refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.workspaces import copy_samples, run

SESSION = "water-2021"
PATH = f"sessions/{SESSION}/amendments.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with a session to which nothing was proposed yet."""
    made = copy_samples(tmp_path / "w", SESSION)
    (made / PATH).unlink(missing_ok=True)
    return made


def said(folder: Path, *words: str) -> str:
    """What a command prints; it has to be fine, with or without a warning."""
    done = run(folder, "amend", SESSION, *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_an_amendment_from_the_floor_is_in_the_report_once_adopted(
    folder: Path,
) -> None:
    assert said(folder, "draft:4 (d)", "replace", "Use one term", "--by", "Chad") == (
        f'{PATH}: a1 rewrites rec-definition: "The Commission may wish to adopt the '
        'def…" -> "Use one term" (draft 4 (d)): pending\n'
    )
    assert said(folder, "draft:4(e)", "delete") == (
        f"{PATH}: a2 deletes rec-training (draft 4 (e)): pending\n"
    )
    first, second = said(folder, "a1", "a2", "adopt").splitlines()
    assert first.endswith('-> "Use one term" (draft 4 (d)): adopted')
    assert second == f"{PATH}: a2 deletes rec-training (draft 4 (e)): adopted"
    built = run(folder, "build", "-d", "final", "-l", "en", "-f", "txt")
    assert built.returncode == 0, built.stderr
    text = (folder / f"build/{SESSION}/en/final.txt").read_text(encoding="utf-8")
    assert "(d)" in text
    assert "Use one term." in text
    assert "(e)" not in text.partition("III.")[0]


def test_the_list_as_a_table_and_as_json(folder: Path) -> None:
    said(folder, "draft:4(d)", "delete", "--by", "chair,FRA", "--adopted")
    said(folder, "draft:4(e)", "delete")
    rows = json.loads(said(folder, "--list", "--json"))
    assert [(row["id"], row["by"], row["status"]) for row in rows] == [
        ("a1", ["chair", "FRA"], "adopted"),
        ("a2", [], "pending"),
    ]
    header, *table = said(folder, "--list", "--status", "pending").splitlines()
    assert header.split() == ["id", "number", "what", "by", "meeting", "status"]
    assert len(table) == 1
    assert table[0].split()[:3] == ["a2", "draft:4", "(e)"]


def test_the_list_shows_texts_whole_where_that_is_asked_for(folder: Path) -> None:
    text = "The Commission may wish to use one term throughout its reports"
    said(folder, "draft:4(d)", "replace", text)
    assert text not in unfolded(said(folder, "--list"))
    assert f'-> "{text}"' in unfolded(said(folder, "--long"))
    (row,) = json.loads(said(folder, "--list", "--json"))
    assert row["new"] == text
    assert row["old"].startswith("The Commission may wish to adopt the definition")


def unfolded(table: str) -> str:
    """What a table of one row says in its third column, on one line."""
    header, *lines = table.splitlines()
    start, end = header.index("what"), header.index("by ")
    return " ".join(line[start:end].strip() for line in lines)


def test_a_report_that_is_issued_does_not_show_what_comes_later(folder: Path) -> None:
    said(folder, "draft:4(e)", "delete")
    assert run(folder, "issue", SESSION, "draft", "-l", "en").returncode == 0
    done = run(folder, "amend", SESSION, "draft:4(d)", "delete")
    assert (done.returncode, done.stderr) == (0, "")
    said(folder, "a1", "a2", "reject")
    issued = run(folder, "issue", SESSION, "final", "-l", "en,fr")
    assert issued.returncode == 0, issued.stderr
    late = "`final` is issued in {}: only a corrigendum or a revision will show this"
    warning = f"TARGET:1:1: warning: {late}\n"
    done = run(folder, "amend", SESSION, "draft:4(d)", "delete")
    assert done.stderr == warning.format("en, fr")
    done = run(folder, "amend", SESSION, "draft:3", "s/a/b/g", "-l", "fr")
    assert late.format("fr") in done.stderr
    assert late.format("en") not in done.stderr
    assert run(folder, "amend", SESSION, "a1", "adopt").stderr == warning.format(
        "en, fr"
    )
    assert run(folder, "amend", SESSION, "a3", "reject").stderr == ""


def test_what_is_refused_has_its_place_and_writes_nothing(folder: Path) -> None:
    said(folder, "draft:4(d)", "delete")
    before = (folder / PATH).read_bytes()
    done = run(folder, "amend", SESSION, "draft:4(x)", "delete", "--by", "Chda")
    assert done.returncode == 1
    assert done.stdout == ""
    assert 'TARGET:1:1: error: there is no number "4(x)" in draft' in done.stderr
    assert '--by:1:1: error: "Chda" is no State' in done.stderr
    assert (folder / PATH).read_bytes() == before


@pytest.mark.parametrize(
    "words", [("draft:4(d)",), (), ("--list", "a1"), ("--list", "--status", "open")]
)
def test_wrong_use_is_told(folder: Path, words: tuple[str, ...]) -> None:
    done = run(folder, "amend", SESSION, *words)
    assert done.returncode == 2
    assert "Usage: reportkit amend" in done.stderr
