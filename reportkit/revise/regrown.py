"""The tree of a finished document: what it was laid out from, to be laid out anew.

Labels and the words of references are left out, since another document counts
otherwise; so are the notes after headings, which are a draft's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportkit.assemble.derived import lead_id
from reportkit.assemble.tree import (
    Clause,
    Leaf,
    Node,
    Section,
    TableCell,
    TableClause,
)
from reportkit.document.nodes import (
    Block,
    Cell,
    Document,
    Heading,
    Item,
    Listing,
    Paragraph,
    Table,
)
from reportkit.revise.marked_text import source_text

# Of their headings the ids begin with the role; an item's id is its own.
ROLES = ("chapter", "section", "group")
LEAD = lead_id("")
NO_POINTS = Listing("points", ())


def tree_of(document: Document, items: frozenset[str], part: str) -> tuple[Node, ...]:
    """The nodes of a document, all of them in one part.

    `items` are the ids of agenda items, which tell their headings from topics.
    Raises ValueError for points that stand under no paragraph.
    """
    blocks = tuple(_annexes_in_one(document.blocks))
    return tuple(_Growth(items, part).nodes(blocks))


def _annexes_in_one(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks with one heading an annex, its title; its label is counted."""
    for before, block in zip((None, *blocks), blocks, strict=False):
        if _labels_annex(before) and isinstance(block, Heading):
            yield block._replace(new_page=True)
        elif not _labels_annex(block):
            yield block


def _labels_annex(block: Block | None) -> bool:
    return isinstance(block, Heading) and block.new_page and not block.id


def _end(blocks: tuple[Block, ...], start: int) -> int:
    """Where the node that begins at a block ends: after all that is under it."""
    block, below = blocks[start], blocks[start + 1 :]
    if isinstance(block, Heading):
        place = (
            place
            for place, each in enumerate(below, start + 1)
            if isinstance(each, Heading) and each.level <= block.level
        )
        return next(place, len(blocks))
    led = isinstance(block, Paragraph) and below and isinstance(below[0], Listing)
    return start + (2 if led else 1)


class _Growth(NamedTuple):
    """How nodes grow out of blocks: which headings are items, and the nodes' part."""

    items: frozenset[str]
    part: str

    def nodes(self, blocks: tuple[Block, ...]) -> Iterator[Node]:
        start = 0
        while start < len(blocks):
            end = _end(blocks, start)
            yield self.node(blocks[start], blocks[start + 1 : end])
            start = end

    def node(self, block: Block, below: tuple[Block, ...]) -> Node:
        if isinstance(block, Heading):
            return self.section(block, below)
        if isinstance(block, Table):
            return self.table(block)
        if isinstance(block, Listing):
            raise ValueError(f"{block.kind} stand under no paragraph")
        points = (each for each in below if isinstance(each, Listing))
        return self.clause(block, next(points, NO_POINTS))

    def section(self, heading: Heading, below: tuple[Block, ...]) -> Section:
        return Section(
            heading.id,
            self.role(heading),
            heading.level,
            source_text(heading.content),
            tuple(self.nodes(below)),
            part=self.part,
        )

    def role(self, heading: Heading) -> str:
        if heading.new_page:
            return "annex"
        named = (role for role in ROLES if heading.id.startswith(f"{role}-"))
        return next(named, "item" if heading.id in self.items else "topic")

    def clause(self, paragraph: Paragraph, listing: Listing) -> Clause:
        return Clause(
            paragraph.id,
            source_text(paragraph.content),
            self.part,
            listing=listing.kind,
            leaves=self.leaves(listing.kind, listing.items),
            quotation=paragraph.quotation,
            ends=listing.kind == "points" and bool(listing.items),
            needs_points=paragraph.id.startswith(LEAD),
        )

    def leaves(self, kind: str, points: tuple[Item, ...]) -> tuple[Leaf, ...]:
        """The points of a listing; those of an agenda are numbered as it says."""
        return tuple(
            Leaf(
                point.id,
                source_text(point.content),
                self.part,
                label=point.label if kind == "agenda" else "",
                leaves=self.leaves(kind, point.items),
            )
            for point in points
        )

    def table(self, table: Table) -> TableClause:
        caption = TableCell(f"{table.id}-caption", source_text(table.caption))
        rows = tuple(tuple(map(_cell, row)) for row in table.rows)
        header = tuple(map(_cell, table.header))
        return TableClause(table.id, self.part, caption, header, rows)


def _cell(cell: Cell) -> TableCell:
    return TableCell(cell.id, source_text(cell.content))
