"""A file that nobody edited: nothing is pulled out of it, however it was saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.pulled_in_text import built, pulled, told
from tests.libreoffice import saved_again
from tests.workspaces import SAMPLES, copy_samples, run


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = copy_samples(tmp_path_factory.mktemp("untouched") / "w")
    built(made)
    built(made, "ctoc-wg-2017", "-d", "draft", "--merged")
    built(made, "ctoc-wg-2017", "-d", "final", "--queries")
    done = run(made, "compare", "ctoc-wg-2017", "draft", "final")
    assert done.returncode == 0, done.stderr
    return made


def files_of(folder: Path) -> list[tuple[str, Path]]:
    """The Word files that people may edit, by session."""
    return [
        (session, path)
        for session in SAMPLES
        for path in sorted((folder / "build" / session).glob("*/*.docx"))
        if not path.name.endswith((".concordance.docx", ".struck.docx"))
    ]


def test_as_it_was_built(folder: Path) -> None:
    every = files_of(folder)
    assert len(every) == 44
    for session, path in every:
        assert told(pulled(folder, session, path)) == [], path


def test_as_libreoffice_saves_it(folder: Path, tmp_path: Path) -> None:
    every = [each for each in files_of(folder) if "queries" not in each[1].name]
    again = saved_again([path for _, path in every], tmp_path)
    for (session, path), saved in zip(every, again, strict=True):
        assert told(pulled(folder, session, saved)) == [], path
