"""Passages out of pasted prose: paragraphs, lists and headings of a `text: |` block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportkit.model.fields import replaced
from reportkit.model.passages import NONE, Passage, Point
from reportkit.source.values import Text, part_of

DASH = re.compile(r"(?:[-–•*])[ \t]+")
LETTER = re.compile(r"\(?[a-z]{1,2}\)[ \t]+")
HEADING = re.compile(r"#+[ \t]+")
INDENTED = re.compile(r"[ \t]+\S")


class Line(NamedTuple):
    """A stretch of prose: its kind (text, dashes, points, heading) and where it is."""

    kind: str
    start: int
    end: int


def passages_of_prose(prose: Text) -> tuple[Passage, ...]:
    """The passages of a block of prose, without ids yet.

    An empty line ends a paragraph; lines that begin with "- " or "(a) " are
    points of the paragraph before them; "# " makes a heading.
    """
    made: list[Passage] = []
    for line in _lines(prose):
        text = _folded(prose, line)
        if line.kind == "heading":
            made.append(Passage(heading=text, place=text.place))
        elif line.kind == "text" or not made or not made[-1].text:
            made.append(Passage(text=text, place=text.place))
        else:
            point = Point(text=text, id=NONE, place=text.place)
            kind, last = Text(line.kind), made[-1]
            made[-1] = replaced(last, list=kind, points=(*last.points, point))
    return tuple(made)


def _lines(prose: str) -> Iterator[Line]:
    """The stretches of a prose that belong together."""
    current: Line | None = None
    offset = 0
    for raw in prose.splitlines(keepends=True):
        start, end = offset, offset + len(raw)
        offset = end
        kind, skip = _kind_of(raw)
        if kind in ("text", "") and current and kind:
            current = current._replace(end=end)
            continue
        if current:
            yield current
        current = Line(kind, start + skip, end) if kind else None
    if current:
        yield current


def _kind_of(raw: str) -> tuple[str, int]:
    """What a line begins ("" when it is empty), and the length of its mark."""
    if not raw.strip():
        return "", 0
    indent = len(raw) - len(raw.lstrip())
    for kind, pattern in (("dashes", DASH), ("points", LETTER), ("heading", HEADING)):
        match = pattern.match(raw, indent)
        if match:
            return kind, match.end()
    return "text", indent


def _folded(prose: Text, line: Line) -> Text:
    """A stretch of prose with its line ends made spaces, and its place kept."""
    part = part_of(prose, line.start, line.end)
    text = Text(" ".join(part.split()))
    text.file, text.style = part.file, part.style
    text.line, text.column, text.start, text.end = (
        part.line,
        part.column,
        part.start,
        part.end,
    )
    return text
