"""A report before it is numbered: sections and clauses, each with its part.

The tree is grown over everything that a draft and its addenda hold, so that an
item's letter can be its place among all of them; then it is pruned to the part
that a document carries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple


class Leaf(NamedTuple):
    """A point of a clause; `label` is given where it is not counted (an agenda).

    A point without a part goes with the one that it is under. `end` is the sign
    that its place sets after it.
    """

    id: str
    text: str
    part: str = ""
    missing: bool = False
    label: str = ""
    leaves: tuple[Leaf, ...] = ()
    end: str = ""


class Clause(NamedTuple):
    """A paragraph with the points under it.

    `listing` is points, dashes or agenda; `ends` says that the points' last
    signs are set by their place (; and .). A clause that `needs_points` falls
    with them, as a lead sentence does. `opening` is a derived sentence before a
    text that is not translated; `derived` holds the place of what facts say.
    """

    id: str
    text: str
    part: str = ""
    missing: bool = False
    listing: str = "points"
    leaves: tuple[Leaf, ...] = ()
    quotation: bool = False
    ends: bool = False
    needs_points: bool = False
    opening: str = ""
    derived: bool = False


class TableCell(NamedTuple):
    """A cell before its marks are read."""

    id: str
    text: str
    missing: bool = False


class TableClause(NamedTuple):
    """A table: its caption, its header and its rows."""

    id: str
    part: str
    caption: TableCell
    header: tuple[TableCell, ...]
    rows: tuple[tuple[TableCell, ...], ...]


class Section(NamedTuple):
    """A heading and what stands under it.

    `role` is chapter, group, item, section, topic or annex; the id of a chapter,
    a section or a group begins with it, so that it meets no passage's. `before`
    names the parts that began it before this document did.
    """

    id: str
    role: str
    level: int
    text: str
    content: tuple[Section | Clause | TableClause, ...] = ()
    label: str = ""
    note: str = ""
    missing: bool = False
    part: str = ""
    before: frozenset[str] = frozenset()


Node = Section | Clause | TableClause


def parts_of(node: Node) -> frozenset[str]:
    """The documents that a node has words in."""
    if isinstance(node, TableClause):
        return frozenset({node.part})
    if isinstance(node, Clause):
        return frozenset({node.part, *_parts_of_leaves(node.leaves)} - {""})
    own = frozenset(part for child in node.content for part in parts_of(child))
    return own or frozenset({node.part} - {""})


def _parts_of_leaves(leaves: tuple[Leaf, ...]) -> Iterator[str]:
    for leaf in leaves:
        yield leaf.part
        yield from _parts_of_leaves(leaf.leaves)


def prune(nodes: tuple[Node, ...], keep: Callable[[str], bool]) -> tuple[Node, ...]:
    """The nodes that a document carries; empty sections and lead sentences fall.

    A paragraph whose points alone are in the document leads them there again,
    as the lead sentence of recommendations does.
    """
    pruned = (_pruned(node, keep) for node in nodes)
    return tuple(node for node in pruned if node is not None)


def _pruned(node: Node, keep: Callable[[str], bool]) -> Node | None:
    if isinstance(node, TableClause):
        return node if keep(node.part) else None
    if isinstance(node, Clause):
        return _pruned_clause(node, keep)
    content = prune(node.content, keep)
    if not content and not (node.role == "topic" and keep(node.part)):
        return None
    before = frozenset(part for part in parts_of(node) if not keep(part))
    return node._replace(content=content, before=before)


def _pruned_clause(clause: Clause, keep: Callable[[str], bool]) -> Clause | None:
    leaves = tuple(_pruned_leaves(clause.leaves, clause.part, keep))
    own = not clause.needs_points and keep(clause.part)
    return clause._replace(leaves=leaves) if own or leaves else None


def _pruned_leaves(
    leaves: tuple[Leaf, ...], part: str, keep: Callable[[str], bool]
) -> Iterator[Leaf]:
    for leaf in leaves:
        own = leaf.part or part
        below = tuple(_pruned_leaves(leaf.leaves, own, keep))
        if below or keep(own):
            yield leaf._replace(leaves=below)


def bare_id(section: Section) -> str:
    """The id of a heading as people write it: `deliberations` for the chapter's."""
    return section.id.removeprefix(f"{section.role}-")


def section_ids(nodes: tuple[Node, ...]) -> Iterator[str]:
    """The ids of all headings."""
    for node in nodes:
        if isinstance(node, Section):
            yield node.id
            yield from section_ids(node.content)
