"""Reports imported in memory, for tests."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from reportkit.assemble.parts import Order
from reportkit.assemble.report import assemble
from reportkit.document.nodes import Document
from reportkit.edition.importing import Imported, Request, import_report
from reportkit.edition.importing_rows import lines_in, words_of
from reportkit.edition.importing_terms import words_for
from reportkit.edition.importing_told import count_of
from reportkit.edition.loading import Loaded, load
from reportkit.edition.workspace import (
    SessionFiles,
    Templates,
    Workspace,
    packaged_templates,
    read_files,
)
from reportkit.published.extracted import read_extracted
from reportkit.published.lines import Published
from reportkit.write.txt import write_txt
from tests.sessions_in_text import ROOT

SHARED = ROOT.parent / "shared"
SEEDS, ACCEPTANCE = SHARED / "seeds", SHARED / "acceptance"
TEMPLATES = Templates((packaged_templates(),), ROOT)
SESSIONS = ROOT / "sessions"
NAME = "imported"


def published(text: str, code: str) -> Published:
    """The lines of a text."""
    words = words_for(TEMPLATES, code, date(2017, 10, 13))
    return read_extracted(text, "report.txt", words)[0]


def imported(
    text: str, code: str, shared: Mapping[str, bytes] | None = None
) -> Imported:
    """The session of a text."""
    lines = published(text, code)
    return import_report(Request(lines, NAME, code, shared or {}, TEMPLATES))


def known_names() -> dict[str, bytes]:
    """The names that the sample sessions use."""
    names = ("names.yaml", "instruments.yaml")
    return {name: (SESSIONS / name).read_bytes() for name in names}


def differing(got: Imported) -> tuple[list[str], list[str]]:
    """What is not printed, and what is printed beside the report."""
    found = got.differences
    pairs = (*found.relabelled, *found.elsewhere)
    missing = [words_of(line) for line in (*found.missing, *lines_in(pairs))]
    printed = (*found.unexpected, *(pair.printed for pair in pairs))
    return missing, [each.words for each in printed]


def lost(got: Imported, text: str, code: str) -> int:
    """How many characters of a text are in no print of the session."""
    count = count_of(got, published(text, code))
    assert count.printed + count.layout + count.lost == count.read
    return count.lost


def loaded(files: Mapping[str, bytes], got: Imported, code: str) -> Loaded:
    """The session of some files, loaded with the names of an import."""
    shown = {path: path for path in ("session.yaml", *files, *got.shared)}
    folder = SessionFiles(Path(NAME), files, got.shared, shown)
    return load(folder, TEMPLATES, (code,))


def document_in(made: Loaded, code: str, id: str) -> Document:
    """A document of a loaded session."""
    return assemble(made.wordings_of(id)[code], made.outlines, Order(id))


@cache
def sample_in_text(name: str, code: str, id: str) -> str:
    """A document of a sample session as `build -f txt` prints it."""
    files = read_files(Workspace(ROOT, ROOT), SESSIONS / name)
    made = load(files, TEMPLATES, (code,))
    return write_txt(document_in(made, code, id), {}).decode()
