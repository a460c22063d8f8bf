"""Random sessions with random amendments: what is tracked gives both texts.

The judges are pandoc and LibreOffice, each started once for all files. The variable
RANDOM_SESSIONS is the number of sessions, FIRST_RANDOM_SESSION the first one's.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from reportkit.document.nodes import (
    DELETED,
    INSERTED,
    MOVED_FROM,
    MOVED_TO,
    Content,
    Deletion,
    Document,
    Insertion,
    NoteReference,
    Table,
)
from reportkit.document.text import put_together
from reportkit.edition.making import parts_of_format
from reportkit.edition.workspace import Workspace
from reportkit.revise.alignment import Line, lines_of
from reportkit.write.docx import write_docx
from tests.revise.random_sessions import ROOT, random_case
from tests.revise.test_accept_reject import (
    folded,
    labels_of,
    paragraphs,
    without_labels,
)
from tests.sessions_in_text import inline
from tests.tracked_readers import by_libreoffice, by_pandoc

FIRST = int(os.environ.get("FIRST_RANDOM_SESSION", "0"))
NUMBERS = range(FIRST, FIRST + int(os.environ.get("RANDOM_SESSIONS", "40")))
Reader = Callable[[list[Path], bool], list[list[str]]]


class Tracked(NamedTuple):
    """A session's tracked file with the paragraphs that it should give either way."""

    path: Path
    accepted: list[str]
    rejected: list[str]
    labels: frozenset[str]


@pytest.fixture(scope="module")
def tracked(tmp_path_factory: pytest.TempPathFactory) -> list[Tracked]:
    folder = tmp_path_factory.mktemp("random")
    parts, _ = parts_of_format(Workspace(ROOT, ROOT).templates(), "docx")
    return [_tracked(number, folder, parts) for number in NUMBERS]


def _tracked(number: int, folder: Path, parts: dict[str, bytes]) -> Tracked:
    case = random_case(number)
    old, new, both = case.sides()
    path = folder / f"{number}-{case.code}.docx"
    path.write_bytes(write_docx(both, parts))
    labels = frozenset((*labels_of(old), *labels_of(new)))
    return Tracked(path, folded(paragraphs(new)), folded(paragraphs(old)), labels)


@pytest.mark.slow
@pytest.mark.parametrize("read", [by_pandoc, by_libreoffice])
@pytest.mark.parametrize("accept", [True, False], ids=["accepted", "rejected"])
def test_both_texts_come_back(
    tracked: list[Tracked], read: Reader, accept: bool
) -> None:
    found = read([case.path for case in tracked], accept)
    for case, texts in zip(tracked, found, strict=True):
        expected = case.accepted if accept else case.rejected
        assert without_labels(texts, case.labels) == expected, case.path.name


class Side(NamedTuple):
    """One of the texts in a document with changes: what it has not, and its notes."""

    lacks: tuple[str, str]
    unread: type[Insertion | Deletion]
    notes: dict[str, Content]

    def lines(self, document: Document) -> Iterator[str]:
        """Its lines with their looks, footnotes where they are called."""
        for line in lines_of(document.blocks):
            if line.node.fate is None or line.node.fate.kind not in self.lacks:
                yield from map(self.words, self._contents(line))

    def _contents(self, line: Line) -> Iterator[Content]:
        node = line.node
        if not isinstance(node, Table):
            yield (*node.content, *getattr(node, "note", ()))
            return
        yield node.caption
        fates = (None, *(node.fates or (None,) * len(node.rows)))
        for row, fate in zip((node.header, *node.rows), fates, strict=True):
            if fate is None or fate.kind not in self.lacks:
                yield from (cell.content for cell in row)

    def words(self, content: Content) -> str:
        kept = (each for each in content if not isinstance(each, self.unread))
        plain = put_together(
            each
            for change in kept
            for each in (
                change.content
                if isinstance(change, Insertion | Deletion)
                else (change,)
            )
        )
        return "".join(
            f"[{self.words(self.notes[each.note])}]"
            if isinstance(each, NoteReference)
            else inline((each,))
            for each in plain
        )


def earlier(document: Document) -> list[str]:
    notes = {note.id: note.content for note in document.notes}
    return [*Side((INSERTED, MOVED_TO), Insertion, notes).lines(document)]


def later(document: Document) -> list[str]:
    notes = {note.id: note.content for note in document.notes}
    return [*Side((DELETED, MOVED_FROM), Deletion, notes).lines(document)]


@pytest.mark.parametrize("number", NUMBERS)
def test_both_texts_are_in_the_comparison_with_their_looks(number: int) -> None:
    old, new, both = random_case(number).sides()
    assert later(both) == later(new)
    assert earlier(both) == earlier(old)
