"""A draft and its addenda as one text, out of the finished documents.

The documents are those that were issued, or would be now: what is merged is their
words, whatever has become of the sources since. Only numbers are counted anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportkit.assemble.inlines import Setter
from reportkit.assemble.numbering import label_headings, number
from reportkit.assemble.outline import Outline
from reportkit.assemble.parts import Elsewhere, Order, numbered, outline_of
from reportkit.assemble.report import set_document
from reportkit.assemble.tree import Clause, Leaf, Node, Section
from reportkit.assemble.wording import Rendering, Wording
from reportkit.document.nodes import Document
from reportkit.revise.marked_text import source_text
from reportkit.revise.regrown import tree_of

Child = Section | Clause | Leaf


def merge_documents(
    documents: Mapping[str, Document],
    wording: Wording,
    outlines: Mapping[str, Outline],
    draft: str,
) -> Document:
    """The merged draft of a draft and its addenda, which are by name, the draft first.

    Sections of one id are one; what an addendum adds stands where the sources
    have it, or where it stood in the addendum.
    """
    order = Order(draft, merged=True)
    facts = wording.session.facts
    places = _places(numbered(wording, outlines, order)[0])
    items = frozenset(map(str, wording.session.items))
    nodes: tuple[Node, ...] = ()
    for name, document in documents.items():
        nodes = merge_nodes(nodes, tree_of(document, items, name), places)
    outline = outline_of(outlines, facts.documents[draft], order)
    nodes = label_headings(nodes, outline, wording.words)
    numbers = number(nodes, wording.words)
    find = Elsewhere(wording, outlines, order).find
    notes = {
        note.id: source_text(note.content)
        for document in documents.values()
        for note in document.notes
    }
    setter = Setter(wording, numbers, find, [])
    made = set_document(
        wording, order, nodes, setter, lambda id: Rendering(notes.get(id, ""))
    )
    first = documents[draft]
    return made._replace(
        symbol=first.symbol,
        masthead=first.masthead,
        corner=first.corner,
        title=first.title,
        job=first.job,
        date=first.date,
    )


def _places(nodes: Iterable[Node | Leaf]) -> dict[str, int]:
    """The place of every node in the text of the sources, by its id."""
    made: dict[str, int] = {}
    for node in nodes:
        made.setdefault(node.id, len(made))
        below = node.content if isinstance(node, Section) else ()
        leaves = node.leaves if isinstance(node, Clause | Leaf) else ()
        for id in _places((*below, *leaves)):
            made.setdefault(id, len(made))
    return made


def merge_nodes(
    first: tuple[Node, ...], second: tuple[Node, ...], places: Mapping[str, int]
) -> tuple[Node, ...]:
    """Two runs of siblings as one; those of one id have their content merged."""
    made = list(first)
    before = ""
    for node in second:
        known = next((n for n, each in enumerate(made) if each.id == node.id), None)
        if known is None:
            made.insert(_index(made, node.id, before, places), node)
        else:
            made[known] = _merged(made[known], node, places)
        before = node.id
    return tuple(made)


def _index(made: list[Node], id: str, before: str, places: Mapping[str, int]) -> int:
    """Where a node goes among its new siblings."""
    if id in places:
        place = places[id]
        later = (n for n, e in enumerate(made) if places.get(e.id, -1) > place)
        return next(later, len(made))
    neighbour = (n + 1 for n, each in enumerate(made) if each.id == before)
    return next(neighbour, len(made))


def _merged(one: Node, other: Node, places: Mapping[str, int]) -> Node:
    if isinstance(one, Section) and isinstance(other, Section):
        content = merge_nodes(one.content, other.content, places)
        return one._replace(content=content)
    if isinstance(one, Clause) and isinstance(other, Clause):
        return one._replace(leaves=_merged_leaves(one.leaves, other.leaves, places))
    return one


def _merged_leaves(
    one: tuple[Leaf, ...], other: tuple[Leaf, ...], places: Mapping[str, int]
) -> tuple[Leaf, ...]:
    """The points of both; those that the sources have keep the sources' order."""
    made = list(one)
    for leaf in other:
        later = (
            n
            for n, each in enumerate(made)
            if places.get(each.id, -1) > places.get(leaf.id, len(places))
        )
        made.insert(next(later, len(made)), leaf)
    return tuple(made)
