"""Tables: lines whose words stand in columns, and rows of Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from reportkit.published.lines import ROW
from reportkit.published.lines import Line as Published
from reportkit.published.text_blocks import Block
from reportkit.published.text_labels import DASH_SIGN, Grammar
from reportkit.published.text_source import Row, Source, Span

PIECE = re.compile(r"\S+(?:\s\S+)*")
GAP = "  "
RULED = re.compile(r"[-=_]{2,}(?: {2,}[-=_]{2,})+")
FEWEST = 3
NEAR = 3
NARROW = 0.6
ESCAPED_BAR = re.compile(r"(?<!\\)\|")


class Piece(NamedTuple):
    """Words between two gaps of a line, by their columns in the line."""

    start: int
    end: int


# The spans of a line by the column of the table.
Placed = dict[int, tuple[Span, ...]]
Line = tuple[Row, Placed]


def with_tables(
    source: Source, rows: Sequence[Row], grammar: Grammar
) -> Iterator[Row | Block]:
    """The lines, those of tables as rows with their cells."""
    place = ended = 0
    while place < len(rows):
        # A table that a page's end cuts may have one line on the next page.
        goes_on = 0 < ended == place and rows[place].broken
        last = _last_of_table(rows, place, grammar, 1 if goes_on else FEWEST)
        if last <= place:
            yield rows[place]
            place += 1
            continue
        yield from _table(source, rows[place:last])
        place = ended = last


def rows_of_bars(source: Source, rows: Sequence[Row]) -> Iterator[Row | Block]:
    """The lines, those between bars as rows of tables."""
    for row in rows:
        if row.look != "cells":
            yield row
            continue
        cells = tuple(_between_bars(source, row))
        if any(cells):
            yield Block(row.text, (), row.indent, -1, row.gap, False, "cells", cells)


def _between_bars(source: Source, row: Row) -> Iterator[tuple[Span, ...]]:
    cell: list[Span] = []
    begun = False
    for span in row.spans:
        start = span.start
        for bar in ESCAPED_BAR.finditer(source.text, span.start, span.end):
            source.drop(bar.start(), bar.end(), "a mark of Markdown")
            cell.append(Span(start, bar.start(), span.look))
            if begun:
                yield _stripped(source, cell)
            begun, cell, start = True, [], bar.end()
        cell.append(Span(start, span.end, span.look))
    if any(source.text[span.start : span.end].strip() for span in cell):
        yield _stripped(source, cell)


def _stripped(source: Source, cell: list[Span]) -> tuple[Span, ...]:
    return tuple(span for span in cell if source.text[span.start : span.end].strip())


def _pieces(row: Row, grammar: Grammar) -> tuple[Piece, ...]:
    """The pieces of a line; a label is none."""
    if GAP not in row.text:
        return (Piece(0, len(row.text)),)
    dash, label = DASH_SIGN.match(row.text), grammar.read(row.text)
    first = dash.end() if dash else label.length if label else 0
    return tuple(Piece(*m.span()) for m in PIECE.finditer(row.text, first))


def _last_of_table(
    rows: Sequence[Row], first: int, grammar: Grammar, fewest: int
) -> int:
    """Where the table ends that a line begins; the line itself where it is none."""
    if GAP not in rows[first].text or len(_pieces(rows[first], grammar)) < 2:
        return first
    counts: list[int] = []
    last = place = first
    while place < len(rows) and _continues(rows, place, first):
        count = len(_pieces(rows[place], grammar))
        if count == 1 and grammar.read(rows[place].text) is not None:
            break
        if RULED.fullmatch(rows[place].text):
            counts += [count] * FEWEST
        counts.append(count)
        place += 1
        last = place
    while last > first and counts and counts[-1] == 1 and rows[last - 1].gap:
        last -= 1
        counts.pop()
    return last if _is_table(rows[first:last], counts, grammar, fewest) else first


def _continues(rows: Sequence[Row], place: int, first: int) -> bool:
    row = rows[place]
    if place == first:
        return True
    if row.broken or row.gap > 1:
        return False
    return not row.gap or GAP in row.text


def _is_table(
    rows: Sequence[Row], counts: Sequence[int], grammar: Grammar, fewest: int
) -> bool:
    """Whether enough lines have as many pieces, and these stand in columns."""
    wide = Counter(count for count in counts if count > 1)
    if not wide:
        return False
    columns, times = max(wide.items(), key=lambda each: (each[1], each[0]))
    if times < fewest or sum(wide.values()) * 2 < len(counts):
        return False
    return columns > 2 or _is_aligned(rows, grammar)


def _is_aligned(rows: Sequence[Row], grammar: Grammar) -> bool:
    """Whether the second of two pieces begins or ends where others do."""
    pairs = [(row.indent, _pieces(row, grammar)) for row in rows]
    second = [(indent, pieces[1]) for indent, pieces in pairs if len(pieces) == 2]
    for edge in ("start", "end"):
        at = Counter(indent + getattr(piece, edge) for indent, piece in second)
        common = max(at, key=lambda column: at[column])
        near = sum(n for column, n in at.items() if abs(column - common) <= NEAR)
        if near >= FEWEST and near * 5 >= len(second) * 4:
            return True
    return False


def _table(source: Source, rows: Sequence[Row]) -> Iterator[Block]:
    """The rows of a table; what stands over a line of dashes is its header."""
    lines: list[tuple[Row, tuple[Piece, ...]]] = []
    header = 0
    for row in map(partial(_as_printed, source), rows):
        if RULED.fullmatch(row.text):
            source.drop_row(row, "a line of a table")
            header = header or len(lines)
        else:
            pieces = tuple(Piece(*match.span()) for match in PIECE.finditer(row.text))
            lines.append((row, pieces))
    columns = _columns(lines)
    placed = [(row, _placed(row, pieces, columns)) for row, pieces in lines]
    hangs = bool(header) or _hangs(placed)
    room = columns[1].start - columns[0].start if len(columns) > 1 else 0
    for group in (placed[:header], *_grouped(placed[header:], hangs, room)):
        if group:
            yield _row(group, len(columns))


def _as_printed(source: Source, row: Row) -> Row:
    """A line with the words that it has in the file, calls of notes among them."""
    text = source.text[row.spans[0].start : row.spans[-1].end]
    return row._replace(text=text)


def _columns(lines: Sequence[tuple[Row, tuple[Piece, ...]]]) -> tuple[Piece, ...]:
    """The columns of a table, out of the lines that have most of its pieces."""
    counts = Counter(len(pieces) for _, pieces in lines)
    count = max((n for n in counts if n > 1), key=lambda n: (counts[n] > 1, n))
    full = [(row, pieces) for row, pieces in lines if len(pieces) == count]
    made = []
    for place in range(count):
        starts = [row.indent + pieces[place].start for row, pieces in full]
        ends = [row.indent + pieces[place].end for row, pieces in full]
        made.append(Piece(min(starts), max(ends)))
    return tuple(made)


def _placed(row: Row, pieces: Sequence[Piece], columns: Sequence[Piece]) -> Placed:
    """The spans of a line's pieces by the columns that they stand in."""
    made: Placed = {}
    base = row.spans[0].start
    for number, piece in enumerate(pieces):
        at = number
        if len(pieces) != len(columns):
            at = _nearest(row.indent, piece, columns)
        own = _within(row.spans, base + piece.start, base + piece.end)
        made[at] = (*made.get(at, ()), *own)
    return made


