"""What stands around the text of a page: running heads, folios, job numbers.

A page is known by its form feed, or by the folio and the head between two lines of a
sentence. A head may be on either side, and in the middle of a paragraph once the
pages were put together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reportkit.published.text_source import Row, Source
from reportkit.published.text_words import Signs

_PART = r"[A-Z][A-Z0-9]*(?:/(?:[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*))+\*{0,2}"
SYMBOL = re.compile(rf"{_PART}(?:[-–]{_PART})*")
JOB = r"(?:[A-Z]{1,2}\.)?\d{2}-\d{5}(?:\s*\([A-Z]\))?(?:\s+[A-Z]{2})?(?:\s+\d{6})*"
BAR_CODE = r"\*{1,2}\d{6,8}\*{0,2}"
FOLIO = r"(?P<folio>\d{1,4})/(?P<of>\d{1,4})"
NUMBER = r"[-–—]?\s?\d{1,4}\s?[-–—]?|[ivxlc]{1,7}"
# A line that is of a page's foot wherever it stands: a job number is in it, or a bar
# code, or a folio beside a symbol.
SURE = re.compile(
    rf"(?:{FOLIO}\s+)?{JOB}(?:\s+\d{{1,4}}/\d{{1,4}}|\s+\d{{1,4}})?"
    rf"|\d{{1,4}}\s+{JOB}|{BAR_CODE}|{JOB}\s+{BAR_CODE}"
    rf"|\d{{1,4}}(?:/\d{{1,4}})?\s+{SYMBOL.pattern}"
    rf"|{SYMBOL.pattern}\s+\d{{1,4}}(?:/\d{{1,4}})?"
)
ALONE = re.compile(FOLIO)
LONGEST = 160
HEAD, FOOT = 3, 4
FIGURES = re.compile(r"\d+")
OFTEN = 3
MASTHEAD = 12
WHY_FURNITURE = "the head or foot of a page"


class Furniture:
    """Which lines are heads and feet of pages."""

    def __init__(self, rows: Sequence[Row], signs: Signs) -> None:
        self.paged = any(row.broken for row in rows)
        self.asked = re.compile(rf"{signs.recycle}|(?:{signs.page}) ?\d{{1,4}}.*")
        self.at_edge = re.compile(rf"{NUMBER}|{SYMBOL.pattern}|{FOLIO}")
        short = [row.text for row in rows if _may_be_furniture(row.text)]
        self.symbols = Counter(filter(SYMBOL.fullmatch, short))
        folios = (match["of"] for match in map(ALONE.fullmatch, short) if match)
        self.totals = Counter(folios)
        self.repeated = self._repeated(rows)

    def is_sure(self, row: Row) -> bool:
        """Whether a line is furniture wherever it stands."""
        if not _may_be_furniture(row.text):
            return False
        if SURE.fullmatch(row.text) or self.symbols[row.text] > 1:
            return True
        folio = ALONE.fullmatch(row.text)
        return folio is not None and self._counts(folio)

    def is_at_edge(self, row: Row) -> bool:
        """Whether a line at the top or the bottom of a page is furniture."""
        if len(row.text) > LONGEST:
            return False
        if self.at_edge.fullmatch(row.text) or self.asked.fullmatch(row.text):
            return True
        return FIGURES.sub("#", row.text) in self.repeated

    def _counts(self, folio: re.Match[str]) -> bool:
        """Whether it counts pages: several of one total, or a page's first line."""
        within = int(folio["folio"]) <= int(folio["of"])
        return within and (self.totals[folio["of"]] > 1 or self.paged)

    def _repeated(self, rows: Sequence[Row]) -> frozenset[str]:
        """First lines of pages that come again and again."""
        tops = (row.text for row in rows if row.broken and len(row.text) < LONGEST)
        counted = Counter(FIGURES.sub("#", text) for text in tops)
        return frozenset(text for text, times in counted.items() if times >= OFTEN)


def _may_be_furniture(text: str) -> bool:
    """Whether a line has a sign that symbols, folios and job numbers have."""
    return len(text) < LONGEST and ("/" in text or "-" in text or "*" in text)


def without_furniture(
    source: Source, rows: Sequence[Row], signs: Signs
) -> tuple[Row, ...]:
    """The lines of the text itself; a line after furniture begins a page."""
    furniture = Furniture(rows, signs)
    edges = _edges(rows, furniture) if furniture.paged else frozenset()
    made: list[Row] = []
    broken = dropped = False
    for place, row in enumerate(rows):
        broken = broken or row.broken
        kept = not dropped and _of_masthead(row, place)
        if place in edges or (furniture.is_sure(row) and not kept):
            source.drop_row(row, WHY_FURNITURE)
            dropped = True
            # The foot of page one stands under a symbol that is the masthead's.
            broken = broken or bool(made)
            continue
        made.append(row._replace(broken=broken) if broken != row.broken else row)
        broken = False
    return tuple(made)


def _of_masthead(row: Row, place: int) -> bool:
    """Whether it is a symbol of the masthead, which running heads repeat."""
    return place < MASTHEAD and SYMBOL.fullmatch(row.text) is not None


def _edges(rows: Sequence[Row], furniture: Furniture) -> frozenset[int]:
    """The places of furniture at the edges of pages; not at the first top."""
    made: set[int] = set()
    breaks = [place for place, row in enumerate(rows) if row.broken]
    for first, last in zip((0, *breaks), (*breaks, len(rows)), strict=True):
        made.update(_run(rows, range(first, min(first + HEAD, last)), furniture, first))
        foot = range(last - 1, max(last - 1 - FOOT, first - 1), -1)
        made.update(_run(rows, foot, furniture, 1))
    return frozenset(made)


def _run(
    rows: Sequence[Row], places: range, furniture: Furniture, first: int
) -> set[int]:
    """The furniture from an edge inwards; page one begins with the masthead."""
    made: set[int] = set()
    for place in places if first else ():
        if not furniture.is_at_edge(rows[place]):
            break
        made.add(place)
    return made
