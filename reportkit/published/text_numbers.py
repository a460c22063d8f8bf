"""Which numbers at the beginnings of paragraphs are the paragraphs' own.

One sequence runs through a report and begins again in an annex. A list inside it,
such as an agenda that was adopted, counts for itself; where both could go on, what
follows decides. A number that fits nowhere (a year, an article) is part of its text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from reportkit.published.text_labels import FIGURE, Label, Reading

PARAGRAPH, INNER, NOTHING = "paragraph", "inner", ""
# Numbers that may be missing between two paragraphs, letters between two points.
MISSING, MISSING_POINTS = 20, 5
# How far from where it is due a number may stand by mistake.
MISPLACED = 3
FAR = 200


class Setting(NamedTuple):
    """What stands around a number.

    `free` says that the text before it is ended; `announced` that it ends in a
    colon; `headed` that it is a heading; `short` that its own text is; `agenda` that
    an agenda is announced, or goes on; `small` that its text begins with a small
    letter; `level` that it is set in as the paragraphs are; `out` that it is not as
    the entries of the open list are; `unlike` that its end is not that of theirs.
    """

    free: bool
    announced: bool
    headed: bool
    short: bool
    agenda: bool = False
    small: bool = False
    level: bool = False
    out: bool = False
    unlike: bool = False


class Verdict(NamedTuple):
    """What a number is; `missing` is the number that should have come."""

    kind: str
    missing: int = 0


class Numbers:
    """The sequence of the paragraphs, and the list inside it that is open.

    `headings` are the places of those that are known at once, `annexes` of theirs.
    """

    def __init__(
        self,
        labels: Sequence[Label | None],
        headings: Collection[int] = (),
        annexes: Collection[int] = (),
    ) -> None:
        self.headings, self.annexes = sorted(headings), sorted(annexes)
        read = ((n, each.number(FIGURE)) for n, each in enumerate(labels) if each)
        numbered = [(place, number) for place, number in read if number]
        self.at = [place for place, _ in numbered]
        self.figures = [number for _, number in numbered]
        self.places: defaultdict[int, list[int]] = defaultdict(list)
        for place, number in numbered:
            self.places[number].append(place)
        self.skipped: set[int] = set()
        self.next, self.inner, self.stray = 1, 0, 0

    def begin_again(self) -> None:
        """Count from one again, as an annex does."""
        self.next, self.inner, self.stray = 1, 0, 0
        self.skipped.clear()

    def verdict(self, place: int, number: int, setting: Setting) -> Verdict:
        """What the number at a place is; the sequences go on from it."""
        verdict = self._verdict(place, number, setting)
        if verdict.kind == PARAGRAPH:
            self._go_on(number, verdict.missing)
        elif verdict.kind == INNER:
            self.inner = number + 1
        self.stray = number if verdict.kind == NOTHING else 0
        return verdict

    def _go_on(self, number: int, missing: int) -> None:
        self.skipped |= {*range(missing or number, number)}
        is_back = 1 < number < self.next
        self.next, self.inner = self.next if is_back else number + 1, 0
        self.skipped.discard(number)

    def _verdict(self, place: int, number: int, setting: Setting) -> Verdict:
        if setting.small and not self._is_proved(place, number, setting):
            return Verdict(NOTHING)
        if self._is_inner(place, number, setting):
            return Verdict(INNER)
        if number == self.next and setting.free:
            return Verdict(PARAGRAPH)
        if setting.free and self._is_after_gap(place, number):
            return Verdict(PARAGRAPH, self.next)
        if number == 1 and setting.headed and self._begins_again(place):
            return Verdict(PARAGRAPH, self.next)
        if setting.level and self._is_misplaced(place, number, setting):
            return Verdict(PARAGRAPH, self.next)
        return Verdict(NOTHING)

    def _is_inner(self, place: int, number: int, setting: Setting) -> bool:
        """Whether a number is of a list, which is open or begins with it."""
        if self.inner and number == self.inner and self._stays(place, number, setting):
            return True
        if number == 1 and setting.announced and self.next > 1:
            return True
        return setting.agenda and self._is_of_agenda(place, number, setting)

    def _is_proved(self, place: int, number: int, setting: Setting) -> bool:
        """Whether a number with a small letter behind it is the one that is due."""
        if not setting.free or number not in (self.next, self.inner):
            return False
        again, following = self._here(number, place), self._here(number + 1, place)
        return again < 0 or 0 <= following < again

    def _is_misplaced(self, place: int, number: int, setting: Setting) -> bool:
        """Whether a number stands twice, or before or after the one that is due."""
        if not setting.free or setting.announced or setting.headed or self.inner:
            return False
        if number == 1 or self.next == 1 or number - 1 == self.stray:
            return False
        if abs(number - self.next) > MISPLACED:
            return False
        if number < self.next:
            return number == self.next - 1 or number in self.skipped
        due = self._here(self.next, place)
        return due >= 0 and self._here(number, due) < 0

    def _stays(self, place: int, number: int, setting: Setting) -> bool:
        """Whether a number that both sequences could have is of the inner one."""
        if number != self.next:
            return True
        if setting.out:
            return False
        after = self._after_run(place)
        if after or not setting.short:
            return after == number
        return not (setting.unlike and self._here(number + 1, place) >= 0)

    def _is_of_agenda(self, place: int, number: int, setting: Setting) -> bool:
        """Whether a number begins an agenda at another number than one, or stands
        after others that are left out: the paragraphs' own number comes later."""
        goes_on = bool(self.inner) and self.inner <= number <= self.inner + MISSING
        fits = goes_on if self.inner else setting.announced
        is_entry = fits and setting.short and not setting.headed
        if number == self.next and setting.out:
            return False
        return is_entry and self._here(self.next, place) >= 0

    def _after_run(self, place: int) -> int:
        """The number after those that go up by one from a place; 0 where none is, -1
        where they go on under a heading.
        """
        first = bisect_right(self.at, place) - 1
        for position in range(first, min(first + FAR, len(self.at) - 1)):
            if self.figures[position + 1] != self.figures[position] + 1:
                return self.figures[position + 1]
            here, following = self.at[position : position + 2]
            if bisect_right(self.headings, following) > bisect_right(
                self.headings, here
            ):
                return -1
        return 0

    def _is_after_gap(self, place: int, number: int) -> bool:
        """Whether some numbers are missing, and do not come later."""
        if self.next == 1 and number > 1:
            return self._coming(1, place) < 0
        if not self.next < number <= self.next + MISSING:
            return False
        missing, following = (
            self._coming(self.next, place),
            self._coming(number + 1, place),
        )
        return missing < 0 or 0 <= following < missing

    def _begins_again(self, place: int) -> bool:
        return self._coming(self.next, place) < 0 and self._coming(2, place) >= 0

    def _here(self, number: int, place: int) -> int:
        """Where a number comes next before an annex begins; -1 where it does not."""
        coming = self._coming(number, place)
        annexes = self.annexes[bisect_right(self.annexes, place) :]
        return -1 if annexes and coming > annexes[0] else coming

    def _coming(self, number: int, place: int) -> int:
        """Where a number comes next after a place; -1 where it does not."""
        places = self.places.get(number, [])
        at = bisect_right(places, place)
        return places[at] if at < len(places) else -1


