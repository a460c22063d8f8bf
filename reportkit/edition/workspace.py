"""A workspace: a folder with sessions/ in it, and templates of its own if it likes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import reportkit
from reportkit.disk import read_file, shown
from reportkit.languages.table import CODES
from reportkit.model.reading import SHARED_FILES

SESSIONS = "sessions"
TEMPLATES = "templates"
ISSUED = "issued"
OUTLINES = "outlines"


class Workspace(NamedTuple):
    """The folders that a run reads; `start` is where the user stands."""

    root: Path
    start: Path

    @property
    def sessions(self) -> Path:
        return self.root / SESSIONS

    def session_names(self) -> tuple[str, ...]:
        """The sessions of the workspace, by name."""
        return tuple(
            sorted(path.parent.name for path in self.sessions.glob("*/session.yaml"))
        )

    def show(self, path: Path) -> str:
        """A path as messages name it, from where the user stands."""
        return shown(path, self.start)

    def templates(self) -> Templates:
        return Templates((self.root / TEMPLATES, packaged_templates()), self.start)


class SessionFiles(NamedTuple):
    """The bytes of a session's files and of those all sessions share."""

    folder: Path
    files: Mapping[str, bytes]
    shared: Mapping[str, bytes]
    shown: Mapping[str, str]
    unread: tuple[str, ...] = ()


def find_workspace(start: Path) -> Workspace | None:
    """The nearest folder at or above a path that has sessions/ in it."""
    for folder in (start, *start.parents):
        if (folder / SESSIONS).is_dir():
            return Workspace(folder, start)
    return None


def read_files(workspace: Workspace, folder: Path) -> SessionFiles:
    """The YAML files of a session's folder; DiskError for one that cannot be read."""
    paths = {path.relative_to(folder).as_posix(): path for path in _sources(folder)}
    shared = {name: folder.parent / name for name in SHARED_FILES}
    known = {name: path for name, path in shared.items() if path.exists()}
    every = {**paths, **shared, "session.yaml": folder / "session.yaml"}
    return SessionFiles(
        folder,
        {name: read_file(path) for name, path in paths.items()},
        {name: read_file(path) for name, path in known.items()},
        {name: workspace.show(path) for name, path in every.items()},
        tuple(workspace.show(path) for path in _unread(folder)),
    )


def _sources(folder: Path) -> Iterator[Path]:
    """The YAML files at the top of a session, in its folders, and what was issued."""
    yield from sorted(folder.glob("*.yaml"))
    yield from sorted((folder / OUTLINES).glob("*.yaml"))
    yield from sorted((folder / ISSUED).glob("*/*.yaml"))
    for code in CODES:
        yield from sorted((folder / code).rglob("*.yaml"))


def _unread(folder: Path) -> Iterator[Path]:
    """What looks like a source and is none: a .yml file, a folder of no language."""
    yield from sorted(folder.rglob("*.yml"))
    for path in sorted(folder.iterdir()):
        known = path.name in (*CODES, ISSUED, OUTLINES) or path.name[0] == "."
        if path.is_dir() and not known:
            yield path


def packaged_templates() -> Path:
    """The templates that came with reportkit: in the wheel, or in the checkout."""
    package = Path(reportkit.__file__).parent
    inside = package / TEMPLATES
    return inside if inside.is_dir() else package.parent / TEMPLATES


class Templates(NamedTuple):
    """The folders in which templates are looked up; the workspace's own comes first."""

    roots: tuple[Path, ...]
    start: Path

    def find(self, name: str) -> Path | None:
        """The file of a template's name in the first folder that has it."""
        found = (root / name for root in self.roots)
        return next((path for path in found if path.is_file()), None)

    def read(self, name: str) -> tuple[bytes, str] | None:
        """The bytes of a template and its path as messages name it."""
        path = self.find(name)
        return (read_file(path), shown(path, self.start)) if path else None

    def names(self, folder: str) -> tuple[str, ...]:
        """The files below a folder, by name, in any of the roots."""
        found = {
            path.relative_to(root).as_posix()
            for root in self.roots
            for path in (root / folder).rglob("*")
            if path.is_file()
        }
        return tuple(sorted(found))
