"""Which chapters of a report are set as the report has them, passage by passage.

A chapter that the usual outline prints otherwise than the report is set in the
report's own order, with its own headings; facts keep their places in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reportkit.edition.importing_rows import Differences, Printed, lines_in
from reportkit.published.lines import HEADING, POINT
from reportkit.recover.chapters_of import chapters_in
from reportkit.recover.choices import Choices
from reportkit.recover.outline_of import ANNEXES, STRUCTURED, Chunk
from reportkit.recover.recovered import Recovered

# What derived passages and headings of the outline begin with, by chapter.
PRINTED_IN: Mapping[str, tuple[str, ...]] = {
    "recommendations": ("lead-", "group-recommendations"),
    "deliberations": ("opening-", "group-deliberations"),
    "organization": (
        *("duration-", "officers-", "statements-", "presentations", "agenda-"),
        *("attendance-", "documentation-", "section-", "group-"),
    ),
    "adoption": ("adoption-of-report",),
}


class Troubles(NamedTuple):
    """The chapters that are printed otherwise, and by how many lines in all."""

    chapters: frozenset[str]
    lines: int


def troubles_of(got: Recovered, found: Differences) -> Troubles:
    """What the usual outline makes of a report."""
    chapter_of = dict(_chapters(got.chunks))
    words = (*found.missing, *lines_in(found.elsewhere))
    labels = [line for line in lines_in(found.relabelled) if line.kind == HEADING]
    labels += [line for line in lines_in(found.relabelled) if line.kind == POINT]
    lost = {chapter_of.get(id(line), "") for line in words if line.kind != HEADING}
    otherwise = {chapter_of.get(id(line), "") for line in (*words, *labels)}
    moved = {chapter_of.get(id(line), "") for line in got.moved}
    more = {each for printed in found.unexpected for each in _chapter_of(printed)}
    chapters = moved or lost | more | (otherwise - STRUCTURED)
    count = len(words) + len(found.unexpected) + len(lines_in(found.relabelled))
    return Troubles(frozenset(chapters) - {"", ANNEXES}, count)


def _chapters(chunks: Iterable[Chunk]) -> Iterator[tuple[int, str]]:
    """The chapter of each line, by the line's identity."""
    for chunk in chunks:
        for line in (chunk.line, *chunk.under):
            yield id(line), chunk.chapter


def _chapter_of(printed: Printed) -> Iterator[str]:
    """The chapter in which the outline prints what no line of the report has."""
    for chapter, begins in PRINTED_IN.items():
        if printed.id.startswith(begins):
            yield chapter


def tried(troubles: Troubles, got: Recovered) -> tuple[Choices, ...]:
    """What to try: first without the chapters that have a structure, then with them."""
    new = troubles.chapters - got.own
    if not new or not chapters_in(got.chunks):
        return ()
    free, every = new - STRUCTURED, got.own | new
    first = (Choices(own=got.own | free, outlined=True),) if free else ()
    return (*first, Choices(own=every, outlined=True)) if new != free else first
