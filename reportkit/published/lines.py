"""The nouns of a report as it was published: its lines in order, and what is left.

Nothing is understood yet: a line knows its kind, its label and its text. Texts are
marked as sources are (`*emphasis*`, `^raised^`, `{note: 1}`, `{{` for a brace); a
note is called by its label, a line's place is that of its first character.
"""

from __future__ import annotations

from typing import NamedTuple

from reportkit.problems import Place

MASTHEAD, BODY, WHERE = "masthead", "body", "where"
TITLE, SUBTITLE, HEADING = "title", "subtitle", "heading"
PARAGRAPH, POINT, DASH, AGENDA = "paragraph", "point", "dash", "agenda"
QUOTATION, ROW, NOTE = "quotation", "row", "note"


class Line(NamedTuple):
    """A paragraph of the report.

    `label` is as printed, without spaces around it: `12.`, `a)`, `II.`; empty where
    none is printed. `level` counts from 1: of headings (1 is a chapter), of points
    and of entries of an agenda. A row of a table has `cells`, and no text; the first
    row of a table has level 1, those below it level 2. An annex's heading has level
    1 and begins with the word for it.
    """

    kind: str
    text: str
    place: Place
    label: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()


class Left(NamedTuple):
    """Characters of a file that are in no line, and why: a folio, a sign of layout."""

    text: str
    place: Place
    why: str


class Published(NamedTuple):
    """A report as it was read.

    `size` is the number of characters in the file that are no white space: those of
    the lines with their labels, and those left out, are together as many.
    """

    lines: tuple[Line, ...]
    left: tuple[Left, ...]
    size: int
