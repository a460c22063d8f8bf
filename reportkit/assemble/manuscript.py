"""A rapporteur's passages in one language, as nodes of the tree."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.tree import Clause, Leaf, Node, Section, TableCell, TableClause
from reportkit.assemble.wording import Wording
from reportkit.model.passages import Grid, Manuscript, Passage, Point

# How the lists of a passage are set.
LISTINGS = {"points": "points", "dashes": "dashes", "numbers": "agenda"}


def clauses_of(wording: Wording, manuscript: Manuscript) -> Iterator[Node]:
    """A node a passage, in order; a heading is a section that is still empty."""
    for passage in manuscript.passages:
        if passage.derived:
            own = passage.part or manuscript.part
            yield Clause(passage.id, "", own, derived=True)
            continue
        part = wording.session.part_of(passage.id, passage.part, manuscript.part)
        yield _node(wording, passage, part)


def _node(wording: Wording, passage: Passage, part: str) -> Node:
    if passage.table:
        return _table(wording, passage.id, passage.table, part)
    rendering = wording.text(passage.id)
    if passage.heading:
        missing = rendering.missing
        return Section(
            *(passage.id, "topic", passage.level, rendering.text),
            missing=missing,
            part=part,
        )
    return Clause(
        passage.id,
        rendering.text,
        part,
        rendering.missing,
        LISTINGS[str(passage.list)],
        _leaves(wording, passage, part),
        quotation=bool(passage.quotation),
        ends=passage.list == "points",
    )


def _leaves(wording: Wording, passage: Passage, part: str) -> tuple[Leaf, ...]:
    """The points of a passage; an inner list has its numbers as an agenda has."""
    leaves = tuple(_leaf(wording, point, part) for point in passage.points)
    if passage.list != "numbers":
        return leaves
    label = wording.words.label
    return tuple(
        leaf._replace(
            label=label("agenda", place),
            leaves=tuple(
                below._replace(label=label("subagenda", number))
                for number, below in enumerate(leaf.leaves, 1)
            ),
        )
        for place, leaf in enumerate(leaves, 1)
    )


def _leaf(wording: Wording, point: Point, part: str) -> Leaf:
    rendering = wording.text(point.id)
    below = ((each.id, wording.text(each.id)) for each in point.points)
    leaves = tuple(Leaf(id, each.text, "", each.missing) for id, each in below)
    return Leaf(
        point.id,
        rendering.text,
        _later(wording, point.part, part),
        rendering.missing,
        leaves=leaves,
    )


def _later(wording: Wording, own: str, lead: str) -> str:
    """The part of a point: never one that is issued before the words that lead it."""
    issued = list(wording.session.facts.documents)
    known = own in issued and lead in issued
    return own if known and issued.index(own) > issued.index(lead) else lead


def _table(wording: Wording, id: str, table: Grid, part: str) -> TableClause:
    header = tuple(_cell(wording, f"{id}-{column.id}") for column in table.columns)
    rows = tuple(
        tuple(_cell(wording, f"{id}-{row.id}-{column.id}") for column in table.columns)
        for row in table.rows
    )
    return TableClause(id, part, _cell(wording, f"{id}-caption"), header, rows)


def _cell(wording: Wording, id: str) -> TableCell:
    rendering = wording.text(id)
    return TableCell(id, rendering.text, rendering.missing)


def grown(nodes: tuple[Node, ...], level: int) -> tuple[Node, ...]:
    """The nodes with everything after a heading moved under it.

    `level` is that of the first headings; a deeper one goes under the one before it.
    """
    made: list[Node] = []
    at = 0
    while at < len(nodes):
        node, end = nodes[at], _end(nodes, at)
        if isinstance(node, Section):
            below = grown(nodes[at + 1 : end], level)
            node = node._replace(level=node.level + level - 1, content=below)
        made.append(node)
        at = end
    return tuple(made)


def _end(nodes: tuple[Node, ...], at: int) -> int:
    """The place after a node and what stands under it, if it is a heading."""
    head = nodes[at]
    if not isinstance(head, Section):
        return at + 1
    for place in range(at + 1, len(nodes)):
        node = nodes[place]
        if isinstance(node, Section) and node.level <= head.level:
            return place
    return len(nodes)
