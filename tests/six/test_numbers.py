"""Numbers: a passage has the same one in every language, however it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

import pytest

from reportkit.api import assemble
from reportkit.document.nodes import (
    Block,
    Content,
    Document,
    Heading,
    Item,
    Listing,
    Paragraph,
    Reference,
    Table,
)
from reportkit.languages.words import Words
from tests.six.samples import LANGUAGES, sample

DOCUMENTS = {
    "ctoc-wg-2017": ("draft", "add1", "final"),
    "water-2021": ("draft", "final"),
}

# The kinds of label of a chapter, of the headings below it (outlines differ in where
# letters begin), and of an item at each depth of its listing.
OF_CHAPTER = ("chapter", "annex")
OF_SECTION = ("section", "subsection", "subsubsection")
OF_ITEM = {
    "points": (("point",), ("subpoint", "dash"), ("dash",)),
    "dashes": (("dash",), ("dash",), ("dash",)),
    "agenda": (("agenda",), ("subagenda",), ("dash",)),
}
MOST = 120

# A passage's id, and its number: kind and count, or what a reference points at.
Row = tuple[str, str, object]


def count_of(words: Words, kinds: tuple[str, ...], label: str) -> tuple[str, int]:
    """The kind and number that a label stands for; a dash counts nothing."""
    for kind in kinds:
        most = 2 if kind == "dash" else MOST
        for number in range(1, most):
            if words.label(kind, number) == label:
                return kind, number
    if label == words.word("annex"):
        return "annex", 0
    raise AssertionError(f"{label!r} is no {' or '.join(kinds)} of {words.path}")


def rows_of(document: Document, words: Words) -> list[Row]:
    """The number of every passage, in the order of the text."""
    return [row for block in document.blocks for row in _rows_of_block(block, words)]


def _rows_of_block(block: Block, words: Words) -> Iterator[Row]:
    if isinstance(block, Listing):
        for item in block.items:
            yield from _rows_of_item(item, OF_ITEM[block.kind], words)
    elif isinstance(block, Table):
        yield block.id, "table", [cell.id for row in block.rows for cell in row]
    else:
        kinds = _kinds(block)
        if block.label:
            yield block.id, "label", count_of(words, kinds, block.label)
        yield from _pointers(block.id, block.content)


def _kinds(block: Heading | Paragraph) -> tuple[str, ...]:
    if isinstance(block, Paragraph):
        return ("paragraph",)
    return OF_CHAPTER if block.level == 1 else OF_SECTION


def _rows_of_item(
    item: Item, kinds: tuple[tuple[str, ...], ...], words: Words
) -> Iterator[Row]:
    yield item.id, "label", count_of(words, kinds[0], item.label)
    yield from _pointers(item.id, item.content)
    for below in item.items:
        yield from _rows_of_item(below, kinds[1:], words)


def _pointers(id: str, content: Content) -> Iterator[Row]:
    """What the references in a text point at, with the paragraph that they print."""
    for inline in content:
        if isinstance(inline, Reference):
            yield id, inline.target, re.findall(r"\d+", inline.text)[:1]


@pytest.mark.parametrize("name", LANGUAGES)
def test_samples_are_in_the_languages_that_are_tested(name: str) -> None:
    assert set(sample(name).wordings) == set(LANGUAGES[name])
    session = sample(name).session
    assert session is not None
    assert session.facts.documents.keys() == set(DOCUMENTS[name])


@pytest.mark.parametrize(
    ("name", "id"), [(name, id) for name, ids in DOCUMENTS.items() for id in ids]
)
def test_every_passage_has_its_number_in_all_languages(name: str, id: str) -> None:
    tables = {
        code: rows_of(assemble(sample(name), id, code), wording.words)
        for code, wording in sample(name).wordings.items()
    }
    original = tables.pop("en")
    assert len(original) > 10
    for code, table in tables.items():
        # The first row that differs says more than two whole tables.
        rows = zip_longest(original, table)
        assert next((pair for pair in rows if pair[0] != pair[1]), None) is None, code
