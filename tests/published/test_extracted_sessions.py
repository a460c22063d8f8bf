"""The sample sessions, built as text and as PDF, and read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.published.published_lines import (
    counted,
    expected,
    layout_of,
    letters,
    lines_of,
    read,
    seen,
    tree_of,
)
from tests.workspaces import copy_samples, run

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every document of the sample sessions, in all formats that are read here."""
    folder = copy_samples(tmp_path_factory.mktemp("built"))
    done = run(folder, "build", "-f", "txt,json,docx", "--out", "out")
    assert done.returncode == 0, done.stderr
    return folder / "out"


def trees(built: Path, code: str) -> list[Path]:
    return sorted(built.glob(f"*/{code}/*.json"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_plain_text_of_ours_comes_back_whole(built: Path, code: str) -> None:
    assert trees(built, code)
    for path in trees(built, code):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        published, problems = read(text, code)
        assert seen(published, code) == expected(tree_of(path), code)
        assert counted(published) == published.size
        assert not problems


@pytest.mark.slow
@pytest.mark.parametrize("code", ["en", "fr", "es", "ru", "zh"])
def test_a_pdf_comes_back_whole(built: Path, code: str, tmp_path: Path) -> None:
    for path in trees(built, code):
        text = layout_of(path.with_suffix(".docx"), tmp_path)
        published, problems = read(text, code)
        assert seen(published, code) == expected(tree_of(path), code)
        assert counted(published) == published.size
        assert not problems


@pytest.mark.slow
def test_most_of_an_arabic_pdf_comes_back(built: Path, tmp_path: Path) -> None:
    """A PDF has Arabic in the order it is drawn, and not all can be put right."""
    for path in trees(built, "ar"):
        lines = lines_of(layout_of(path.with_suffix(".docx"), tmp_path), "ar")
        found = {line.label: letters(line.text) for line in lines if line.label}
        numbered = [
            each
            for each in expected(tree_of(path), "ar")
            if each.kind == "paragraph" and each.label
        ]
        same = sum(found.get(each.label) == letters(each.text) for each in numbered)
        assert sum(each.label in found for each in numbered) >= 0.9 * len(numbered)
        assert same >= 0.6 * len(numbered)
