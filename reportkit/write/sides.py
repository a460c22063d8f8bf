"""The earlier and the later text, out of blocks that carry their changes.

A block with changes comes in, the same block as one of the two texts has it goes
out: without the words that this text lacks, with anchors that stand on a page once.
Its own changes stay marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import NamedTuple, TypeVar

from reportkit.document.nodes import (
    DELETED,
    INSERTED,
    MOVED_FROM,
    MOVED_TO,
    Block,
    Cell,
    Content,
    Deletion,
    Fate,
    Heading,
    Inline,
    Insertion,
    Item,
    Listing,
    NoteReference,
    Paragraph,
    Plain,
    Reference,
    Table,
)

P = TypeVar("P", Heading, Paragraph, Item)


class Side(NamedTuple):
    """One of the two texts: its name, what it lacks, how its anchors begin.

    Ids of passages never begin with a line. `labels` are the text's own, by passage
    and by note; they are None where the blocks carry them already.
    """

    name: str
    lacks: frozenset[str]
    unread: type[Insertion | Deletion]
    prefix: str
    labels: Mapping[str, str] | None

    def has(self, fate: Fate | None) -> bool:
        """Whether a passage of this fate stands in the text."""
        return fate is None or fate.kind not in self.lacks


LATER = Side("later", frozenset({DELETED, MOVED_FROM}), Deletion, "", None)


def earlier_side(labels: Mapping[str, str]) -> Side:
    """The side of the earlier text, with those of its labels that are known."""
    lacks = frozenset({INSERTED, MOVED_TO})
    return Side("earlier", lacks, Insertion, "_earlier_", labels)


def contents_of(block: Block) -> Iterator[Content]:
    """Every run of text in a block."""
    if isinstance(block, Listing):
        yield from (item.content for item in block.items)
    elif isinstance(block, Table):
        yield block.caption
        rows = (block.header, *block.rows)
        yield from (cell.content for row in rows for cell in row)
    elif isinstance(block, Heading):
        yield from (block.content, block.note)
    else:
        yield block.content


def is_amended(block: Block) -> bool:
    """Whether words of a block, or rows of a table, came or went."""
    if isinstance(block, Table) and any(block.fates):
        return True
    inlines = (inline for content in contents_of(block) for inline in content)
    return any(isinstance(inline, Insertion | Deletion) for inline in inlines)


def notes_called(side: Side, block: Block) -> Iterator[str]:
    """The notes whose marks stand in a block, by their ids in the document."""
    inlines = (inline for content in contents_of(block) for inline in content)
    kept = (inline for inline in inlines if not isinstance(inline, side.unread))
    words = (each for inline in kept for each in _words_of(inline))
    yield from (each.note for each in words if isinstance(each, NoteReference))


def _words_of(inline: Inline) -> tuple[Plain, ...]:
    return inline.content if isinstance(inline, Insertion | Deletion) else (inline,)


def content_on(side: Side, content: Content) -> Content:
    """A content as one of the texts has it."""
    read = (inline for inline in content if not isinstance(inline, side.unread))
    return tuple(_inline_on(side, inline) for inline in read)


def _inline_on(side: Side, inline: Inline) -> Inline:
    if isinstance(inline, Insertion | Deletion):
        within = tuple(_plain_on(side, each) for each in inline.content)
        return inline._replace(content=within)
    return _plain_on(side, inline)


def _plain_on(side: Side, inline: Plain) -> Plain:
    if isinstance(inline, Reference):
        return inline._replace(target=anchor_on(side, inline.target))
    if isinstance(inline, NoteReference):
        label = (side.labels or {}).get(inline.note, inline.label)
        return NoteReference(anchor_on(side, inline.note), label)
    return inline


def anchor_on(side: Side, id: str) -> str:
    """The anchor of a passage on a side; none where it has no id."""
    return f"{side.prefix}{id}" if id else ""


def block_on(side: Side, block: Block) -> Block:
    """A block as one of the texts has it, its own fate left out."""
    if isinstance(block, Table):
        return _table_on(side, block)
    if isinstance(block, Listing):
        # A dash is the same in both texts; a letter or a number may not be.
        keeps = block.kind == "dashes"
        items = tuple(_passage_on(side, item, keeps) for item in block.items)
        return block._replace(items=items)
    if isinstance(block, Heading):
        note = content_on(side, block.note)
        return _passage_on(side, block)._replace(note=note, new_page=False)
    return _passage_on(side, block)


def _passage_on(side: Side, passage: P, keeps_label: bool = False) -> P:
    label = passage.label
    if side.labels is not None and passage.fate is None and not keeps_label:
        label = side.labels.get(passage.id, "")
    return passage._replace(
        id=anchor_on(side, passage.id),
        label=label,
        content=content_on(side, passage.content),
        fate=None,
    )


def _table_on(side: Side, table: Table) -> Table:
    rows = zip_longest(table.rows, table.fates)
    kept = [(row, fate) for row, fate in rows if side.has(fate)]
    return table._replace(
        id=anchor_on(side, table.id),
        caption=content_on(side, table.caption),
        header=_row_on(side, table.header),
        rows=tuple(_row_on(side, row) for row, _ in kept),
        fates=tuple(fate for _, fate in kept),
        fate=None,
    )


def _row_on(side: Side, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(_cell_on(side, cell) for cell in row)


def _cell_on(side: Side, cell: Cell) -> Cell:
    content = content_on(side, cell.content)
    return cell._replace(id=anchor_on(side, cell.id), content=content)
