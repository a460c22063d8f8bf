"""The tables of a document as comma-separated values.

UTF-8 with a signature, so that a spreadsheet takes no accent for another letter.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from reportkit.document.nodes import Cell, Document, Table
from reportkit.document.text import text_of

SIGNATURE = b"\xef\xbb\xbf"
# What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(document: Document, parts: Mapping[str, bytes]) -> bytes:
    """Return the rows of every table, an empty line between two; no `parts` needed."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for place, table in enumerate(tables):
        if place:
            writer.writerow(())
        for row in (table.header, *table.rows):
            writer.writerow([_value(cell) for cell in row])
    return SIGNATURE + out.getvalue().encode()


def _value(cell: Cell) -> str:
    """The words of a cell; an apostrophe keeps them from being a formula."""
    text = text_of(cell.content)
    return f"'{text}" if text.startswith(FORMULA) else text
