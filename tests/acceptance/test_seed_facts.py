"""Paragraphs 44 to 59 of a published report, derived from its facts alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportkit.document.nodes import Document, Heading, Listing, Paragraph
from reportkit.document.text import text_of
from reportkit.model.reading import read_session
from tests.sessions_in_text import ROOT, SHARED, document_of, told

FACTS = Path(__file__).parent / "seed_facts"
REFERENCE = ROOT.parent / "shared/acceptance/final-report.fr.tsv"
# Chapters II and III hold one paragraph each here; these make up the rest.
FILLERS = 41

FOLD = str.maketrans({"’": "'", "“": '"', "”": '"', "«": '"', "»": '"', "\u00a0": " "})

Row = tuple[str, str]


def derived() -> Document:
    """The final report of the facts, with paragraphs to count up to 43."""
    paths = FACTS.rglob("*.yaml")
    files = {path.relative_to(FACTS).as_posix(): path.read_bytes() for path in paths}
    shared = {name: files.pop(name) for name in SHARED}
    fillers = "\n\n".join(f"  Alinéa {n}." for n in range(1, FILLERS + 1))
    files["fr/introduction.yaml"] = f"text: |\n{fillers}\n".encode()
    session, problems = read_session("seed-facts", files, shared, {})
    assert session is not None and not problems, told(problems)
    return document_of(session, "fr")


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(FOLD)).strip()


def rows_of(document: Document) -> list[Row]:
    """Label and text of every heading, paragraph and point, in order."""
    rows: list[Row] = []
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            rows.append((block.label, folded(text_of(block.content))))
        elif isinstance(block, Listing):
            for item in block.items:
                rows.append((item.label, folded(text_of(item.content))))
                rows += [(e.label, folded(text_of(e.content))) for e in item.items]
    return rows


def chapter_four(rows: list[Row]) -> list[Row]:
    first = rows.index(("IV.", "Organisation des réunions"))
    return rows[first : rows.index(("V.", "Adoption du rapport"))]


@pytest.mark.skipif(not REFERENCE.exists(), reason="the published report is not here")
def test_chapter_four_comes_out_row_by_row() -> None:
    lines = REFERENCE.read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if line)
    published = chapter_four([(label, folded(text)) for _, label, text in cells])
    ours = chapter_four(rows_of(derived()))
    assert ours == published
    assert [label for label, _ in ours if label in ("44.", "59.")] == ["44.", "59."]
