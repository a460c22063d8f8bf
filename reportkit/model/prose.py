"""Passages out of pasted prose: paragraphs, lists and headings of a `text: |` block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportkit.model.fields import replaced
from reportkit.model.lists import Depth, Sign, sign_of
from reportkit.model.passages import NONE, Passage, Point, Subpoint
from reportkit.source.values import SPACE, Text, parts_of

HEADING = re.compile(r"\s*#+[ \t]+")
# A number pasted with its paragraph, in any script. It stays, for `check` to show.
NUMBER = re.compile(r"\s*\d{1,3}(?:[.)-][ \t]+|[、．）])(?=\S)")
# A no-break space is the author's and stays.
FOLDED = re.compile(r"[ \t\r\n]+")
# A mark stands where a sentence or a clause has ended. Elsewhere it is a line that
# was broken before a dash, or before the (b) of "article 2 (a) and (b)".
ENDED = (*".:;?!…", *"。：；？！", *"؛؟")
KINDS = (("heading", HEADING), ("number", NUMBER))
PARAGRAPHS = ("text", "number")
DEEPEST = 2


class Line(NamedTuple):
    """A stretch of prose: what it is, where it is, and how deep.

    `kind` is text, number, dashes, points or heading; `level` is 0 for a passage
    of its own, 1 for a point, 2 for a point below one. What is deeper stands on
    the last level and keeps its sign, for `check` to show.
    """

    kind: str
    start: int
    end: int
    level: int = 0


def passages_of_prose(prose: Text) -> tuple[Passage, ...]:
    """The passages of a block of prose, without ids yet.

    An empty line ends a paragraph; lines that begin with "- " or "(a) " are
    points of the paragraph before them, or paragraphs where there is none;
    another sign begins the points below a point; "# " makes a heading.
    """
    made: list[Passage] = []
    lines = tuple(_lines(prose))
    parts = parts_of(prose, ((line.start, line.end) for line in lines))
    for line, text in zip(lines, map(_folded, parts), strict=True):
        if line.kind == "heading":
            made.append(Passage(heading=text, place=text.place))
        elif line.level == 0:
            made.append(Passage(text=text, place=text.place))
        else:
            made[-1] = _with_point(made[-1], line, text)
    return tuple(made)


def _with_point(passage: Passage, line: Line, text: Text) -> Passage:
    """The passage with a point more, or with one more below its last point."""
    if line.level > 1:
        *points, last = passage.points
        below = Subpoint(text=text, id=NONE, place=text.place)
        points.append(replaced(last, points=(*last.points, below)))
        return replaced(passage, points=tuple(points))
    point = Point(text=text, id=NONE, place=text.place)
    kind = passage.list if passage.points else Text(line.kind)
    return replaced(passage, list=kind, points=(*passage.points, point))


def _lines(prose: str) -> Iterator[Line]:
    """The stretches of a prose that belong together."""
    current: Line | None = None
    offset, last = 0, ""
    reader = _Levels()
    for raw in prose.splitlines(keepends=True):
        start, offset = offset, offset + len(raw)
        before, last = last, raw.rstrip() or last
        sign = sign_of(raw)
        kind = _kind_of(raw, sign)
        if current and kind and _goes_on(current, kind, before):
            current = current._replace(end=offset)
            continue
        if current:
            yield current
        line = Line(kind, start, offset)
        current = reader.placed(line, raw, sign, before) if kind else None
    if current:
        yield current


class _Levels:
    """Gives each line its level; `led` is 1 where a paragraph leads the points."""

    def __init__(self) -> None:
        self.led, self.depth = 0, Depth()

    def placed(self, line: Line, raw: str, sign: Sign | None, before: str) -> Line:
        """The line with its level, from where its words begin."""
        if sign is None:
            self.led, self.depth = int(line.kind != "heading"), Depth()
            heading = HEADING.match(raw) if line.kind == "heading" else None
            return line._replace(start=line.start + (heading.end() if heading else 0))
        level = self.led + self.depth.of(sign, before)
        if level > DEEPEST:
            return line._replace(level=DEEPEST)
        return line._replace(start=line.start + sign.end, level=level)


def _goes_on(current: Line, kind: str, before: str) -> bool:
    """Whether a line goes on with the stretch that the line before it is of."""
    if "heading" in (current.kind, kind):
        return False
    if kind == current.kind == "number":
        return False
    broken = kind == "number" or current.kind in PARAGRAPHS
    return kind == "text" or (broken and not before.endswith(ENDED))


def _kind_of(raw: str, sign: Sign | None) -> str:
    """What a line begins; "" when it is empty."""
    if not raw.strip():
        return ""
    if sign:
        return sign.kind
    return next((kind for kind, begin in KINDS if begin.match(raw)), "text")


def _folded(part: Text) -> Text:
    """A stretch of prose with its line ends made spaces, and its place kept."""
    text = Text(FOLDED.sub(" ", part.strip(SPACE)))
    text.file, text.style = part.file, part.style
    text.line, text.column = part.line, part.column
    text.start, text.end = part.start, part.end
    return text
