"""The nouns of a Word file that was read: finished values, nothing of XML.

Indexes of paragraphs and runs count from 0; tables, rows and columns from 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reportkit.problems import Problem

INS, DEL, MOVE_FROM, MOVE_TO = "ins", "del", "moveFrom", "moveTo"


class Change(NamedTuple):
    """A tracked change.

    `kind` is "ins", "del", "moveFrom" or "moveTo"; `date` is as Word wrote it;
    `move` is the name that the two places of a move share. `inside` is the change
    that this one stands in: a deletion of words that someone else inserted.
    """

    kind: str
    author: str = ""
    date: str = ""
    id: str = ""
    move: str = ""
    inside: Change | None = None


class WordRun(NamedTuple):
    """Characters of one look; a tab is `\\t`, a break of line or page `\\n`.

    The look is what the run adds to that of its paragraph's style. `footnote` and
    `endnote` are the ids of notes called here, `address` is where a link leads: an
    address, or `#` and the name of a bookmark.
    """

    text: str
    italic: bool = False
    bold: bool = False
    superscript: bool = False
    struck: bool = False
    change: Change | None = None
    hidden: bool = False
    footnote: str = ""
    endnote: str = ""
    address: str = ""


class Cell(NamedTuple):
    """A place in a table; `column` is the first that the cell spans.

    `change` is that of the whole row or cell.
    """

    table: int
    row: int
    column: int
    change: Change | None = None


class CommentRange(NamedTuple):
    """The runs of a paragraph that a comment is about, from `start` up to `end`."""

    comment: str
    start: int
    end: int


class WordParagraph(NamedTuple):
    """A paragraph with what Word knows about it.

    `outline` is 1 to 9 for headings, else 0. `number` is Word's automatic label as
    it is printed, a typed one is part of the text; `level` is that of its list,
    from 0. `box` is the number of the text box that it stands in, else 0.
    `bookmarks` cover a part of the paragraph or start in it. `mark` is the change
    of the paragraph's end: what joins it to the next one, or parts them.
    """

    style: str
    style_id: str
    runs: tuple[WordRun, ...]
    outline: int = 0
    number: str = ""
    level: int = 0
    cell: Cell | None = None
    box: int = 0
    bookmarks: tuple[str, ...] = ()
    comments: tuple[CommentRange, ...] = ()
    mark: Change | None = None
    rtl: bool = False

    @property
    def text(self) -> str:
        """All its characters, deleted ones too."""
        return "".join(run.text for run in self.runs)


class Comment(NamedTuple):
    """A remark at the margin; `anchors` are indexes of the paragraphs it is about."""

    id: str
    author: str
    date: str
    text: str
    anchors: tuple[int, ...] = ()
    initials: str = ""


class WordTable(NamedTuple):
    """A table: how many columns, the change of each row, the cell it stands in."""

    columns: int
    rows: tuple[Change | None, ...]
    cell: Cell | None = None


class Note(NamedTuple):
    """A footnote, an endnote, a header or a footer; the id of the last two is a part's.

    Cells in it count its own tables.
    """

    id: str
    paragraphs: tuple[WordParagraph, ...]


class WordFile(NamedTuple):
    """What a Word file holds.

    `kind` is the name of a kind of `kind.py`; `properties` are the custom ones.
    Paragraphs stand in the order of reading, those of cells where the table stands,
    those of text boxes after the paragraph that a box is anchored in.
    """

    kind: str
    properties: Mapping[str, str]
    paragraphs: tuple[WordParagraph, ...]
    tables: tuple[WordTable, ...] = ()
    footnotes: tuple[Note, ...] = ()
    endnotes: tuple[Note, ...] = ()
    headers: tuple[Note, ...] = ()
    footers: tuple[Note, ...] = ()
    comments: tuple[Comment, ...] = ()
    warnings: tuple[Problem, ...] = ()
