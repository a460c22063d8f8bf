"""How Word tells a change: elements of tracked changes, or a look of its own.

Comes in: the changes and fates of a document's nodes. Goes out: the marks that
the words of a story stand in. Which words changed is settled in the document.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from reportkit.document.nodes import (
    DELETED,
    INSERTED,
    MOVED_FROM,
    MOVED_TO,
    Change,
    Fate,
)


class Mark(NamedTuple):
    """The change that words stand in, by the name of its element in Word.

    `move` is the name of a move that its two places share.
    """

    element: str
    change: Change
    move: str = ""

    @property
    def is_gone(self) -> bool:
        """Whether the later text has these words no more, or not here."""
        return self.element in ("del", "moveFrom")


class Emphasis(NamedTuple):
    """How words show that they changed where nothing is tracked."""

    bold: bool = False
    struck: bool = False
    underlined: bool = False


NO_EMPHASIS = Emphasis()

EMPHASES: Mapping[str, Emphasis] = MappingProxyType(
    {
        "ins": Emphasis(bold=True, underlined=True),
        "del": Emphasis(struck=True),
        "moveFrom": Emphasis(struck=True),
        "moveTo": Emphasis(bold=True),
    }
)

# What a fate is to a paragraph, and to a row of a table, which Word cannot move.
_OF_PARAGRAPHS = {
    INSERTED: "ins",
    DELETED: "del",
    MOVED_FROM: "moveFrom",
    MOVED_TO: "moveTo",
}
_OF_ROWS = {**_OF_PARAGRAPHS, MOVED_FROM: "del", MOVED_TO: "ins"}


def is_gone(fate: Fate | None) -> bool:
    """Whether the later text has a paragraph or a row no more, or not here."""
    return fate is not None and fate.kind in (DELETED, MOVED_FROM)


def paragraph_mark(fate: Fate | None) -> Mark | None:
    """The mark of a paragraph with a fate."""
    if fate is None:
        return None
    if fate.move and fate.change.date:
        return Mark(_OF_PARAGRAPHS[fate.kind], fate.change, fate.move)
    # Without a name and a day, which the schema wants, a move is not one to Word.
    return row_mark(fate)


def row_mark(fate: Fate | None) -> Mark | None:
    """The mark of a row of a table, or of a whole table."""
    return None if fate is None else Mark(_OF_ROWS[fate.kind], fate.change)
