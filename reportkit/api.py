"""The programming interface: load a session, check it, assemble, write.

from reportkit.api import assemble, load, write

loaded = load("sessions/ctoc-wg-2017")
document = assemble(loaded, "final", "fr")
data = write(document, "docx")
"""

from __future__ import annotations

from pathlib import Path

from reportkit.assemble.parts import Order
from reportkit.assemble.report import assemble as _assemble
from reportkit.document.nodes import Document
from reportkit.edition.formats import FORMATS, load_writer
from reportkit.edition.loading import Loaded
from reportkit.edition.loading import load as _load
from reportkit.edition.making import parts_of_format
from reportkit.edition.workspace import Workspace, read_files
from reportkit.problems import Place, Problem

__all__ = [
    "Document",
    "Loaded",
    "Place",
    "Problem",
    "assemble",
    "check",
    "load",
    "write",
]


def load(folder: str | Path) -> Loaded:
    """Return a session out of its folder, with all that is wrong in `problems`.

    Raises DiskError for a file that cannot be read.
    """
    path = Path(folder).absolute()
    workspace = _workspace_of(path)
    return _load(read_files(workspace, path), workspace.templates())


def check(folder: str | Path) -> tuple[Problem, ...]:
    """Return everything that is wrong in a session's files, by place."""
    return load(folder).problems


def assemble(
    loaded: Loaded, document: str, language: str, merged: bool = False
) -> Document:
    """Return a finished document of a session in a language.

    `merged` gives a draft together with its addenda. Raises KeyError for an unknown
    document or language.
    """
    wording = loaded.wordings_of(document)[language]
    return _assemble(wording, loaded.outlines, Order(document, merged))


def write(document: Document, format: str, folder: str | Path = ".") -> bytes:
    """Return a document's bytes in a format: docx, html, txt or json.

    Templates are looked up in the workspace that `folder` is in, then among
    those that came with reportkit.
    """
    row = FORMATS[format]
    templates = _workspace_of(Path(folder).absolute()).templates()
    parts, _ = parts_of_format(templates, format)
    return load_writer(row)(document, parts)


def _workspace_of(path: Path) -> Workspace:
    """The workspace around a path: where sessions/ is, else the path itself."""
    for folder in (path, *path.parents):
        if (folder / "sessions").is_dir():
            return Workspace(folder, Path.cwd())
    return Workspace(path, Path.cwd())
