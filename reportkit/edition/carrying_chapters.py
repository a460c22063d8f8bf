"""Chapters of an earlier session's own, carried over with their headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportkit.assemble.outline import read_outline
from reportkit.edition.workspace import OUTLINES, SessionFiles
from reportkit.model.passages import CHAPTERS, Title
from reportkit.model.reading import chapter_of_path
from reportkit.model.session import Session
from reportkit.source.emission import Prose, emit

DRAFT, REPORT = f"{OUTLINES}/draft.yaml", f"{OUTLINES}/report.yaml"
ANNEXES = "annexes"


def carry_chapters(session: Session, given: SessionFiles) -> dict[str, bytes]:
    """The outlines of a session, and its chapters' headings in every language.

    The draft has the chapters of the report where the session had no draft.
    """
    made = {path: given.files[path] for path in (DRAFT, REPORT) if path in given.files}
    if REPORT in made and DRAFT not in made:
        made[DRAFT] = made[REPORT].replace(b"kind: report", b"kind: draft", 1)
    return made | dict(_headings(session)) if made else {}


def _headings(session: Session) -> Iterator[tuple[str, bytes]]:
    head = f"# carried over from {session.name}: confirm\n"
    for manuscript in session.manuscripts:
        title, chapter = manuscript.title, str(manuscript.chapter)
        if title is None or chapter == ANNEXES:
            continue
        own = emit({"title": {"id": str(title.id), "text": Prose(title.text)}})
        yield f"{session.facts.written_in}/{chapter}.yaml", f"{head}{own}".encode()
        for code, tree in _translated(session, title):
            yield f"{code}/{chapter}.yaml", f"{head}{emit(tree)}".encode()


def _translated(session: Session, title: Title) -> Iterator[tuple[str, dict[str, Any]]]:
    """A heading in other languages, with what is known of each translation."""
    for code, known in session.translations.items():
        if translation := known.get(str(title.id)):
            keys = ("of", "state", "note")
            tree: dict[str, Any] = {"text": Prose(translation.text)}
            tree |= {k: str(getattr(translation, k)) for k in keys}
            yield code, {str(title.id): {k: v for k, v in tree.items() if v}}


def without_chapters(
    files: Mapping[str, bytes], outlines: Mapping[str, bytes]
) -> dict[str, bytes]:
    """The files of a new session, but for those of chapters that no outline has."""
    read = [read_outline(data, path)[0] for path, data in outlines.items()]
    known = {str(chapter.id) for each in read if each for chapter in each.chapters}
    left = frozenset(CHAPTERS) - known
    return {path: data for path, data in files.items() if _chapter(path) not in left}


def _chapter(path: str) -> str:
    _, _, rest = path.partition("/")
    return chapter_of_path(rest) if rest else ""
