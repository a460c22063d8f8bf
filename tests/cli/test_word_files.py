"""Every Word file of the samples, read by readers that are not ours."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.word_checks import findings
from tests.workspaces import copy_samples, run


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = copy_samples(tmp_path_factory.mktemp("word"))
    assert run(folder, "build", "-f", "docx").returncode == 0
    assert run(folder, "build", "-d", "draft", "--merged", "-f", "docx").returncode == 0
    build = folder / "build"
    found = sorted(build.rglob("*.docx"))
    return {path.relative_to(build).as_posix(): path for path in found}


def test_no_word_file_has_a_finding(files: dict[str, Path]) -> None:
    assert len(files) >= 14
    found = {name: findings(path) for name, path in files.items()}
    assert {name: told for name, told in found.items() if told} == {}


def test_python_docx_reads_the_text_in_order(files: dict[str, Path]) -> None:
    report = docx.Document(str(files["ctoc-wg-2017/en/final.docx"]))
    numbered = [
        paragraph.text.split("\t")[0]
        for paragraph in report.paragraphs
        if paragraph.style is not None
        and paragraph.style.style_id == "SingleTxt"
        and paragraph.text[:1].isdigit()
    ]
    # The two agendas are inner lists, whose numbers stand apart.
    expected = iter(numbered)
    assert all(f"{number}." in expected for number in range(1, 68))


def test_headings_and_language_are_there_for_readers_that_speak(
    files: dict[str, Path],
) -> None:
    report = docx.Document(str(files["ctoc-wg-2017/fr/final.docx"]))
    styles = {
        paragraph.style.style_id for paragraph in report.paragraphs if paragraph.style
    }
    assert {"HCh", "H1", "H23"} <= styles
    assert report.core_properties.language == "fr-FR"
    assert report.core_properties.title.startswith("Rapport sur les travaux")
