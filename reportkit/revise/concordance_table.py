"""The concordance as a document: one table, for every writer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportkit.assemble.wording import Wording
from reportkit.document.nodes import Block, Cell, Content, Document, Run, Table
from reportkit.revise.concordance import MASTHEAD, PASSAGE, Row

# Enough of a passage to know it by.
SHOWN = 90
ARROW = " → "


def concordance_document(
    rows: tuple[Row, ...], later: Document, symbols: Mapping[str, str], wording: Wording
) -> Document:
    """The concordance in the front of the later document.

    `symbols` are those of the documents, in the order of the columns.
    """
    title = _word(wording, "concordance")
    changes = tuple(row for row in rows if row.kind != PASSAGE)
    passages = tuple(row for row in rows if row.kind == PASSAGE)
    blocks: list[Block] = []
    if changes:
        blocks.append(_table("changes", changes, {}, wording))
    blocks.append(_table("passages", passages, symbols, wording))
    # It is a working paper: it carries the symbol and the job number of nothing.
    bare = later.masthead._replace(symbols=(), distribution="", date="")
    return later._replace(
        id=f"{later.id}-concordance",
        symbol="",
        masthead=bare,
        job=None,
        title=(Run(title),),
        subtitle=later.title,
        blocks=tuple(blocks),
        notes=(),
        properties=(),
        comments=(),
    )


def sheet(rows: tuple[Row, ...], later: Document, names: tuple[str, ...]) -> Document:
    """The concordance as one table of plain values, to be sorted in a spreadsheet."""
    header = ("kind", "id", *names, "change", "by", "amendments", "old", "new")
    cells = (
        (
            row.kind,
            row.id,
            *(row.numbers.get(name, "") for name in names),
            row.fate,
            row.by,
            " ".join(row.amendments),
            row.old,
            row.new,
        )
        for row in rows
    )
    body = tuple(tuple(map(_cell, row)) for row in cells)
    return later._replace(blocks=(Table("", (), tuple(map(_cell, header)), body),))


def _table(
    name: str, rows: tuple[Row, ...], symbols: Mapping[str, str], wording: Wording
) -> Table:
    heads = (
        *tails(tuple(symbols.values())),
        *(_word(wording, key) for key in ("fate", "by")),
    )
    words = _word(wording, "passage") if symbols else ""
    header = tuple(map(_cell, (*heads, words)))
    cells = (tuple(map(_cell, _cells(row, symbols, wording))) for row in rows)
    return Table("", (), header, tuple(cells))


def tails(symbols: tuple[str, ...]) -> tuple[str, ...]:
    """Document symbols without the parts that all of them begin with."""
    parts = [symbol.split("/") for symbol in symbols]
    same = 0
    while all(len(each) > same + 1 for each in parts) and (
        len({each[same] for each in parts}) == 1
    ):
        same += 1
    return tuple(
        "/".join(("…" * bool(same), *each[same:])).lstrip("/") for each in parts
    )


def _cells(row: Row, symbols: Mapping[str, str], wording: Wording) -> Iterator[str]:
    # A number is not parted from its letter at the end of a line.
    numbers = (row.numbers.get(name, "") for name in symbols)
    yield from (number.replace(" ", "\u00a0") for number in numbers)
    yield _word(wording, row.fate)
    yield row.by
    if row.kind == PASSAGE:
        yield _shortened(row.new or row.old)
    else:
        what = _word(wording, MASTHEAD) if row.kind == MASTHEAD else row.id
        yield f"{what}: {row.old}{ARROW}{row.new}"


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN].rsplit(" ", 1)[0] + "…"


def _cell(text: str) -> Cell:
    content: Content = (Run(text),) if text else ()
    return Cell("", content)


def _word(wording: Wording, key: str) -> str:
    return str(wording.words.find("comparison", key))
