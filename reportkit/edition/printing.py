"""PDF out of finished Word files, by LibreOffice: all of them in one call.

LibreOffice prints what the Word file prints. It runs with a profile of its own,
so that a window that is open elsewhere is not disturbed, and with a font map
that sends the fonts of the United Nations to installed ones.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from reportkit.disk import DiskError, read_file
from reportkit.problems import Place, Problem

PROGRAMS = ("soffice", "libreoffice", "soffice.com")
# Where it stands when it is not on the path (Windows, macOS).
PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
INSTALL = (
    "install LibreOffice: apt-get install libreoffice-writer-nogui on Debian, "
    "libreoffice.org elsewhere; or build docx and print from Word"
)
PATIENCE = 600  # seconds
Progress = Callable[[int, int], None]


def print_pdf(
    files: Mapping[str, bytes], fonts: bytes, progress: Progress
) -> dict[str, bytes]:
    """The PDF of each Word file, under the same names.

    `fonts` is the font map (fontconfig's XML); `progress` is told how many of
    how many are done. Raises DiskError where LibreOffice is missing or fails.
    """
    office = find_office()
    with TemporaryDirectory(prefix="reportkit-") as folder:
        root = Path(folder)
        numbered = {name: f"{place}.docx" for place, name in enumerate(files)}
        for name, data in files.items():
            (root / numbered[name]).write_bytes(data)
        (root / "fonts.conf").write_bytes(fonts)
        lines = _converted(office, root, tuple(numbered.values()))
        for done, _ in enumerate(lines, 1):
            progress(done, len(files))
        return {name: _printed(root, name, file) for name, file in numbered.items()}


def find_office() -> str:
    """The program that prints; DiskError tells how to install it."""
    found = (shutil.which(name) for name in (*PROGRAMS, *PLACES))
    office = next((path for path in found if path), None)
    if office is None:
        problem = Problem(Place("soffice"), "LibreOffice is not installed", INSTALL)
        raise DiskError(problem)
    return office


def _converted(office: str, root: Path, names: tuple[str, ...]) -> Iterator[str]:
    """A line for each file as it is converted."""
    command = [
        office,
        f"-env:UserInstallation={(root / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(root),
        *(str(root / name) for name in names),
    ]
    environment = {**os.environ, "FONTCONFIG_FILE": str(root / "fonts.conf")}
    with subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            if line.startswith("convert "):
                yield line
        process.wait(PATIENCE)


def _printed(root: Path, name: str, file: str) -> bytes:
    path = root / file.replace(".docx", ".pdf")
    if not path.is_file():
        message = "LibreOffice printed no PDF of this file"
        hint = "open the Word file in LibreOffice to see what it says"
        raise DiskError(Problem(Place(name), message, hint))
    return read_file(path)
