"""The sheet of proposals: what a chair reads from, and a secretary marks with a pen.

Comes in: amendments with the words that they change, and the draft as people have it
on paper. Goes out: one table, in the order of the draft, for every writer. Notes and
the names of those who typed are never asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from reportkit.document.nodes import Cell, Content, Document, Run, Table
from reportkit.revise.proposals_row import Sheet, cells_of, place_of
from reportkit.revise.proposals_text import Lines

COLUMNS = ("place", "text", "by", "number", "verdict")
# What share of the width each column has, in hundredths.
WIDTHS = (14, 47, 17, 7, 15)


class Proposal(NamedTuple):
    """A row of the sheet; `passage` is the one that it stands at, if it has one."""

    id: str
    passage: str
    cells: tuple[Lines, ...]


def proposals(sheet: Sheet) -> tuple[Proposal, ...]:
    """The proposals in the order of the draft: facts and the whole text come first."""
    plans = sorted(sheet.plans, key=lambda plan: place_of(sheet, plan))
    return tuple(
        Proposal(
            str(plan.amendment.id),
            sheet.anchor(sheet.aim(plan.amendment)),
            cells_of(sheet, plan),
        )
        for plan in plans
    )


def proposals_document(
    rows: Iterable[Proposal], front: Document, sheet: Sheet
) -> Document:
    """The sheet, in the front of the draft."""
    header = tuple(Cell("", (Run(sheet.say(key)),)) for key in COLUMNS)
    cells = (tuple(Cell("", _joined(each)) for each in row.cells) for row in rows)
    # It is a working paper: it carries the symbol and the job number of nothing.
    bare = front.masthead._replace(symbols=(), distribution="", date="")
    return front._replace(
        id="amendments",
        symbol="",
        masthead=bare,
        job=None,
        title=(Run(sheet.say("title")),),
        subtitle=sheet.desk.type.plain(front.title),
        blocks=(Table("", (), header, tuple(cells), form=WIDTHS),),
        notes=(),
        properties=(),
        comments=(),
    )


def _joined(lines: Lines) -> Content:
    """Lines in one cell, each below the other."""
    parted = (((Run("\n"),) if place else (), line) for place, line in enumerate(lines))
    return tuple(chain.from_iterable(chain.from_iterable(parted)))
