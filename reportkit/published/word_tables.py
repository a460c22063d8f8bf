"""Tables of a report, row by row; a table in a cell is a part of the cell's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reportkit.opc.word_file import WordTable
from reportkit.published.lines import ROW, Line
from reportkit.published.word_blocks import Block
from reportkit.published.word_content import joined


class Grid(NamedTuple):
    """A table with its rows as lines."""

    lines: tuple[Line, ...]


def with_tables(
    blocks: Iterable[Block], tables: Sequence[WordTable]
) -> Iterator[Block | Grid]:
    """The blocks, those of each table as one; a frame around text is no table."""
    outer = _boxes_below(_in_outermost(block, tables) for block in blocks)
    for table, group in groupby(outer, lambda block: block.cell and block.cell[0]):
        parts = tuple(group)
        if table is None or is_frame(tables[table - 1]):
            shown = (each for each in parts if each.is_shown)
            yield from (each._replace(cell=None) for each in shown)
        else:
            yield Grid(tuple(_rows(parts)))


def is_frame(table: WordTable) -> bool:
    """Whether a table has one cell alone, as what is set in a frame."""
    return table.columns <= 1 and len(table.rows) <= 1


def _boxes_below(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, those of boxes that are anchored in a table below it."""
    held: list[Block] = []
    table = 0
    for block in blocks:
        if block.cell and block.cell[0] != table:
            yield from held
            held, table = [], block.cell[0]
        elif block.cell is None and not block.box:
            yield from held
            held, table = [], 0
        if table and block.box and block.cell is None:
            held.append(block)
        else:
            yield block
    yield from held


def _in_outermost(block: Block, tables: Sequence[WordTable]) -> Block:
    """The block with the cell of the text's own table that it stands in."""
    cell = block.cell
    while cell:
        around = tables[cell[0] - 1].cell
        if around is None or is_frame(tables[around.table - 1]):
            break
        cell = around[:3]
    return block._replace(cell=cell)


def _rows(blocks: Sequence[Block]) -> Iterator[Line]:
    """The rows, each with as many cells: a column is where a cell of any row begins.

    A cell that spans several has its text in the first, and the others are empty.
    """
    columns = sorted({block.cell[2] for block in blocks if block.cell})
    rows = groupby(blocks, lambda block: block.cell[1] if block.cell else 0)
    for place, (_, group) in enumerate(rows):
        row = tuple(group)
        cells = dict(_cells(row))
        texts = tuple(cells.get(column, "") for column in columns)
        if any(texts):
            level = 2 if place else 1
            yield Line(ROW, "", row[0].place, level=level, cells=texts)


def _cells(row: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """The cells of a row by the columns where they begin: their texts."""
    for column, group in groupby(row, lambda block: block.cell[2] if block.cell else 0):
        yield column, joined(each.printed for each in group)
