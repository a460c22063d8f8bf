"""Passages of a draft found again in its final report, by their words and their order.

What most of the words have in common is the same passage, wherever it stands; where
less is left, the passage between the same neighbours is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportkit.revise.likeness import likeness

# Words in common that are enough anywhere, and between the same neighbours.
ENOUGH, BETWEEN = 0.6, 0.42


class Match(NamedTuple):
    """A passage of the draft (`old`) and of the final (`new`), by their places.

    `sure` is the share of their words that is the same; `moved` says that the order
    of most of the others is another.
    """

    old: int
    new: int
    sure: float
    moved: bool = False


def matched(old: Sequence[str], new: Sequence[str]) -> tuple[Match, ...]:
    """The passages that both texts have, in the order of the draft."""
    strong = _strong(old, new)
    kept = _in_order(strong)
    pairs = {match.old: match for match in kept}
    for match in strong:
        if match.old not in pairs:
            pairs[match.old] = match._replace(moved=True)
    for match in tuple(_between(old, new, kept, pairs)):
        pairs[match.old] = match
    return tuple(pairs[place] for place in sorted(pairs))


def _strong(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    """Pairs that are alike enough, each passage in one; the most alike go first."""
    found = [
        Match(i, j, sure)
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if (sure := likeness(one, other)) >= ENOUGH
    ]
    found.sort(key=lambda match: (-match.sure, abs(match.old - match.new)))
    used: tuple[set[int], set[int]] = set(), set()
    made: list[Match] = []
    for match in found:
        if match.old not in used[0] and match.new not in used[1]:
            made.append(match)
            used[0].add(match.old)
            used[1].add(match.new)
    return sorted(made)


def _in_order(matches: Sequence[Match]) -> list[Match]:
    """As many matches as stand in one order in both texts."""
    ends: list[int] = []
    at: list[int] = []
    before: dict[int, int] = {}
    for n, match in enumerate(matches):
        length = bisect_left(ends, match.new)
        ends[length : length + 1] = [match.new]
        at[length : length + 1] = [n]
        if length:
            before[n] = at[length - 1]
    made: list[Match] = []
    place: int | None = at[-1] if at else None
    while place is not None:
        made.append(matches[place])
        place = before.get(place)
    return made[::-1]


def _between(
    old: Sequence[str],
    new: Sequence[str],
    kept: Sequence[Match],
    pairs: dict[int, Match],
) -> Iterator[Match]:
    """Passages between the same neighbours that have less in common."""
    taken = {match.new for match in pairs.values()}
    edges = [Match(-1, -1, 1.0), *kept, Match(len(old), len(new), 1.0)]
    for first, second in pairwise(edges):
        low = first.new + 1
        for i in range(first.old + 1, second.old):
            if i in pairs:
                continue
            free = (j for j in range(low, second.new) if j not in taken)
            best = max(((likeness(old[i], new[j]), -j) for j in free), default=(0.0, 0))
            if best[0] >= BETWEEN:
                low = -best[1] + 1
                yield Match(i, -best[1], best[0])
