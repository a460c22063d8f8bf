"""The report of another body, saved as a Word file by LibreOffice and read back."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.published.commission import commission_report
from tests.published.published_lines import seen
from tests.published.word_truth import read


def in_word(file: Path, folder: Path) -> bytes:
    """A file of LibreOffice, saved by it as a Word file."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is needed")
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    convert = ["soffice", profile, "--headless", "--convert-to", "docx"]
    command = [*convert, "--outdir", str(folder), str(file)]
    subprocess.run(command, capture_output=True, timeout=300, check=True)
    return (folder / f"{file.stem}.docx").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_word_has_the_lines_of_the_text(tmp_path: Path, seed: int) -> None:
    report = commission_report(seed=seed)
    file = tmp_path / "report.fodt"
    file.write_text(report.file, encoding="utf-8")
    published, problems = read(in_word(file, tmp_path), "en")
    masthead = sorted(line for line in report.lines if line.kind == "masthead")
    others = [line for line in report.lines if line.kind != "masthead"]
    assert seen(published) == [*masthead, *others]
    assert not problems
