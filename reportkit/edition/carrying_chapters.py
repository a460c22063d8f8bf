"""Chapters of an earlier session's own, carried over with their headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportkit.assemble.outline import read_outline
from reportkit.edition.workspace import OUTLINES, SessionFiles
from reportkit.model.passages import CHAPTERS, Manuscript, Translation
from reportkit.model.reading import chapter_of_path
from reportkit.model.session import Session
from reportkit.source.emission import Prose, emit

DRAFT, REPORT = f"{OUTLINES}/draft.yaml", f"{OUTLINES}/report.yaml"
ANNEXES = "annexes"
Tree = dict[str, Any]


def carry_chapters(session: Session, given: SessionFiles) -> dict[str, bytes]:
    """The outlines of a session, with the headings of its chapters in every language
    and the places of derived passages among them.
    """
    made = {path: given.files[path] for path in (DRAFT, REPORT) if path in given.files}
    return made | dict(_chapters(session)) if made else {}


def _chapters(session: Session) -> Iterator[tuple[str, bytes]]:
    head = f"# carried over from {session.name}: confirm\n"
    for manuscript in session.manuscripts:
        title, chapter = manuscript.title, str(manuscript.chapter)
        if title is None or chapter == ANNEXES:
            continue
        tree = {"title": {"id": str(title.id), "text": Prose(title.text)}}
        places = [] if manuscript.taken_up else list(_places(manuscript))
        own = emit({**tree, "passages": places} if places else tree)
        yield f"{session.facts.written_in}/{chapter}.yaml", f"{head}{own}".encode()
        ids = (title.id, *(each["id"] for each in places if "id" in each))
        for code, known in session.translations.items():
            if translated := dict(_translated(known, ids)):
                yield f"{code}/{chapter}.yaml", f"{head}{emit(translated)}".encode()


def _places(manuscript: Manuscript) -> Iterator[Tree]:
    """The headings in a chapter, and the places of derived passages."""
    for each in manuscript.passages:
        if each.derived:
            yield {"derived": str(each.derived)}
        elif each.heading:
            level = {"level": str(each.level)} if each.level > 1 else {}
            yield {"id": str(each.id), "heading": Prose(each.heading), **level}


def _translated(
    known: Mapping[str, Translation], ids: Iterable[str]
) -> Iterator[tuple[str, Tree]]:
    """Headings in another language, with what is known of each translation."""
    for id in ids:
        if translation := known.get(str(id)):
            keys = ("of", "state", "note")
            tree: Tree = {"text": Prose(translation.text)}
            tree |= {key: str(getattr(translation, key)) for key in keys}
            yield str(id), {key: value for key, value in tree.items() if value}


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
