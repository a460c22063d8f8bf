"""A finished Document out of a session, an outline and a language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportkit.assemble.chapters import grow
from reportkit.assemble.front import corner, job_line, masthead, title
from reportkit.assemble.inlines import Setter
from reportkit.assemble.numbering import (
    BELOW,
    Numbers,
    ends_of,
    label_headings,
    label_of,
    number,
)
from reportkit.assemble.outline import Outline
from reportkit.assemble.tree import (
    bare_id,
    Clause,
    Leaf,
    Node,
    Section,
    TableCell,
    TableClause,
    prune,
    section_ids,
)
from reportkit.assemble.wording import Wording
from reportkit.document.nodes import (
    Block,
    Cell,
    Content,
    Document,
    Heading,
    Item,
    Listing,
    Note,
    Paragraph,
    Property,
    Run,
    Setting,
    Table,
)
from reportkit.model.facts import Issue

WORDS_OF_WRITERS = ("contents", "footnotes", "permalink", "back")


class Order(NamedTuple):
    """What is to be assembled: a document of a session, or its merged draft."""

    id: str
    merged: bool = False


def assemble(
    wording: Wording, outlines: Mapping[str, Outline], order: Order
) -> Document:
    """The document, finished for every writer.

    `outlines` are by kind of document; raises MissingWord where a language
    lacks a word, a sentence or a name.
    """
    nodes, numbers = _numbered(wording, outlines, order)
    others = _Elsewhere(wording, outlines, order)
    setter = Setter(wording, numbers, others.find, [])
    layout = _Layout(setter, wording)
    layout.placed |= set(section_ids(nodes))
    blocks = tuple(layout.blocks(nodes))
    return _document(wording, order, setter, blocks)


def _numbered(
    wording: Wording, outlines: Mapping[str, Outline], order: Order
) -> tuple[tuple[Node, ...], Numbers]:
    """The pruned tree of a document, and the numbers in it."""
    issue = wording.session.facts.documents[order.id]
    outline = outline_of(outlines, issue, order)
    universe = parts_read(wording, order)
    grown = prune(grow(wording, outline, order.id), universe.__contains__)
    nodes = label_headings(grown, outline, wording.words)
    own = parts_printed(wording, order)
    nodes = _continued(prune(nodes, own.__contains__), wording, outline, issue, order)
    return nodes, number(nodes, wording.words)


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
    issues = wording.session.facts.documents
    issue = issues[order.id]
    if issue.kind == "report":
        return frozenset(issues)
    first = issue.of if issue.kind == "addendum" and issue.of else order.id
    addenda = (id for id, each in issues.items() if each.of == first)
    return frozenset({first, *addenda})


def parts_printed(wording: Wording, order: Order) -> frozenset[str]:
    """The documents whose passages are printed."""
    issue = wording.session.facts.documents[order.id]
    if order.merged or issue.kind == "report":
        return parts_read(wording, order)
    return frozenset({order.id})


def _continued(
    nodes: tuple[Node, ...],
    wording: Wording,
    outline: Outline,
    issue: Issue,
    order: Order,
) -> tuple[Node, ...]:
    """The tree with "(continued)" on headings that an earlier part began."""
    ids = list(wording.session.facts.documents)
    earlier = frozenset(ids[: ids.index(order.id)])
    made: list[Node] = []
    for node in nodes:
        if isinstance(node, Section):
            by_rule = node.role in outline.continued and bool(node.before & earlier)
            content = _continued(node.content, wording, outline, issue, order)
            notes = [node.note] if node.note else []
            if issue.continued.get(bare_id(node), by_rule):
                notes.append(wording.sentences.say("headings", "continued"))
            node = node._replace(content=content, note=" ".join(notes))
        made.append(node)
    return tuple(made)


class _Elsewhere:
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
                made = _numbered(self.wording, self.outlines, Order(name))
                self.known[name] = made[1]
            if id in self.known[name].pointed:
                return "-".join(issue.symbols), self.known[name].pointed[id]
        return None


class _Layout:
    """Turns a numbered tree into the blocks of a document."""

    def __init__(self, setter: Setter, wording: Wording) -> None:
        self.setter, self.wording = setter, wording
        self.labels = setter.numbers.labels
        self.placed: set[str] = set()

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
            if section.note:
                content = (*content, Run(" "), *self.setter.set(section.note))
            yield Heading(section.id, section.level, section.label, content)
        yield from self.blocks(section.content)

    def _clause(self, clause: Clause) -> Iterator[Block]:
        content = self.setter.set(clause.text, clause.missing, clause.id)
        if clause.opening:
            content = (*self.setter.set(clause.opening), Run(" "), *content)
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
        content = self.setter.set(leaf.text, leaf.missing, leaf.id)
        label = label_of(self.wording.words, leaf, listing, place)
        id = self._anchor(leaf.id)
        return Item(id, label, content, self._items(leaf.leaves, BELOW[listing]))

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
        return Cell(cell.id, self._content(cell), figure=bool(cell.text) and not letters)

    def _content(self, cell: TableCell) -> Content:
        return self.setter.set(cell.text, cell.missing, cell.id)


def _document(
    wording: Wording, order: Order, setter: Setter, blocks: tuple[Block, ...]
) -> Document:
    issue = wording.session.facts.documents[order.id]
    kind = "report" if issue.kind == "report" else "draft"
    words = wording.words
    subtitle = words.word("addendum") if issue.kind == "addendum" else ""
    return Document(
        id=f"{order.id}-merged" if order.merged else order.id,
        setting=_setting(wording),
        symbol="-".join(issue.symbols),
        masthead=masthead(wording, issue),
        corner=corner(wording),
        title=setter.set(title(wording, kind)),
        subtitle=(Run(subtitle),) if subtitle else (),
        blocks=blocks,
        notes=tuple(_notes(wording, setter)),
        job=job_line(wording, issue),
        date=_date(wording, issue),
        properties=(
            Property("session", wording.session.name),
            Property("document", order.id),
            Property("language", wording.code),
        ),
        words=tuple(Property(name, words.word(name)) for name in WORDS_OF_WRITERS),
    )


def _setting(wording: Wording) -> Setting:
    language = wording.words.language
    return Setting(
        language.tag,
        language.direction,
        str(wording.session.facts.paper),
        language.font,
        language.east_asian_font,
        language.complex_font,
    )


def _date(wording: Wording, issue: Issue) -> str:
    last = max(body.last for body in wording.session.facts.bodies.values())
    return (issue.dated or last).isoformat()


def _notes(wording: Wording, setter: Setter) -> Iterator[Note]:
    """The footnotes that were called, in that order; a note may call another."""
    place = 0
    while place < len(setter.notes):
        id = setter.notes[place]
        place += 1
        rendering = wording.text(id)
        content = setter.set(rendering.text, rendering.missing, id)
        yield Note(id, str(place), content)
