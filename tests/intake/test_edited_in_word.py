"""A draft edited through LibreOffice comes back as exactly what was done to it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from reportkit.source.editing import plain
from reportkit.source.yaml_reader import read_yaml
from tests.intake.edits import MARIA, WORDS, edit_draft, proposals
from tests.intake.pulled_in_text import built
from tests.workspaces import copy_samples, outputs, run

RECORDED = 13


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = copy_samples(tmp_path_factory.mktemp("edited") / "w", "ctoc-wg-2017")
    built(made, "ctoc-wg-2017", "-d", "draft", "-l", ",".join(WORDS))
    return made


def read(folder: Path, name: str) -> Any:
    path = folder / "sessions/ctoc-wg-2017" / name
    top, problems = read_yaml(path.read_bytes(), name)
    assert not problems
    return plain(top)


def bare(entry: dict[str, Any]) -> dict[str, Any]:
    """An amendment without what a test cannot know beforehand."""
    assert entry.pop("status") == "pending"
    assert bool(entry.pop("on", "")) == ("author" in entry)
    for key in ("id", "as", "note"):
        entry.pop(key, "")
    if str(entry.get("passage", "")).startswith("opening-"):
        entry.pop("new")
    if re.fullmatch(r"questionnaire-.*", str(entry.get("after", ""))):
        entry["after"] = ""
    return entry


@pytest.mark.parametrize("code", WORDS)
def test_each_edit_is_a_proposal(folder: Path, tmp_path: Path, code: str) -> None:
    words, edited = WORDS[code], tmp_path / "edited.docx"
    edit_draft(code, folder / f"build/ctoc-wg-2017/{code}/draft.docx", edited)
    work = copy_samples(tmp_path / "w", "ctoc-wg-2017")
    before = outputs(work / "sessions")
    command = ("pull", str(edited), "--into", "ctoc-wg-2017")

    dry = run(work, *command, "--dry-run")
    assert dry.returncode == 0, dry.stderr
    assert outputs(work / "sessions") == before

    done = run(work, *command)
    assert done.returncode == 0 and done.stderr == "", done.stderr
    assert dry.stdout.startswith(done.stdout.rstrip("\n"))
    assert done.stdout.endswith("11 proposals, 1 query, 0 translations, 0 not taken\n")
    for lost in ("transfer-consultations", "status-directory"):
        assert f"{lost} had no bookmark, found by its text (word" in done.stdout

    recorded = read(work, "amendments.yaml")["amendments"]
    assert [bare(each) for each in recorded[RECORDED:]] == proposals(code)
    (query,) = read(work, "queries.yaml")["queries"][1:]
    language = {} if code == "en" else {"language": code}
    assert query == {
        "id": "q2",
        "passage": "transfer-legal-basis",
        "quote": words.question[0],
        "text": words.question[1],
        **language,
        "by": MARIA,
    }
    changed = {"ctoc-wg-2017/amendments.yaml", "ctoc-wg-2017/queries.yaml"}
    if code != "en":
        changed.add(f"ctoc-wg-2017/{code}/amendments.yaml")
    after = outputs(work / "sessions")
    assert {path for path in after if after[path] != before.get(path)} == changed
    for path in changed:
        # What was there stands at the beginning as it stood.
        assert after[path].startswith(before[path].rstrip(b"\n"))

    again = run(work, *command)
    assert "0 proposals, 0 queries" in again.stdout
    assert outputs(work / "sessions") == after
    checked = run(work, "check", "ctoc-wg-2017")
    assert checked.returncode == 0, checked.stderr
