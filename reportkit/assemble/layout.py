"""The blocks of a document out of its numbered tree."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.inlines import Setter
from reportkit.assemble.numbering import BELOW, ends_of, label_of
from reportkit.assemble.tree import (
    Clause,
    Leaf,
    Node,
    Section,
    TableCell,
    TableClause,
    section_ids,
)
from reportkit.assemble.wording import Wording
from reportkit.document.nodes import (
    Block,
    Cell,
    Content,
    Heading,
    Item,
    Listing,
    Paragraph,
    Run,
    Table,
)
from reportkit.document.text import put_together


def lay_out(
    nodes: tuple[Node, ...], setter: Setter, wording: Wording
) -> tuple[Block, ...]:
    """The blocks of a tree, with every label typed and every mark in words."""
    return tuple(_Layout(setter, wording, set(section_ids(nodes))).blocks(nodes))


class _Layout:
    """Turns a tree into blocks; `placed` are the ids that have their place already."""

    def __init__(self, setter: Setter, wording: Wording, placed: set[str]) -> None:
        self.setter, self.wording, self.placed = setter, wording, placed
        self.labels = setter.numbers.labels
        self.space = (Run(" "),) if wording.words.language.spaced else ()

    def blocks(self, nodes: tuple[Node, ...]) -> Iterator[Block]:
        for node in nodes:
            if isinstance(node, Section):
                yield from self._section(node)
            elif isinstance(node, Clause):
                yield from self._clause(node)
            else:
                yield self._table(node)

    def _section(self, section: Section) -> Iterator[Block]:
        content = self.setter.set(section.text, section.missing, section.id)
        if section.role == "annex":
            label = (Run(section.label),)
            yield Heading("", 1, "", label, new_page=True)
            yield Heading(section.id, 1, "", content)
        else:
            note = self.setter.set(section.note)
            yield Heading(
                section.id,
                section.level,
                section.label,
                content,
                note=put_together((*self.space, *note)) if note else (),
            )
        yield from self.blocks(section.content)

    def _clause(self, clause: Clause) -> Iterator[Block]:
        content = self.setter.set(clause.text, clause.missing, clause.id)
        if clause.opening:
            content = (*self.setter.set(clause.opening), *self.space, *content)
        label = self.labels.get(clause.id, "")
        yield Paragraph(clause.id, label, content, clause.quotation)
        leaves, listing = clause.leaves, clause.listing
        if clause.ends:
            words = self.wording.words
            leaves = tuple(ends_of(leaves, words.end("item"), words.end("last")))
        if leaves:
            yield Listing(listing, self._items(leaves, listing))

    def _items(self, leaves: tuple[Leaf, ...], listing: str) -> tuple[Item, ...]:
        numbered = enumerate(leaves, 1)
        return tuple(self._item(leaf, listing, place) for place, leaf in numbered)

    def _item(self, leaf: Leaf, listing: str, place: int) -> Item:
        content = self._point(leaf)
        label = label_of(self.wording.words, leaf, listing, place)
        id = self._anchor(leaf.id)
        return Item(id, label, content, self._items(leaf.leaves, BELOW[listing]))

    def _point(self, leaf: Leaf) -> Content:
        """The words of a point; the sign after them is never a stand-in's."""
        if not leaf.missing:
            return self.setter.set(leaf.text + leaf.end, here=leaf.id)
        end = (Run(leaf.end),) if leaf.end else ()
        return (*self.setter.set(leaf.text, leaf.missing, leaf.id), *end)

    def _anchor(self, id: str) -> str:
        """The id at its main place: a heading, else where it is first printed."""
        if id in self.placed:
            return ""
        self.placed.add(id)
        return id

    def _table(self, table: TableClause) -> Table:
        return Table(
            table.id,
            self._content(table.caption),
            tuple(self._cell(cell) for cell in table.header),
            tuple(tuple(self._cell(cell) for cell in row) for row in table.rows),
        )

    def _cell(self, cell: TableCell) -> Cell:
        letters = any(character.isalpha() for character in cell.text)
        return Cell(
            cell.id, self._content(cell), figure=bool(cell.text) and not letters
        )

    def _content(self, cell: TableCell) -> Content:
        return self.setter.set(cell.text, cell.missing, cell.id)
