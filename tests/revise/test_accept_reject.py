"""Accepting every tracked change gives the final, rejecting gives the merged draft.

The judges are pandoc and LibreOffice. Labels are typed text, and those of the final
stand unmarked, so that paragraphs are held against each other without them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from reportkit.assemble.parts import Order
from reportkit.document.nodes import Document, Table
from reportkit.document.text import text_of
from reportkit.edition.comparing import Side, compare_sides
from reportkit.edition.documents import Documents
from reportkit.edition.loading import load
from reportkit.edition.workspace import Workspace, read_files
from reportkit.revise.alignment import lines_of
from tests.tracked_readers import by_libreoffice, by_pandoc

ROOT = Path(__file__).parents[2]
WORKSPACE = Workspace(ROOT, ROOT)
SAMPLES = ("ctoc-wg-2017", "water-2021")
Reader = Callable[[list[Path], bool], list[list[str]]]


class Case(NamedTuple):
    """A tracked file with the paragraphs that it should give either way."""

    path: Path
    accepted: list[str]
    rejected: list[str]
    labels: frozenset[str]


def paragraphs(document: Document) -> Iterator[str]:
    """The paragraphs of the body of a document without their labels."""
    for corner in document.corner:
        yield text_of(corner.body)
        yield text_of(corner.place_and_dates)
    yield from map(text_of, (document.title, document.subtitle))
    for line in lines_of(document.blocks):
        node = line.node
        if isinstance(node, Table):
            yield text_of(node.caption)
            rows = (node.header, *node.rows)
            yield from (text_of(cell.content) for row in rows for cell in row)
        else:
            note = getattr(node, "note", ())
            yield text_of((*node.content, *note))


def labels_of(document: Document) -> Iterator[str]:
    for line in lines_of(document.blocks):
        label = getattr(line.node, "label", "")
        if label:
            yield " ".join(label.split())


def folded(texts: Iterator[str]) -> list[str]:
    return [folded_text for each in texts if (folded_text := " ".join(each.split()))]


def without_labels(texts: list[str], labels: frozenset[str]) -> list[str]:
    """The paragraphs as a reader gives them, the typed label left out."""
    longest = sorted(labels, key=len, reverse=True)
    return [
        next((t.removeprefix(f"{e} ") for e in longest if t.startswith(f"{e} ")), t)
        for t in (" ".join(each.split()) for each in texts)
    ]


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    folder = tmp_path_factory.mktemp("tracked")
    return [case for name in SAMPLES for case in cases_of(WORKSPACE, name, folder)]


def cases_of(workspace: Workspace, name: str, folder: Path) -> Iterator[Case]:
    files = read_files(workspace, workspace.sessions / name)
    loaded = load(files, workspace.templates())
    assert loaded.session is not None
    documents = Documents(loaded, loaded.session, files)
    compared = compare_sides(workspace, name, (Side("draft"), Side("final")), ())
    for code in loaded.wordings:
        old = documents.of(Order("draft", merged=True), code)
        new = documents.of(Order("final"), code)
        path = folder / f"{name}-{code}.docx"
        path.write_bytes(compared.outputs[f"{name}/{code}/draft-final.tracked.docx"])
        labels = frozenset((*labels_of(old), *labels_of(new)))
        yield Case(path, folded(paragraphs(new)), folded(paragraphs(old)), labels)


@pytest.mark.parametrize("read", [by_pandoc, by_libreoffice])
@pytest.mark.parametrize("accept", [True, False], ids=["accepted", "rejected"])
def test_the_samples_in_every_language(
    cases: list[Case], read: Reader, accept: bool
) -> None:
    found = read([case.path for case in cases], accept)
    for case, texts in zip(cases, found, strict=True):
        expected = case.accepted if accept else case.rejected
        assert without_labels(texts, case.labels) == expected, case.path.name
