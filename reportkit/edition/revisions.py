"""A session's files as they were at a git revision."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

from reportkit.disk import DiskError
from reportkit.edition.workspace import (
    ISSUED,
    OUTLINES,
    SESSIONS,
    SessionFiles,
    Workspace,
)
from reportkit.languages.table import CODES
from reportkit.model.reading import SHARED_FILES
from reportkit.problems import Place, Problem


def read_files_at(workspace: Workspace, name: str, revision: str) -> SessionFiles:
    """The files of a session at a revision; DiskError where git has none such.

    Paths are shown with the revision before them, as git itself names them.
    """
    files = _archived(workspace, revision)
    folder = f"{SESSIONS}/{name}/"
    own = {
        path.removeprefix(folder): data
        for path, data in files.items()
        if path.startswith(folder) and _is_source(path.removeprefix(folder))
    }
    if "session.yaml" not in own:
        message = f'at "{revision}", there is no session "{name}"'
        raise DiskError(Problem(Place(f"{SESSIONS}/{name}"), message))
    shared = {
        each: files[f"{SESSIONS}/{each}"]
        for each in SHARED_FILES
        if f"{SESSIONS}/{each}" in files
    }
    shown = {each: f"{revision}:{folder}{each}" for each in own}
    shown |= {each: f"{revision}:{SESSIONS}/{each}" for each in SHARED_FILES}
    return SessionFiles(workspace.sessions / name, own, shared, shown)


def _is_source(path: str) -> bool:
    first, _, rest = path.partition("/")
    return path.endswith(".yaml") and (not rest or first in (*CODES, ISSUED, OUTLINES))


def _archived(workspace: Workspace, revision: str) -> dict[str, bytes]:
    """Every file of sessions/ at a revision, by its path below the workspace."""
    data = _git(workspace.root, revision)
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        return {
            member.name: opened.read()
            for member in archive.getmembers()
            if member.isfile() and (opened := archive.extractfile(member))
        }


def _git(root: Path, revision: str) -> bytes:
    # A revision that begins with a hyphen would be an option.
    command = ["git", "archive", "--format=tar", f"{revision}", "--", SESSIONS]
    place = Place(SESSIONS)
    if revision.startswith("-"):
        raise DiskError(Problem(place, f'"{revision}" is no revision'))
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        hint = "comparing with a revision needs git; names without @ do not"
        raise DiskError(Problem(place, "git is not installed", hint)) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        message = f'git has no revision "{revision}" of the sessions'
        raise DiskError(Problem(place, message, said[-1] if said else ""))
    return done.stdout
