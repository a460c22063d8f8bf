"""`build -f pdf`: LibreOffice prints what the Word files print."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.workspaces import copy_samples, run

needs_office = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice or pdftotext is not installed",
)


def text_of(path: Path) -> str:
    done = subprocess.run(
        ["pdftotext", str(path), "-"], capture_output=True, check=True
    )
    return " ".join(done.stdout.decode("utf-8").split())


@needs_office
def test_all_languages_are_printed_in_one_call_and_not_again(tmp_path: Path) -> None:
    folder = copy_samples(tmp_path / "printed folder", "water-2021")
    asked = ("build", "-d", "final", "-f", "pdf")
    done = run(folder, *asked)
    assert done.returncode == 0, done.stderr
    made = sorted((folder / "build").rglob("*.*"))
    pdfs = [path for path in made if path.suffix == ".pdf"]
    assert {path.parent.name for path in pdfs} >= {"en", "fr", "es", "ar"}
    assert not [path for path in made if path.suffix == ".docx"]
    assert "Expert Group on Transboundary Water Data" in text_of(
        folder / "build/water-2021/en/final.pdf"
    )
    assert run(folder, *asked).stdout.startswith("nothing to write")
    times = {path: path.stat().st_mtime_ns for path in pdfs}
    source = folder / "sessions/water-2021/fr/introduction.yaml"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("Groupe", "groupe", 1), encoding="utf-8")
    assert run(folder, *asked).returncode == 0
    changed = [p.parent.name for p in pdfs if p.stat().st_mtime_ns != times[p]]
    assert changed == ["fr"]


def test_without_libreoffice_one_line_says_how_to_install_it(tmp_path: Path) -> None:
    folder = copy_samples(tmp_path / "bare", "water-2021")
    empty = tmp_path / "nothing"
    empty.mkdir()
    done = run(folder, "build", "-d", "final", "-f", "pdf,docx", PATH=str(empty))
    if os.path.exists("/Applications/LibreOffice.app"):
        pytest.skip("LibreOffice stands where it is found without a path")
    assert done.returncode == 3
    assert "LibreOffice is not installed" in done.stderr
    assert "apt-get install libreoffice" in done.stderr
    assert not (folder / "build").exists()