def _within(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The parts of spans between two offsets."""
    for span in spans:
        first, last = max(span.start, start), min(span.end, end)
        if first < last:
            yield span._replace(start=first, end=last)


def _nearest(indent: int, piece: Piece, columns: Sequence[Piece]) -> int:
    start, end = indent + piece.start, indent + piece.end

    def distance(place: int) -> tuple[int, int]:
        column = columns[place]
        apart = max(column.start - end, start - column.end)
        return apart, abs(column.start - start)

    return min(range(len(columns)), key=distance)


def _grouped(lines: Sequence[Line], hangs: bool, room: int) -> Iterator[list[Line]]:
    """The lines of each row.

    Where cells hang from a row's first line, a line that lacks some goes on with the
    row above; otherwise with the row below, at whose last line the figures stand. A
    line goes on with none that had `room` for it.
    """
    held: list[Line] = []
    full = False
    for line in lines:
        partial = set(line[1]) == {0}
        fits = bool(held) and _fits_above(held[-1], line, room)
        goes_on = 0 not in line[1] or (partial and hangs and not fits)
        ends = full and not (goes_on and not line[0].gap)
        if held and (ends or (partial and fits)):
            yield held
            held, full = [], False
        held.append(line)
        full = full or not (partial or 0 not in line[1])
    if held:
        yield held


def _fits_above(above: Line, line: Line, room: int) -> bool:
    """Whether the first word of a line had room in the cell above, so that it is
    another row's. Letters are of several widths.
    """
    cell = above[1].get(0)
    if not cell or line[0].text[0].islower():
        return False
    words = len(line[0].text.partition(" ")[0])
    return cell[-1].end - cell[0].start + 1 + words < room * NARROW


def rows_in_pieces(lines: Iterable[Published]) -> Iterator[Published]:
    """The rows that may be one with the row above: both lack cells, one but its first.

    A row that a program printed on several lines has lost where its cells stood.
    """
    above: tuple[str, ...] = ()
    for line in lines:
        lacks = line.kind == ROW and not all(line.cells)
        if lacks and above and not (any(above[1:]) and any(line.cells[1:])):
            yield line
        above = line.cells if lacks else ()


def _hangs(lines: Sequence[Line]) -> bool:
    """Whether a line with one cell belongs to the row above."""
    votes = 0
    for place, (row, spans) in enumerate(lines):
        if set(spans) != {0}:
            continue
        votes += 3 * (place + 1 == len(lines)) - 3 * (place == 0)
        votes += row.text[0].islower()
        if place + 1 < len(lines):
            votes -= lines[place + 1][0].text[0].islower()
        if place:
            above = lines[place - 1][1].get(0)
            shorter = above and len(row.text) <= above[-1].end - above[0].start
            votes += 1 if shorter else -1
    return votes > 0


def _row(lines: Sequence[Line], columns: int) -> Block:
    cells = tuple(
        tuple(span for _, placed in lines for span in placed.get(column, ()))
        for column in range(columns)
    )
    first = lines[0][0]
    text = " ".join(row.text for row, _ in lines)
    return Block(text, (), first.indent, -1, first.gap, first.broken, "cells", cells)
