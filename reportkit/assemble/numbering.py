"""Numbers and letters: computed over a pruned tree, never typed by anyone.

Headings are labelled before a document is pruned, because an item's letter is
its place among all parts; paragraphs and points after it, because every
document counts its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportkit.assemble.outline import Outline
from reportkit.assemble.tree import Clause, Leaf, Node, Section, TableClause
from reportkit.languages.words import Words

# How many headings of a kind there were so far.
Counts = dict[tuple[str, int], int]


def label_headings(
    nodes: tuple[Node, ...], outline: Outline, words: Words
) -> tuple[Node, ...]:
    """The tree with a label on every heading that its outline labels.

    A heading that is the only one of its kind under another has no label: if
    there is an A, there must also be a B (Editorial Manual, headings).
    """
    counts: Counts = {}
    siblings = [node for node in nodes if isinstance(node, Section)]
    made: list[Node] = []
    for node in nodes:
        if isinstance(node, Section):
            alone = sum(kind_of(each) == kind_of(node) for each in siblings) == 1
            node = _labelled(node, counts, outline, words, alone)
        made.append(node)
    return tuple(made)


def kind_of(heading: Section) -> tuple[str, int]:
    """What a heading is counted among: those of its role and its level."""
    return heading.role, heading.level


def _labelled(
    node: Section, counts: Counts, outline: Outline, words: Words, alone: bool
) -> Section:
    content = label_headings(node.content, outline, words)
    kind = "annex" if node.role == "annex" else outline.label_of(node.role, node.level)
    counts[kind_of(node)] = counts.get(kind_of(node), 0) + 1
    if not kind or (alone and node.level > 1):
        return node._replace(content=content)
    if node.role == "annex" and alone:
        return node._replace(content=content, label=words.word("annex"))
    label = words.label(kind, counts[kind_of(node)])
    return node._replace(content=content, label=label)


class Numbers(NamedTuple):
    """The labels of a document's passages, and how references name them.

    `labels` holds the typed labels of paragraphs (`6.`); `pointed` what a
    reference to a passage prints (`6 (j)`); `order` its place in the text;
    `annexes` the annex that it is in (`annex I`), where it is in one.
    """

    labels: dict[str, str]
    pointed: dict[str, str]
    order: dict[str, int]
    annexes: dict[str, str]

    def place_note(self, note: str, here: str) -> None:
        """Give a footnote the place that it is called from."""
        self.order[note] = self.order.get(here, 0)
        self.annexes[note] = self.annexes.get(here, "")


def number(nodes: tuple[Node, ...], words: Words) -> Numbers:
    """The numbers of a pruned tree: one sequence, begun again in each annex."""
    counter = _Counter(words)
    counter.count(nodes)
    return Numbers(counter.labels, counter.pointed, counter.order, counter.annexes)


class _Counter:
    """Walks a tree once, in the order of the text."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.paragraph = 0
        self.labels: dict[str, str] = {}
        self.pointed: dict[str, str] = {}
        self.order: dict[str, int] = {}
        self.annexes: dict[str, str] = {}

    def count(self, nodes: tuple[Node, ...]) -> None:
        for node in nodes:
            self.order.setdefault(node.id, len(self.order))
            if isinstance(node, Section):
                self._section(node)
            elif isinstance(node, Clause):
                self._clause(node)
            else:
                self._table(node)

    def _section(self, section: Section) -> None:
        self.pointed.setdefault(section.id, section.label.rstrip(".-、 "))
        if section.role == "annex":
            self._annex(section)
        else:
            self.count(section.content)

    def _annex(self, section: Section) -> None:
        """An annex begins its paragraphs again."""
        outer, self.paragraph = self.paragraph, 0
        before = set(self.order)
        self.count(section.content)
        name = section.label[:1].lower() + section.label[1:]
        self.annexes.update(dict.fromkeys(set(self.order) - before, name))
        self.paragraph = outer

    def _clause(self, clause: Clause) -> None:
        if clause.quotation:
            self._leaves(clause.leaves, clause.listing, "")
            return
        self.paragraph += 1
        reference = self.words.find("references", "number")
        self.labels[clause.id] = self.words.label("paragraph", self.paragraph)
        figure = self.words.figure(self.paragraph)
        self.pointed[clause.id] = reference.format(arabic=figure)
        self._leaves(clause.leaves, clause.listing, self.pointed[clause.id])

    def _table(self, table: TableClause) -> None:
        for cell in (
            table.caption,
            *table.header,
            *(c for row in table.rows for c in row),
        ):
            self.order.setdefault(cell.id, len(self.order))

    def _leaves(self, leaves: tuple[Leaf, ...], listing: str, above: str) -> None:
        for place, leaf in enumerate(leaves, 1):
            label = label_of(self.words, leaf, listing, place)
            pointed = self._pointed(above, label, listing)
            self.order.setdefault(leaf.id, len(self.order))
            self.pointed.setdefault(leaf.id, pointed)
            self._leaves(leaf.leaves, BELOW[listing], pointed)

    def _pointed(self, above: str, label: str, listing: str) -> str:
        if listing == "dashes":
            return above
        joined = "references", "joined"
        return self.words.filled(joined, number=above, label=label).strip()


# The label of a point by its listing, and the listing of the points below it.
LABELS = {"points": "point", "subpoints": "subpoint", "dashes": "dash"}
OPEN_ENDS = ("?", "!", "…", ":", "؟", "？", "！", "：")
# etc., U.S., EE. UU., и т. д., и др.
ABBREVIATED = re.compile(
    r"(?:\b[^\W\d]\.[ \u00a0]?[^\W\d]|\bEE\.[ \u00a0]?UU|\b(?:etc|др|пр))\.$"
)
CALLS = re.compile(r"(?:\{note: *[^{}]*\}|\^[^^]+\^)+$")
BELOW = {
    "points": "subpoints", "dashes": "dashes", "agenda": "agenda", "subpoints": "dashes"
}  # fmt: skip


def label_of(words: Words, leaf: Leaf, listing: str, place: int) -> str:
    """The label of a point: its own, or what its place in the listing gives."""
    return leaf.label or words.label(LABELS[listing], place)


def ends_of(leaves: tuple[Leaf, ...], item: str, last: str) -> Iterator[Leaf]:
    """The points with the signs that end them set by their place.

    A point that introduces others ends as it was typed; so does one that ends
    in a question. An abbreviation keeps its full stop.
    """
    for place, leaf in enumerate(leaves, 1):
        final = place == len(leaves)
        below = tuple(ends_of(leaf.leaves, item, last if final else item))
        text, end = leaf.text, ""
        if not leaf.leaves and not text.endswith(OPEN_ENDS):
            text, end = _ended_before_calls(text, last if final else item)
        yield leaf._replace(text=text, end=end, leaves=below)


def _ended_before_calls(text: str, sign: str) -> tuple[str, str]:
    """A text with its sign before the notes that it calls at its end."""
    said = CALLS.sub("", text)
    calls = text[len(said) :]
    bare, end = _ended(said, sign)
    typed = said != bare
    return (f"{bare}{end}{calls}", "") if calls and typed else _ended(text, sign)


def _ended(text: str, sign: str) -> tuple[str, str]:
    """A text without the sign that was typed after it, and the sign to set."""
    bare = text.rstrip(";；؛ \u00a0")
    if ABBREVIATED.search(bare):
        return bare, "" if sign == "." else sign
    return bare.rstrip(".;。；؛ \u00a0"), sign
