"""Levels of headings, by how their labels are nested.

A heading is as deep as the last one of its own system of numbers; where that was
closed, or never was, it is one deeper than what it stands in. One without a label is
one deeper than the heading right above it, or as deep as the last without a label;
it is no chapter where chapters have labels, and a section stands beside it.
"""

from __future__ import annotations

from typing import NamedTuple

from reportkit.published.text_labels import CHAPTER, RANKS, Label, Reading

UNLABELLED = ""
DEEPEST = 6


class Open(NamedTuple):
    """A heading that the text stands under."""

    system: str
    number: int


class Levels:
    """The headings that are open, outermost first; whether `chapters` have labels."""

    def __init__(self) -> None:
        self.open: list[Open] = []
        self.chapters = False

    def reading(self, label: Label) -> Reading | None:
        """The reading of a label that goes on from the headings before, or begins."""
        choices = [each for each in label.readings if each.system in RANKS]
        for depth in range(len(self.open) - 1, -1, -1):
            for each in choices:
                if each == Reading(
                    self.open[depth].system, self.open[depth].number + 1
                ):
                    return each
        first = (each for each in choices if each.number == 1)
        return next(first, choices[0] if choices else None)

    def goes_on(self, reading: Reading) -> bool:
        """Whether a number is the next, or the first, of its system here."""
        last = [each.number for each in self.open if each.system == reading.system]
        return reading.number == (last[-1] + 1 if last else 1)

    def level(self, reading: Reading, stays: bool = False) -> int:
        """The level of a heading with a label, which is open from now on.

        One that `stays` is under all that is open, with a label or without.
        """
        systems = [each.system for each in self.open]
        if reading.system == CHAPTER:
            self.open.clear()
        elif reading.system in systems:
            del self.open[systems.index(reading.system) :]
        elif not stays:
            self._leave_unlabelled(RANKS[reading.system])
        while self._is_deeper(RANKS[reading.system]):
            self.open.pop()
        self.open.append(Open(reading.system, reading.number))
        return len(self.open)

    def _leave_unlabelled(self, rank: int) -> None:
        """Close headings without labels that a section, or what is of another rank,
        stands beside: those above them have all labels that the rank needs.
        """
        above = [RANKS.get(each.system, -1) for each in self.open[:rank]]
        if above == [*range(rank)]:
            del self.open[rank:]

    def level_without_label(self, under_heading: bool) -> int:
        """The level of a heading that has no label."""
        systems = [each.system for each in self.open]
        if self.chapters and not systems:
            self.open.append(Open(CHAPTER, 0))
        elif len(systems) >= DEEPEST:
            self.open.pop()
        elif not under_heading and UNLABELLED in systems:
            del self.open[systems.index(UNLABELLED) :]
        self.open.append(Open(UNLABELLED, 0))
        return len(self.open)

    def clear(self) -> None:
        """Close all headings, as an annex does."""
        self.open.clear()

    def _is_deeper(self, rank: int) -> bool:
        return any(RANKS.get(each.system, -1) > rank for each in self.open)
