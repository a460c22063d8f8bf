"""Labels that differ between a report and its print, in runs that differ alike."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reportkit.edition.importing_printed import Printed
from reportkit.edition.importing_rows import Pair
from reportkit.published.lines import HEADING, Line

NO_PRINT = Printed("", "", "")
FIGURES = re.compile(r"\d+")


class Run(NamedTuple):
    """Lines one after the other whose labels are moved by as much, or shaped anew."""

    key: tuple[str, ...]
    pairs: tuple[Pair, ...]


def runs_of(pairs: Iterable[Pair], same: Iterable[Line]) -> tuple[Run, ...]:
    """The runs of lines in the order of a report, by the first of each.

    What is of another kind may stand between, as points between paragraphs; a line
    of the `same` label ends a run.
    """
    made: list[Run] = []
    last: dict[str, int] = {}
    by_place = {line.place: Pair((line,), NO_PRINT) for line in same if line.label}
    by_place |= {pair.lines[0].place: pair for pair in pairs}
    for _, pair in sorted(by_place.items()):
        kind, key = _kind(pair.lines[0]), _key(pair)
        at = last.get(kind)
        if pair.printed is NO_PRINT:
            last.pop(kind, None)
        elif at is not None and made[at].key == key:
            made[at] = Run(key, (*made[at].pairs, pair))
        else:
            last[kind] = len(made)
            made.append(Run(key, (pair,)))
    return tuple(made)


def _kind(line: Line) -> str:
    """The kind of a line; headings are told by their level too."""
    return f"{line.kind} {line.level}" if line.kind == HEADING else line.kind


def _key(pair: Pair) -> tuple[str, ...]:
    """How the label differs: by how much it is moved, or by its shape."""
    ours, theirs = pair.lines[0].label, pair.printed.label
    numbers = FIGURES.findall(ours), FIGURES.findall(theirs)
    shapes = FIGURES.sub("0", ours), FIGURES.sub("0", theirs)
    if len(numbers[0]) == len(numbers[1]) == 1:
        return (*shapes, str(int(numbers[1][0]) - int(numbers[0][0])))
    return tuple(re.sub(r"\w+", "x", label) for label in (ours, theirs))
