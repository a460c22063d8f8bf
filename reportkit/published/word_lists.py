"""Points, dashes and entries of an agenda: which list each is in, and how deep.

The list that a label goes on with is its own; one that begins anew stands under
what is open. How far it is set in settles what may be read in two ways: `i)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportkit.published.lines import AGENDA, DASH, POINT
from reportkit.published.word_blocks import Block
from reportkit.published.word_labels import Label, Reading


class Open(NamedTuple):
    """A list that stands open: its kind, the label before, how far it is set in."""

    kind: str
    shape: str
    last: Reading
    depth: int


_DASHED = Reading("dash", 0)
_DASH_SHAPE = "dash"


class Lists:
    """The lists that are open under a paragraph, the deepest last.

    `announced` says that the line before ends as what announces a list does.
    """

    def __init__(self) -> None:
        self.open: list[Open] = []
        self.announced = False

    def close(self) -> None:
        """Nothing; no list is open any more."""
        self.open = []

    @property
    def agenda(self) -> Open | None:
        """The agenda that is open."""
        first = self.open[0] if self.open else None
        return first if first and first.kind == AGENDA else None

    def entry(self, label: Label, reading: Reading, depth: int) -> tuple[str, int]:
        """The kind and level of an entry of the agenda."""
        self.open = [Open(AGENDA, label.shape, reading, depth)]
        return AGENDA, 1

    def goes_on(self, block: Block) -> bool:
        """Whether the label goes on in a list that is open."""
        return any(True for _ in self._continued(block))

    def begins(self, block: Block) -> bool:
        """Whether the label may be the first of a list: a bracket is behind it."""
        label = block.label
        if label is None or not label.shape.endswith(")"):
            return False
        return any(reading.number == 1 for reading in label.readings)

    def point(self, block: Block, after: Label | None) -> tuple[str, int]:
        """The kind and level of a point; `after` is the label that comes next."""
        label = block.label
        if label is None or label.is_dash or not label.readings:
            return self._dash(block)
        place, reading = self._place(block, label, after)
        kind = AGENDA if place and self.agenda else POINT
        self.open[place:] = [Open(kind, label.shape, reading, block.depth)]
        return kind, place + 1

    def _place(
        self, block: Block, label: Label, after: Label | None
    ) -> tuple[int, Reading]:
        """Where among the open lists a label belongs, and how it is read."""
        going = list(self._continued(block))
        same = [each for each in going if self.open[each[0]].depth == block.depth]
        first = next((r for r in label.readings if r.number == 1), None)
        if same and not (first and _goes_on(first, label, after, same[0][1])):
            return same[0]
        deeper = not self.open or block.depth > self.open[-1].depth
        if first and (deeper or not going or same):
            again = -1 if deeper else self._begun_again(label, first)
            return (len(self.open) if again < 0 else again), first
        if going:
            return going[0]
        return self._beside(block, label), min(label.readings, key=lambda r: r.number)

    def _continued(self, block: Block) -> Iterator[tuple[int, Reading]]:
        """The open lists that a label is the next of, the deepest first."""
        readings = block.label.readings if block.label else ()
        shape = block.label.shape if block.label else ""
        for place in range(len(self.open) - 1, -1, -1):
            last = self.open[place].last
            following = Reading(last.system, last.number + 1)
            if following in readings and self.open[place].shape == shape:
                yield place, following

    def _begun_again(self, label: Label, first: Reading) -> int:
        """The place of an open list of the same labels, -1 where there is none."""
        alike = ((each.shape, each.last.system) for each in self.open)
        places = (n for n, each in enumerate(alike) if each == (label.shape, first[0]))
        return next(places, -1)

    def _beside(self, block: Block, label: Label) -> int:
        """The place of a label that follows none: by its shape, then by its depth."""
        for place in range(len(self.open) - 1, -1, -1):
            if (self.open[place].shape, self.open[place].depth) == (
                label.shape,
                block.depth,
            ):
                return place
        return max(len(self.open) - 1, 0)

    def _dash(self, block: Block) -> tuple[str, int]:
        """A dash goes on with those as deep, and stands under what else is open."""
        depth = max(block.depth, block.style.level - 1 if block.style.level else 0)
        if self.open and self.open[-1].kind != DASH and not self.announced:
            self.close()
        place = len(self.open)
        while place and self.open[place - 1].kind == DASH:
            if self.open[place - 1].depth < depth:
                break
            place -= 1
        self.open[place:] = [Open(DASH, _DASH_SHAPE, _DASHED, depth)]
        return DASH, place + 1


def _goes_on(first: Reading, label: Label, after: Label | None, other: Reading) -> bool:
    """Whether the label that comes next follows one reading and not the other."""
    if after is None or after.shape != label.shape:
        return False
    next_first = Reading(first.system, first.number + 1)
    next_other = Reading(other.system, other.number + 1)
    return next_first in after.readings and next_other not in after.readings
