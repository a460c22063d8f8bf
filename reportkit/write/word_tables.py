"""Tables of WordprocessingML: those of a report, and those that only place text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise, zip_longest
from typing import NamedTuple

from reportkit.document.nodes import Cell, Fate, Table
from reportkit.document.text import text_of
from reportkit.write.word_changes import row_mark
from reportkit.write.word_comments import comment_range, commented
from reportkit.write.word_inlines import inlines
from reportkit.write.word_story import (
    TAB_STOPS,
    Story,
    attribute,
    bookmarked,
    change_element,
    story_paragraph,
)

# The measure of the text, between the indents of a numbered paragraph.
TEXT_WIDTH = 7306
# The measure of a form: what both papers have between their margins.
FORM_WIDTH = 9840

# A column counts as at least 6 and at most 40 letters wide when the table's
# width is shared out.
_NARROWEST, _WIDEST = 6, 40
# Twips of a letter of a table's size, and the longest word that is kept whole.
_LETTER, _LONGEST_WORD = 95, 14
# The lines and margins of a form, beside those that the style of tables gives.
_LINE = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
_LINES = "".join(
    f"<w:{side} {_LINE}/>"
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = '<w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'


class Slot(NamedTuple):
    """A cell that places text: its width in twips, paragraphs and w:tcBorders."""

    width: int
    paragraphs: str
    borders: str = ""
    align: str = "top"


class Row(NamedTuple):
    """A row of slots; `height` in twips is exact, 0 leaves it to the text."""

    slots: tuple[Slot, ...]
    height: int = 0


def placing_table(grid: tuple[int, ...], rows: Iterable[Row], rtl: bool) -> str:
    """A table without cell margins on a grid of columns in twips."""
    bidi = "<w:bidiVisual/>" if rtl else ""
    properties = (
        f'<w:tblPr>{bidi}<w:tblW w:w="{sum(grid)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
    )
    printed = "".join(_placing_row(grid, row) for row in rows)
    return f"<w:tbl>{properties}{_grid(grid)}{printed}</w:tbl>"


def _grid(columns: Iterable[int]) -> str:
    widths = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return f"<w:tblGrid>{widths}</w:tblGrid>"


def _placing_row(grid: tuple[int, ...], row: Row) -> str:
    edges = list(accumulate(grid))
    ends = [edges.index(end) + 1 for end in accumulate(s.width for s in row.slots)]
    spans = [end - start for start, end in pairwise([0, *ends])]
    cells = "".join(map(_placing_cell, row.slots, spans))
    rest = len(grid) - ends[-1]
    after = f'<w:gridAfter w:val="{rest}"/>' if rest else ""
    after += f'<w:wAfter w:w="{sum(grid[-rest:])}" w:type="dxa"/>' if rest else ""
    height = f'<w:trHeight w:hRule="exact" w:val="{row.height}"/>' if row.height else ""
    properties = f"<w:trPr>{after}{height}</w:trPr>" if after or height else ""
    return f"<w:tr>{properties}{cells}</w:tr>"


def _placing_cell(slot: Slot, span: int) -> str:
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    borders = f"<w:tcBorders>{slot.borders}</w:tcBorders>" if slot.borders else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{slot.width}" w:type="dxa"/>{spans}{borders}'
        f'<w:vAlign w:val="{slot.align}"/></w:tcPr>{slot.paragraphs}</w:tc>'
    )


def report_table(story: Story, table: Table) -> str:
    """A report's table under its caption, with some space below.

    The paragraph below also keeps Word from joining two tables into one.
    """
    columns, whole = column_widths(table), story.marked(row_mark(table.fate))
    header = _header_row(whole, table.header, columns) if table.header else ""
    align = "top" if table.form else "bottom"
    rows = "".join(
        _row(whole.marked(row_mark(fate)), row, columns, align)
        for row, fate in rows_with_fates(table)
    )
    properties = _table_properties(story, table)
    opening, closing = comment_range(whole, table.id)
    printed = f"<w:tbl>{properties}{_grid(columns)}{header}{rows}</w:tbl>"
    marked = bookmarked(whole, table.id, opening + _caption(whole, table) + printed)
    return f"{marked}{story_paragraph(whole, 'TableEnd', closing)}"


def rows_with_fates(table: Table) -> Iterator[tuple[tuple[Cell, ...], Fate | None]]:
    """The rows of a table, each with its fate; the whole table's goes before."""
    fates = table.fates or (None,) * len(table.rows)
    return (
        (row, table.fate or fate) for row, fate in zip(table.rows, fates, strict=True)
    )


