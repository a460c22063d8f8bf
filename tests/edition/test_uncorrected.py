"""A corrigendum of what was not issued: left out of a build of all, else refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspaces import copy_samples, run

NAME = "water-2021"
LATER = (
    "  corr1: {kind: corrigendum, of: final, symbol: E/CN.99/EG.1/2021/3/Corr.1, "
    "date: 2021-10-05}\n"
)
MESSAGE = "`final` is not issued in fr"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with a corrigendum of a report that is not issued."""
    made = copy_samples(tmp_path / "w", NAME)
    facts = made / "sessions" / NAME / "session.yaml"
    facts.write_text(facts.read_text(encoding="utf-8") + LATER, encoding="utf-8")
    return made


@pytest.mark.parametrize("option", [(), ("--final",)])
def test_a_build_of_all_documents_leaves_it_out(
    folder: Path, option: tuple[str, ...]
) -> None:
    done = run(folder, "build", "-l", "fr", "-f", "txt", *option)
    assert done.returncode == 0
    assert f"warning: {MESSAGE}" in done.stderr
    built = sorted(path.name for path in (folder / "build").rglob("*.txt"))
    assert built == ["draft.txt", "final.txt"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "-d", "corr1", "-f", "txt", "-l", "fr"),
        ("issue", NAME, "corr1", "-l", "fr"),
        ("compare", NAME, "final", "corr1", "-l", "fr"),
    ],
)
def test_asked_for_by_name_it_is_refused(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    done = run(folder, *arguments)
    assert done.returncode == 1
    assert f"error: {MESSAGE}" in done.stderr
    assert "Traceback" not in done.stderr
