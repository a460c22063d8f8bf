"""The lines of a text that is printed in lines: by pdftotext, or by ourselves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reportkit.published.text_source import Row, Source, Span

STRAY = re.compile(r"[-=_*~—–─#|•\s]+")
COLUMNS = re.compile(r"\S {5,}\S|\S+ +\S.* {2,}\S")
UNDERLINE = re.compile(r"={3,}|-{3,}")


def printed_rows(source: Source) -> tuple[Row, ...]:
    """The lines that hold something, with the empty lines counted between them."""
    return tuple(_rows(source))


def _rows(source: Source) -> Iterator[Row]:
    offset, gap = 0, 0
    broken = False
    for line in source.text.split("\n"):
        if "\f" in line:
            broken = broken or bool(offset)
        text = line.strip()
        if text:
            indent = len(line) - len(line.lstrip())
            start = offset + indent
            yield Row(text, (Span(start, start + len(text)),), indent, gap, broken)
            gap, broken = 0, False
        else:
            gap += 1
        offset += len(line) + 1


def underlined(source: Source, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The lines without those that underline the one above; that one is a heading."""
    made: list[Row] = []
    for row in rows:
        first = _first_underlined(row, made)
        if first < len(made):
            source.drop_row(row, "a line under a heading")
            made[first:] = [each._replace(look="heading") for each in made[first:]]
        else:
            made.append(row)
    return tuple(made)


def _first_underlined(row: Row, rows: list[Row]) -> int:
    """The first line of the heading that a line underlines, which is as long."""
    place = len(rows)
    if row.gap or row.indent or not UNDERLINE.fullmatch(row.text):
        return place
    longest = 0
    while place and (not longest or not rows[place].gap):
        place -= 1
        longest = max(longest, rows[place].indent + columns_of(rows[place].text))
        if COLUMNS.search(rows[place].text):
            return len(rows)
    same = rows and abs(longest - len(row.text)) <= 1 and not rows[place].indent
    return place if same else len(rows)


def columns_of(text: str) -> int:
    """The columns that a text is wide."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def without_strays(source: Source, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The lines without those that hold a rule or a sign alone."""
    kept: list[Row] = []
    for row in rows:
        if STRAY.fullmatch(row.text):
            source.drop_row(row, "a stray mark")
        else:
            kept.append(row)
    return tuple(kept)