def column_widths(table: Table) -> tuple[int, ...]:
    """Twips for each column, shared out by the longest cell of each; those of a
    form are given.
    """
    if table.form:
        return tuple(FORM_WIDTH * share // sum(table.form) for share in table.form)
    lengths = [
        [len(text_of(cell.content)) for cell in row]
        for row in (table.header, *table.rows)
    ]
    columns = zip_longest(*lengths, fillvalue=0)
    weights = [min(max(*column, _NARROWEST), _WIDEST) for column in columns]
    least = _least_widths(table)
    rest = TEXT_WIDTH - sum(least)
    if rest < 0:
        least, rest = [0] * len(weights), TEXT_WIDTH
    shares = [
        width + rest * weight // sum(weights)
        for width, weight in zip(least, weights, strict=True)
    ]
    return (*shares[:-1], TEXT_WIDTH - sum(shares[:-1]))


def _least_widths(table: Table) -> list[int]:
    """Twips for each column in which no word of usual length is broken."""
    words = (
        [max(map(len, text_of(cell.content).split()), default=0) for cell in row]
        for row in (table.header, *table.rows)
    )
    longest = (max(column) for column in zip_longest(*words, fillvalue=0))
    return [min(length, _LONGEST_WORD) * _LETTER for length in longest]


def _table_properties(story: Story, table: Table) -> str:
    bidi = "<w:bidiVisual/>" if story.rtl else ""
    width, indent = (FORM_WIDTH, 0) if table.form else (TEXT_WIDTH, TAB_STOPS[0])
    lines = f"<w:tblBorders>{_LINES}</w:tblBorders>" if table.form else ""
    margins = f"<w:tblCellMar>{_MARGINS}</w:tblCellMar>" if table.form else ""
    look = 'w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
    look += ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    columns = "; ".join(text_of(cell.content) for cell in table.header)
    told = (("tblCaption", text_of(table.caption)), ("tblDescription", columns))
    return (
        f'<w:tblPr><w:tblStyle w:val="ReportTable"/>{bidi}'
        f'<w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/>{lines}'
        f'<w:tblLayout w:type="fixed"/>{margins}<w:tblLook {look}/>'
        + "".join(f'<w:{n} w:val="{attribute(t)}"/>' for n, t in told if t)
        + "</w:tblPr>"
    )


def _caption(story: Story, table: Table) -> str:
    if not table.caption:
        return ""
    return story_paragraph(story, "TableCaption", inlines(story, table.caption))


def _row(
    story: Story, cells: tuple[Cell, ...], columns: tuple[int, ...], align: str
) -> str:
    properties = f"<w:cantSplit/>{change_element(story)}"
    printed = _cells(story, cells, columns, "TableText", align)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{printed}</w:tr>"


def _header_row(story: Story, cells: tuple[Cell, ...], columns: tuple[int, ...]) -> str:
    properties = f"<w:cantSplit/><w:tblHeader/>{change_element(story)}"
    printed = _cells(story, cells, columns, "TableHeading")
    return f"<w:tr><w:trPr>{properties}</w:trPr>{printed}</w:tr>"


def _cells(
    story: Story,
    cells: tuple[Cell, ...],
    columns: tuple[int, ...],
    style: str,
    align: str = "bottom",
) -> str:
    return "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f'<w:vAlign w:val="{align}"/></w:tcPr>{_cell(story, cell, style)}</w:tc>'
        for cell, width in zip(cells, columns, strict=True)
    )


def _cell(story: Story, cell: Cell, style: str) -> str:
    words = commented(story, cell.id, inlines(story, cell.content))
    side = '<w:jc w:val="right"/>' if cell.figure else ""
    return story_paragraph(story, style, bookmarked(story, cell.id, words), late=side)
