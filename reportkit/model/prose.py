"""Passages out of pasted prose: paragraphs, lists and headings of a `text: |` block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportkit.model.fields import replaced
from reportkit.model.passages import NONE, Passage, Point
from reportkit.source.values import SPACE, Text, parts_of

DASH = re.compile(r"(?:[-–•*])[ \t]+")
LETTER = re.compile(r"\(?[a-z]{1,2}\)[ \t]+")
HEADING = re.compile(r"#+[ \t]+")
# A no-break space is the author's and stays.
FOLDED = re.compile(r"[ \t\r\n]+")
# A mark stands where a sentence or a clause has ended. Elsewhere it is a line that
# was broken before a dash, or before the (b) of "article 2 (a) and (b)".
ENDED = (".", ":", ";", "?", "!", "…")


class Line(NamedTuple):
    """A stretch of prose: its kind (text, dashes, points, heading) and where it is."""

    kind: str
    start: int
    end: int


def passages_of_prose(prose: Text) -> tuple[Passage, ...]:
    """The passages of a block of prose, without ids yet.

    An empty line ends a paragraph; lines that begin with "- " or "(a) " are
    points of the paragraph before them, or paragraphs where there is none;
    "# " makes a heading.
    """
    made: list[Passage] = []
    led = False
    lines = tuple(_lines(prose))
    parts = parts_of(prose, ((line.start, line.end) for line in lines))
    for line, text in zip(lines, map(_folded, parts), strict=True):
        led = line.kind == "text" or (led and line.kind != "heading")
        if line.kind == "heading":
            made.append(Passage(heading=text, place=text.place))
        elif line.kind == "text" or not led:
            made.append(Passage(text=text, place=text.place))
        else:
            point = Point(text=text, id=NONE, place=text.place)
            kind, last = Text(line.kind), made[-1]
            made[-1] = replaced(last, list=kind, points=(*last.points, point))
    return tuple(made)


def _lines(prose: str) -> Iterator[Line]:
    """The stretches of a prose that belong together."""
    current: Line | None = None
    offset, last = 0, ""
    for raw in prose.splitlines(keepends=True):
        start, end = offset, offset + len(raw)
        offset = end
        kind, skip = _kind_of(raw)
        before, last = last, raw.rstrip()
        if current and kind and _goes_on(current, kind, before):
            current = current._replace(end=end)
            continue
        if current:
            yield current
        current = Line(kind, start + skip, end) if kind else None
    if current:
        yield current


def _goes_on(current: Line, kind: str, before: str) -> bool:
    """Whether a line goes on with the stretch that the line before it is of."""
    if current.kind == "heading" or kind == "heading":
        return False
    return kind == "text" or (current.kind == "text" and not before.endswith(ENDED))


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


def _folded(part: Text) -> Text:
    """A stretch of prose with its line ends made spaces, and its place kept."""
    text = Text(FOLDED.sub(" ", part.strip(SPACE)))
    text.file, text.style = part.file, part.style
    text.line, text.column = part.line, part.column
    text.start, text.end = part.start, part.end
    return text
