"""Two documents laid side by side: which passages stay, move, come and go.

Passages are paired by their ids alone. What stays in the order that most of the
text has is kept; the rest of what both have is moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reportkit.document.nodes import (
    Block,
    Content,
    Heading,
    Item,
    Listing,
    Paragraph,
    Table,
)
from reportkit.document.text import text_of

Node = Heading | Paragraph | Item | Table


class Line(NamedTuple):
    """A paragraph of a document by itself; a point has its listing and depth."""

    key: str
    node: Node
    listing: str = ""
    depth: int = 0


class Pair(NamedTuple):
    """A line of one document with the same line of the other, where it has it.

    `at` tells whose place it is: that of "both", of the "old" or of the "new".
    """

    old: Line | None
    new: Line | None
    at: str = "both"


def lines_of(blocks: Iterable[Block]) -> tuple[Line, ...]:
    """The lines of a document; one without an id is known by its words."""
    seen: Counter[str] = Counter()
    made: list[Line] = []
    for line in _lines(blocks):
        kind = type(line.node).__name__.lower()
        key = line.key or f"{kind} {text_of(_words(line.node))}"
        seen[key] += 1
        name = key if seen[key] == 1 else f"{key} {seen[key]}"
        made.append(line._replace(key=name))
    return tuple(made)


def _words(node: Node) -> Content:
    return node.caption if isinstance(node, Table) else node.content


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Listing):
            yield from _items(block.items, block.kind, 0)
        else:
            table = isinstance(block, Table) and block.id
            yield Line(f"table {block.id}" if table else block.id, block)


def _items(items: Iterable[Item], listing: str, depth: int) -> Iterator[Line]:
    for item in items:
        yield Line(item.id, item._replace(items=()), listing, depth)
        yield from _items(item.items, listing, depth + 1)


def blocks_of(lines: Iterable[Line]) -> tuple[Block, ...]:
    """The blocks of a document out of its lines, points in their listings again."""
    made: list[Block] = []
    run: list[Line] = []
    for line in lines:
        if run and (not line.listing or line.listing != run[-1].listing):
            made.append(_listing(run))
            run = []
        if line.listing:
            run.append(line)
        elif not isinstance(line.node, Item):
            made.append(line.node)
    return (*made, *([_listing(run)] if run else ()))


def _listing(run: list[Line]) -> Listing:
    return Listing(run[0].listing, _nested(run, 0))


def _nested(run: list[Line], depth: int) -> tuple[Item, ...]:
    """The points of a depth, each with those that follow it and lie deeper."""
    made: list[Item] = []
    start = 0
    while start < len(run):
        ends = (n for n in range(start + 1, len(run)) if run[n].depth <= depth)
        end = next(ends, len(run))
        node = run[start].node
        if isinstance(node, Item):
            made.append(node._replace(items=_nested(run[start + 1 : end], depth + 1)))
        start = end
    return tuple(made)


def paired(
    old: tuple[Line, ...], new: tuple[Line, ...], moved: frozenset[str] = frozenset()
) -> tuple[Pair, ...]:
    """Both documents in one sequence: what goes stands before what comes.

    `moved` are ids that people moved: they are the moved ones where the order
    alone would leave a choice.
    """
    before = {line.key: line for line in old}
    after = {line.key: line for line in new}
    kept = _kept(old, new, moved)
    made: list[Pair] = []
    left = iter(old)
    arrived: list[Pair] = []
    for line in new:
        if line.key not in kept:
            arrived.append(Pair(before.get(line.key), line, "new"))
            continue
        gone = _until(left, line.key)
        made += (Pair(each, after.get(each.key), "old") for each in gone)
        made += arrived
        made.append(Pair(before[line.key], line))
        arrived = []
    made += (Pair(each, after.get(each.key), "old") for each in left)
    return (*made, *arrived)


def _until(lines: Iterator[Line], key: str) -> list[Line]:
    """The lines before one, which is passed over too."""
    found: list[Line] = []
    for line in lines:
        if line.key == key:
            break
        found.append(line)
    return found


def _kept(
    old: tuple[Line, ...], new: tuple[Line, ...], moved: frozenset[str]
) -> frozenset[str]:
    """The lines that keep their order: of all choices, those with the most text."""
    place = {line.key: n for n, line in enumerate(old)}
    both = [line for line in new if line.key in place]
    weights = {line.key: _weight(line, moved) for line in both}
    order = _heaviest(
        [place[line.key] for line in both], [weights[e.key] for e in both]
    )
    return frozenset(both[n].key for n in order)


def _weight(line: Line, moved: frozenset[str]) -> int:
    return 1 if line.key in moved else 100 + len(text_of(_words(line.node)))


def _heaviest(places: list[int], weights: list[int]) -> Iterator[int]:
    """The indices of the heaviest increasing subsequence, from its end.

    A tree of maxima over prefixes (Fenwick): n log n, for thousands of passages.
    """
    best: list[int] = []
    before: dict[int, int] = {}
    tree: dict[int, int] = {}
    size = max(places, default=0) + 1
    for n, (place, weight) in enumerate(zip(places, weights, strict=True)):
        last = _best_below(tree, best, place)
        best.append(weight + (best[last] if last is not None else 0))
        if last is not None:
            before[n] = last
        _enter(tree, best, place + 1, n, size)
    if best:
        at = max(range(len(best)), key=best.__getitem__)
        yield at
        while at in before:
            at = before[at]
            yield at


def _best_below(tree: Mapping[int, int], best: list[int], place: int) -> int | None:
    found: int | None = None
    while place > 0:
        n = tree.get(place)
        if n is not None and (found is None or best[n] > best[found]):
            found = n
        place -= place & -place
    return found


def _enter(
    tree: dict[int, int], best: list[int], place: int, n: int, size: int
) -> None:
    while place <= size:
        if place not in tree or best[n] > best[tree[place]]:
            tree[place] = n
        place += place & -place
