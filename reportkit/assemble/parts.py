"""The parts of a session that a document prints, as a numbered tree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reportkit.assemble.chapters import grow
from reportkit.assemble.numbering import (
    Counts,
    Numbers,
    kind_of,
    label_headings,
    number,
)
from reportkit.assemble.outline import Outline
from reportkit.assemble.tree import Node, Section, bare_id, prune
from reportkit.assemble.wording import Wording
from reportkit.languages.words import Words
from reportkit.model.facts import Issue


class Order(NamedTuple):
    """What is to be assembled: a document of a session, or its merged draft."""

    id: str
    merged: bool = False


def numbered(
    wording: Wording, outlines: Mapping[str, Outline], order: Order
) -> tuple[tuple[Node, ...], Numbers]:
    """The pruned tree of a document, and the numbers in it."""
    facts = wording.session.facts
    issue, root = facts.documents[order.id], facts.root_of(order.id)
    outline = outline_of(outlines, facts.documents[root], order)
    universe = parts_read(wording, order)
    grown = prune(grow(wording, outline, root), universe.__contains__)
    nodes = label_headings(grown, outline, wording.words)
    if issue.headings:
        nodes = renumbered(nodes, outline, wording.words, issue)
    own = parts_printed(wording, order)
    nodes = continued(prune(nodes, own.__contains__), wording, outline, issue, order)
    return nodes, number(nodes, wording.words)


def renumbered(
    nodes: tuple[Node, ...], outline: Outline, words: Words, issue: Issue
) -> tuple[Node, ...]:
    """The tree with the numbers that a document gives to headings.

    Those after a heading go on from its number; it has one even if it is alone.
    """
    counts: Counts = {}
    made: list[Node] = []
    for node in nodes:
        if isinstance(node, Section):
            given = issue.headings.get(bare_id(node))
            count = given or counts.get(kind_of(node), 0) + 1
            numbered = given or kind_of(node) in counts
            if numbered:
                counts[kind_of(node)] = count
            kind = outline.label_of(node.role, node.level) if numbered else ""
            label = words.label(kind, count) if kind else node.label
            content = renumbered(node.content, outline, words, issue)
            node = node._replace(label=label, content=content)
        made.append(node)
    return tuple(made)


def outline_of(outlines: Mapping[str, Outline], issue: Issue, order: Order) -> Outline:
    """The outline of a document; a merged draft has the report's, worded as a draft."""
    if not order.merged:
        return outlines["report" if issue.kind == "report" else "draft"]
    from_draft = {chapter.id for chapter in outlines["draft"].chapters}
    report = outlines["report"]
    chapters = tuple(each for each in report.chapters if each.id in from_draft)
    return Outline(
        outlines["draft"].kind,
        report.levels,
        chapters,
        report.roles,
        report.continued,
        report.item_numbers,
        report.place,
    )


def parts_read(wording: Wording, order: Order) -> frozenset[str]:
    """The documents whose passages count for the letters of headings."""
    issues, root = wording.session.facts.documents, _root(wording, order)
    issue = issues[root]
    if issue.kind == "report":
        return frozenset(issues)
    first = issue.of if issue.kind == "addendum" and issue.of else root
    addenda = (id for id, each in issues.items() if each.of == first)
    return frozenset({first, *addenda})


def parts_printed(wording: Wording, order: Order) -> frozenset[str]:
    """The documents whose passages are printed."""
    root = _root(wording, order)
    if order.merged or wording.session.facts.documents[root].kind == "report":
        return parts_read(wording, order)
    return frozenset({root})


def _root(wording: Wording, order: Order) -> str:
    """The document whose passages are printed: a revision prints another's again."""
    return wording.session.facts.root_of(order.id)


def continued(
    nodes: tuple[Node, ...],
    wording: Wording,
    outline: Outline,
    issue: Issue,
    order: Order,
) -> tuple[Node, ...]:
    """The tree with "(continued)" on headings that an earlier part began."""
    ids = list(wording.session.facts.documents)
    earlier = frozenset(ids[: ids.index(_root(wording, order))])
    made: list[Node] = []
    for node in nodes:
        if isinstance(node, Section):
            by_rule = node.role in outline.continued and bool(node.before & earlier)
            content = continued(node.content, wording, outline, issue, order)
            notes = [node.note] if node.note else []
            if issue.continued.get(bare_id(node), by_rule):
                notes.append(wording.sentences.say("headings", "continued"))
            node = node._replace(content=content, note=" ".join(notes))
        made.append(node)
    return tuple(made)


class Elsewhere:
    """Finds a passage in the other documents of a session, numbered on demand."""

    def __init__(
        self, wording: Wording, outlines: Mapping[str, Outline], order: Order
    ) -> None:
        self.wording, self.outlines, self.order = wording, outlines, order
        self.known: dict[str, Numbers] = {}

    def find(self, id: str) -> tuple[str, str] | None:
        """The symbol of the document that a passage is in, and its number there."""
        for name, issue in self.wording.session.facts.documents.items():
            if name == self.order.id:
                continue
            if name not in self.known:
                made = numbered(self.wording, self.outlines, Order(name))
                self.known[name] = made[1]
            if id in self.known[name].pointed:
                return "-".join(issue.symbols), self.known[name].pointed[id]
        return None
