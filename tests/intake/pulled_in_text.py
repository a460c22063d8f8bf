"""Small sessions, their Word files edited as XML, and what is pulled out of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from reportkit.edition.edited_copy import Copy, beside, read_copy
from reportkit.edition.pulling import Given, Taken, take
from reportkit.edition.workspace import Workspace, read_files
from reportkit.model.reading import read_session
from reportkit.opc.opening import open_word
from tests.workspaces import run

Edit = Callable[[str], str]
DOCUMENT = "word/document.xml"


def rewritten(path: Path, edit: Edit, target: Path, part: str = DOCUMENT) -> Path:
    """A copy of a Word file with the XML of a part edited."""
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    before = parts[part].decode()
    after = edit(before)
    assert after != before, "the edit found nothing"
    parts[part] = after.encode()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return target


def replaced(old: str, new: str) -> Edit:
    """An edit of the XML; the old words have to stand in it."""
    return lambda xml: xml.replace(old, new, 1)


def pulled(folder: Path, session: str, path: Path, asked: Copy | None = None) -> Taken:
    """What a Word file comes to; nothing is written."""
    workspace = Workspace(folder, folder)
    files = read_files(workspace, workspace.sessions / session)
    word, problems = open_word(path, path.name)
    assert word is not None, problems
    known, found = read_session(session, files.files, files.shared, files.shown)
    assert known is not None, found
    copy, wrong = read_copy(word, known, asked or Copy("", ""), path.name)
    assert copy is not None, wrong
    sides, more = beside(word, copy, files, workspace.templates())
    assert sides is not None, more
    return take(word, sides, files, workspace.templates(), Given())


def told(taken: Taken) -> list[str]:
    """A line for each thing that was taken or not."""
    rows = (*taken.proposals, *taken.queries, *taken.drafts)
    said = [f"{row.what}{f' [{row.author}]' if row.author else ''}" for row in rows]
    return [*said, *(f"not taken: {each.message}" for each in taken.untaken)]


def built(folder: Path, *arguments: str) -> None:
    done = run(folder, "build", *arguments, "-f", "docx")
    assert done.returncode == 0, done.stderr
