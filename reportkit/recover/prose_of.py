"""The words of a report as passages with ids: paragraphs, points, tables, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reportkit.published.lines import (
    DASH,
    HEADING,
    NOTE,
    PARAGRAPH,
    QUOTATION,
    ROW,
    Line,
)
from reportkit.recover.naming import Ids
from reportkit.recover.outline_of import Chunk
from reportkit.recover.terms import Terms, without_brackets
from reportkit.source.emission import Prose

# A brace that is doubled is a sign of the text, and calls nothing.
CALL = re.compile(r"\{\{|\{note: *([^{}]+?) *\}")
SEMICOLONS = ";；؛"
Tree = dict[str, Any]


class Passages:
    """Makes passages, and remembers which line each of them is (`lines`)."""

    def __init__(self, lines: Iterable[Line], ids: Ids, terms: Terms) -> None:
        self.ids, self.terms = ids, terms
        known = tuple(lines)
        self.notes = {line.label: line for line in known if line.kind == NOTE}
        self.numbered = any(e.label for e in known if e.kind == PARAGRAPH)
        self.called: dict[str, str] = {}
        self.lines: dict[str, Line] = {}

    def passage(self, chunk: Chunk, stem: str, text: str | None = None) -> Tree:
        """The passage of a chunk; `text` is what it says instead of its line."""
        line = chunk.line
        if chunk.kind == HEADING:
            said = without_brackets(line.text, self.terms)[0] if text is None else text
            return self._of_line(line, stem, "heading", said)
        if chunk.kind == ROW:
            return self._table(chunk, stem)
        is_set_in = chunk.kind == QUOTATION or self._is_bare(chunk)
        kind = "quotation" if is_set_in else "text"
        said = line.text if text is None else text
        if is_set_in:
            said = f"{line.label} {said}".strip()
        tree = self._of_line(line, stem, kind, said)
        return self._with_points(tree, chunk.under, stem)

    def _is_bare(self, chunk: Chunk) -> bool:
        """Whether a paragraph has no number among others that have.

        Only what is set in has none; a number too many would move all after it.
        """
        return self.numbered and not chunk.line.label

    def recommendations(self, chunk: Chunk) -> list[Tree]:
        """The points under a lead sentence, a passage each."""
        made: list[Tree] = []
        for line, below in nested(chunk.under):
            text = line.text if below else line.text.rstrip(f". \u00a0{SEMICOLONS}")
            tree = self._of_line(line, "rec", "text", text)
            made.append(self._with_points(tree, below, "rec"))
        return made

    def _with_points(self, tree: Tree, under: Sequence[Line], stem: str) -> Tree:
        points = [
            self._with_points_below(self._of_line(line, stem, "text"), below, stem)
            for line, below in nested(under)
        ]
        if points:
            if kind := self._list_of(under[0]):
                tree["list"] = kind
            tree["points"] = points
        return tree

    def _list_of(self, first: Line) -> str:
        """The kind of list that a point begins, where it is not the usual one."""
        if first.kind == DASH:
            return "dashes"
        is_number = first.label == self.terms.words.label("agenda", 1)
        return "numbers" if is_number else ""

    def _with_points_below(self, tree: Tree, below: Sequence[Line], stem: str) -> Tree:
        """A point with those below it; what is deeper still stands among them."""
        points = [self._of_line(line, stem, "text") for line in below]
        return {**tree, "points": points} if points else tree

    def _of_line(
        self, line: Line, stem: str, kind: str, text: str | None = None
    ) -> Tree:
        said = line.text if text is None else text
        id = self.ids.take(said or line.text, stem)
        self.lines[id] = line
        return {"id": id, kind: Prose(self.with_notes(said))}

    def with_notes(self, text: str) -> str:
        """A text whose notes are called by their ids."""
        return CALL.sub(self._called, text)

    def _called(self, match: re.Match[str]) -> str:
        return f"{{note: {self._note(match[1])}}}" if match[1] else match[0]

    def _note(self, label: str) -> str:
        line = self.notes.get(label)
        if label not in self.called:
            self.called[label] = self.ids.take(line.text if line else "", "note")
        return self.called[label]

    def footnotes(self, known: Mapping[str, str]) -> list[Tree]:
        """The footnotes that were called and are not yet `known`, by label."""
        made = []
        for label, id in list(self.called.items()):
            if label in known or label not in self.notes:
                continue
            line = self.notes[label]
            self.lines[id] = line
            made.append({"id": id, "text": Prose(self.with_notes(line.text))})
        return made

    def _table(self, chunk: Chunk, stem: str) -> Tree:
        """A table: the first row has the headings of its columns."""
        header, rows = chunk.line.cells, chunk.under
        id = self.ids.take("", "table")
        texts = (Prose(self.with_notes(cell)) for cell in header)
        columns = [{"id": f"c{n}", "text": text} for n, text in enumerate(texts, 1)]
        cells = (self._cells(row, len(header)) for row in rows)
        trees = [{"id": f"r{n}", "cells": each} for n, each in enumerate(cells, 1)]
        self.lines[id] = chunk.line
        table = {"columns": columns, "rows": trees}
        if chunk.caption:
            table["caption"] = Prose(self.with_notes(chunk.caption.text))
        return {"id": id, "table": table}

    def _cells(self, row: Line, count: int) -> Tree:
        cells = (*row.cells, *("",) * count)[:count]
        kept = ((f"c{n}", self.with_notes(cell)) for n, cell in enumerate(cells, 1))
        return dict(kept)


def nested(lines: Sequence[Line]) -> list[tuple[Line, list[Line]]]:
    """The points of the first level, each with those that are deeper."""
    made: list[tuple[Line, list[Line]]] = []
    top = min((line.level for line in lines), default=1)
    for line in lines:
        if line.level <= top or not made:
            made.append((line, []))
        else:
            made[-1][1].append(line)
    return made
