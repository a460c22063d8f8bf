"""The meetings of a session, as far as a report names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from reportkit.model.facts import PARTS_OF_DAY
from reportkit.recover.facts import Adopted, Held, Took


@dataclass(slots=True)
class Sitting:
    """A meeting; `guessed` says that its number or its day is not in the report.

    `shared` says that it is one of several that took up several items, `odd` that
    paragraphs do not agree on it. `joined` says that it is taken for one of those
    joint meetings of its day that have no numbers. `placed` are items that nothing
    says were taken up here.
    """

    of: dict[str, int]
    on: date
    part: str = ""
    items: list[str] = field(default_factory=list)
    guessed: bool = False
    shared: bool = False
    odd: bool = False
    joined: bool = False
    placed: list[str] = field(default_factory=list)

    def place(self, item: str) -> None:
        """Record an item here of which the report gives no meeting."""
        if item not in self.items:
            self.items.append(item)
            self.placed.append(item)


@dataclass(slots=True)
class Meetings:
    """The meetings, each under its id once they are `numbered`.

    `days` are the first and last day of each body; `closing` is the day on which the
    report was adopted and `counts` how many meetings bodies held, where it is said.
    """

    days: Mapping[str, tuple[date, date]]
    sittings: list[Sitting] = field(default_factory=list)
    closing: date | None = None
    counts: dict[str, int] = field(default_factory=dict)

    def numbered(self) -> dict[str, Sitting]:
        """The meetings in the order in which they were held."""
        ordered = sorted(self.sittings, key=_when)
        return {f"m{number}": each for number, each in enumerate(ordered, 1)}

    def take(self, took: Took) -> None:
        """Meetings that are named by their numbers."""
        count = max(len(numbers) for numbers in took.numbers.values())
        for place in range(count):
            of = {
                body: numbers[place]
                for body, numbers in took.numbers.items()
                if place < len(numbers)
            }
            day = _share(took.days, place, count)
            unsure = 1 < len(took.days) != count
            sitting = self._add(of, day, took.part, took.items, unsure)
            sitting.shared |= count > 1 < len(took.items)

    def take_adoption(self, adopted: Adopted) -> None:
        """The meeting at which a body adopted its agenda."""
        self._add({adopted.body: adopted.meeting}, adopted.on, "", (), False)

    def take_unnumbered(self, took: Took, bodies: Iterable[str]) -> None:
        """Meetings that are told by how many they were: they get numbers that fit."""
        own = tuple(bodies)
        count = max(took.several, len(took.days), 1)
        for place in range(count):
            day = _share(took.days, place, count) or self.days[own[0]][0]
            sitting = self._of_some(own, day, took.part) or self._unnumbered(day)
            sitting.of = {b: sitting.of.get(b) or self._free(b, day) for b in own}
            sitting.items += took.items
            sitting.part = took.part

    def close(self, adopted: Iterable[Adopted], held: Iterable[Held]) -> None:
        """Keep when the report was adopted, and how many meetings there were."""
        days = (each.on for each in adopted if each.what == "report" and each.on)
        self.closing = next(days, None)
        self.counts |= {each.body: each.meetings for each in held if each.meetings}

    def _of_some(self, bodies: tuple[str, ...], day: date, part: str) -> Sitting | None:
        """A meeting of some of the bodies that nothing but an agenda was adopted at:
        one of the joint meetings of its day, as far as anybody can tell."""
        for each in self.sittings:
            fits = each.on == day and each.part in ("", part) and not each.guessed
            if fits and set(each.of) < set(bodies) and not (each.items or each.joined):
                each.joined = True
                return each
        return None

    def _unnumbered(self, day: date) -> Sitting:
        made = Sitting({}, day, guessed=True)
        self.sittings.append(made)
        return made

    def first_of(self, body: str) -> Sitting:
        """The first meeting of a body that is known, or one on its first day."""
        own = [each for each in self.sittings if body in each.of]
        if not own:
            made = Sitting({body: 1}, self.days[body][0], guessed=True)
            self.sittings.append(made)
            own = [made]
        return min(own, key=lambda sitting: sitting.of[body])

    def on_item(self, item: str, bodies: tuple[str, ...], last: bool) -> Sitting:
        """A meeting of bodies that took an item up, else their first or their last."""
        own = [each for each in self.sittings if set(bodies) <= set(each.of)]
        taken = [each for each in own if item in each.items]
        if taken:
            return taken[0]
        if last and self.closing:
            return self._closing_of(bodies, self.closing)
        return max(own, key=_when) if own and last else self.first_of(bodies[0])

    def _closing_of(self, bodies: tuple[str, ...], day: date) -> Sitting:
        """The last meeting of bodies on the day of adoption; one is made if none is."""
        own = (each for each in self.sittings if set(bodies) <= set(each.of))
        there = [each for each in own if each.on == day]
        if there:
            return max(there, key=_when)
        made = self._unnumbered(day)
        for body in bodies:
            used = {each.of.get(body, 0) for each in self.sittings}
            last = self.counts.get(body, 0)
            made.of[body] = last if last > max(used) else self._free(body, day)
        return made

    def _add(
        self,
        of: dict[str, int],
        day: date | None,
        part: str,
        items: Iterable[str],
        unsure: bool,
    ) -> Sitting:
        known = self._known(of)
        if known is None:
            first = self.days[next(iter(of))][0]
            guessed = unsure or day is None
            known = Sitting(of, day or first, guessed=guessed)
            self.sittings.append(known)
        elif known.guessed and day:
            known.on, known.guessed = day, unsure
        known.odd |= _differ(known, of, day, part)
        known.of |= of
        known.part = known.part or part
        known.items += [item for item in items if item not in known.items]
        return known

    def _known(self, of: Mapping[str, int]) -> Sitting | None:
        return next(
            (
                each
                for each in self.sittings
                if any(each.of.get(body) == number for body, number in of.items())
            ),
            None,
        )

    def _free(self, body: str, day: date) -> int:
        """The next number of a body that fits a day and that no meeting has."""
        own = [each for each in self.sittings if body in each.of]
        used = {each.of[body] for each in own}
        before = max((each.of[body] for each in own if each.on < day), default=0)
        return next(n for n in range(before + 1, before + 1000) if n not in used)


def _differ(known: Sitting, of: dict[str, int], day: date | None, part: str) -> bool:
    """Whether a paragraph says of a meeting what another said otherwise."""
    numbers = any(known.of.get(body, number) != number for body, number in of.items())
    days = day is not None and day != known.on
    return numbers or days or ("" != part != known.part != "")


def _share(days: tuple[date, ...], place: int, count: int) -> date | None:
    """The day of a meeting among several: they are spread over the days named."""
    return days[place * len(days) // count] if days else None


def _when(sitting: Sitting) -> tuple[date, int, int]:
    parts = (*PARTS_OF_DAY, "")
    return sitting.on, parts.index(sitting.part) % 3, max(sitting.of.values())