class Points:
    """The points that are open, each inside the one before."""

    def __init__(self) -> None:
        self.open: list[Reading] = []

    def depth(self, label: Label, announced: bool) -> int:
        """The depth of a label that goes on or begins a list; 0 where it does not."""
        begins = self._first(label)
        if announced and begins:
            self.open.append(begins)
            return len(self.open)
        for depth in range(len(self.open), 0, -1):
            following = self.open[depth - 1]._replace(
                number=self.open[depth - 1].number + 1
            )
            if following in label.readings:
                self.open[depth - 1 :] = [following]
                return depth
        return self._begun(begins) if begins else 0

    def depth_after_gap(self, label: Label) -> int:
        """How deep a label is before which others are missing; 0 where it is none."""
        if not self.open:
            self.open = [label.readings[0]]
            return 1
        for depth in range(len(self.open), 0, -1):
            system, last = self.open[depth - 1]
            number = label.number(system)
            if last < number <= last + MISSING_POINTS:
                self.open[depth - 1 :] = [Reading(system, number)]
                return depth
        return 0

    def _first(self, label: Label) -> Reading | None:
        return next((each for each in label.readings if each.number == 1), None)

    def _begun(self, first: Reading) -> int:
        """The depth of a list that begins: again, or inside the last point."""
        systems = [each.system for each in self.open]
        if first.system in systems:
            depth = systems.index(first.system)
            self.open[depth:] = [first]
        else:
            self.open.append(first)
        return len(self.open)
