"""The draft as people have it on paper: where a passage stands, and how it is set.

Comes in: the finished documents of a session in one language. Goes out: the number
of a passage in them, its place in the text, and words set as they would be there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportkit.assemble.inlines import Setter
from reportkit.assemble.outline import Outline
from reportkit.assemble.parts import Elsewhere, Order, numbered
from reportkit.assemble.wording import Wording
from reportkit.document.nodes import (
    Content,
    Document,
    Heading,
    Link,
    NoteReference,
    Plain,
    Reference,
    Run,
    Table,
)
from reportkit.document.text import contents_of, put_together, text_of
from reportkit.languages.table import language_of
from reportkit.languages.words import Words
from reportkit.revise.alignment import Line, lines_of
from reportkit.revise.concordance import contents_of as contents_of_node
from reportkit.revise.numbers import numbers_in

# The mark of a footnote that no document calls yet.
NEW_NOTE = "*"


class Spot(NamedTuple):
    """Where a passage stands: its document, its number there, its place in the text."""

    document: str
    number: str
    place: int


class Paper(NamedTuple):
    """What is printed in one language: passages by id, labels of footnotes."""

    spots: Mapping[str, Spot]
    contents: Mapping[str, Content]
    notes: Mapping[str, str]


def paper_of(documents: Mapping[str, Document], text: Document, words: Words) -> Paper:
    """The documents as one; `text` is all of the draft, whose order holds.

    A passage that several documents print is called as the first of them calls it.
    """
    numbers: dict[str, tuple[str, str]] = {}
    for name, document in documents.items():
        for id, number in _numbers(document, words):
            if id not in numbers or (number and not numbers[id][1]):
                numbers[id] = name, number
    every = (text, *documents.values())
    lines = (line for each in every for line in lines_of(each.blocks))
    ids = dict.fromkeys(id for line in lines for id in _ids(line) if id)
    return Paper(
        {id: Spot(*numbers.get(id, ("", "")), place) for place, id in enumerate(ids)},
        {id: content for each in reversed(every) for id, content in contents_of(each)},
        {note.id: note.label for each in reversed(every) for note in each.notes},
    )


def _numbers(document: Document, words: Words) -> Iterator[tuple[str, str]]:
    """Every passage with its number; a note has that of the line that calls it.

    The label of a heading is no number of a paragraph. An annex begins its own.
    """
    known, annex = numbers_in(document, words), ""
    for line in lines_of(document.blocks):
        number = known.get(line.node.id, "")
        if isinstance(line.node, Heading):
            annex = text_of(line.node.content) if line.node.new_page else annex
            number = ""
        elif annex and number:
            number = f"{annex}, {number}"
        yield from ((id, number) for id in _ids(line))


def _ids(line: Line) -> Iterator[str]:
    """The ids of a line: its own, then those of its cells and of its notes."""
    yield line.node.id
    if isinstance(line.node, Table):
        yield f"{line.node.id}-caption"
        rows = (line.node.header, *line.node.rows)
        yield from (cell.id for row in rows for cell in row)
    for content in contents_of_node(line.node):
        yield from (each.note for each in content if isinstance(each, NoteReference))


class Typesetter:
    """Sets words as they would stand in the documents of a session."""

    def __init__(
        self,
        wordings: Mapping[str, Wording],
        outlines: Mapping[str, Outline],
        paper: Paper,
        code: str,
    ) -> None:
        self.wordings, self.outlines = wordings, outlines
        self.paper, self.code = paper, code
        self.known: dict[tuple[str, str], Setter] = {}

    def set(
        self, text: str, here: str, language: str, missing: bool = False
    ) -> Content:
        """The words of a text, with no links: it belongs to the passage `here`.

        Text of another language carries its tag; `missing` says that it stands in for
        a translation, and then what its marks stand for is worded in the sheet's own.
        """
        spot = self.paper.spots.get(here)
        code = self.code if missing else language
        setter = self._setter(code, spot.document if spot else "")
        tag = language_of(code).tag if code != self.code else ""
        content = (self._plain(each) for each in setter.set(text, missing, here))
        return put_together(_tagged(each, tag) for each in content)

    def plain(self, content: Content) -> Content:
        """Words that are printed already, with no links either."""
        return tuple(self._plain(each) for each in content if isinstance(each, Plain))

    def _plain(self, inline: Plain) -> Plain:
        if isinstance(inline, Reference | Link):
            return Run(inline.text)
        if isinstance(inline, NoteReference):
            label = self.paper.notes.get(inline.note, NEW_NOTE)
            return Run(label, superscript=True)
        return inline

    def _setter(self, code: str, document: str) -> Setter:
        """What sets a language's words in a document: in the first, if in none."""
        known = self.wordings.get(code, self.wordings[self.code])
        name = document or next(iter(known.session.facts.documents))
        if (code, name) not in self.known:
            order = Order(name)
            _, numbers = numbered(known, self.outlines, order)
            find = Elsewhere(known, self.outlines, order).find
            self.known[code, name] = Setter(known, numbers, find, [])
        return self.known[code, name]


def _tagged(inline: Plain, tag: str) -> Plain:
    """Words with the tag of their language, where they have none yet."""
    if not tag or not isinstance(inline, Run) or inline.language:
        return inline
    return inline._replace(language=tag)
