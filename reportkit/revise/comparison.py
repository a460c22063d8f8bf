"""One document out of two, with what was changed between them marked.

The later document's front, labels and order come out; what is gone stands where it
was. Accepting every change gives the later text, rejecting every one the earlier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from reportkit.document.nodes import (
    DELETED,
    INSERTED,
    MOVED_FROM,
    MOVED_TO,
    Cell,
    Change,
    Content,
    Corner,
    Deletion,
    Document,
    Fate,
    Heading,
    Inline,
    Insertion,
    Item,
    Note,
    NoteReference,
    Paragraph,
    Plain,
    Table,
)
from reportkit.document.text import put_together
from reportkit.revise.alignment import Line, Node, Pair, blocks_of, lines_of, paired
from reportkit.revise.difference import Stretch, stretches, words_in
from reportkit.revise.paragraph_ends import ended_apart

NO_CORNER = Corner((), ())
# The id of a note as the earlier text has it, where both texts call it.
WAS = "-was"


class Credit(NamedTuple):
    """A change of a passage and the words, without case, that it takes or gives."""

    change: Change
    words: frozenset[str] = frozenset()


class Credits(NamedTuple):
    """Whose each change is: by passage; `default` where nobody proposed it.

    `moved` are the passages that someone moved.
    """

    by_passage: Mapping[str, tuple[Credit, ...]]
    default: Change
    moved: frozenset[str] = frozenset()

    def of(self, id: str, words: frozenset[str] = frozenset()) -> Change:
        """The change that took or gave some words of a passage."""
        known = self.by_passage.get(id, ())
        if not known:
            return self.default
        return max(known, key=lambda credit: len(credit.words & words)).change


def compare(old: Document, new: Document, credits: Credits) -> Document:
    """The later document with all that was changed since the earlier one.

    Passages are paired by id and compared by words. The masthead is the later
    one's: it is told in the concordance, and not marked.
    """
    pairs = paired(lines_of(old.blocks), lines_of(new.blocks), credits.moved)
    marker = _Marker(credits)
    lines = tuple(line for pair in pairs for line in marker.lines(pair))
    blocks = blocks_of(ended_apart(lines))
    return new._replace(
        title=marker.words(old.title, new.title),
        subtitle=marker.words(old.subtitle, new.subtitle),
        corner=tuple(
            Corner(*(marker.words(*each) for each in zip(one, other, strict=True)))
            for one, other in zip_longest(old.corner, new.corner, fillvalue=NO_CORNER)
        ),
        blocks=blocks,
        notes=tuple(marker.notes(old.notes, new.notes)),
        comments=(),
    )


class _Marker:
    """Marks what was changed; remembers which footnotes each text calls."""

    def __init__(self, credits: Credits) -> None:
        self.credits = credits
        self.stayed: set[str] = set()
        self.gone: set[str] = set()
        self.moves: dict[str, str] = {}

    def lines(self, pair: Pair) -> Iterator[Line]:
        """What stands at a place of the two texts, marked."""
        if pair.at == "both" and pair.old and pair.new:
            yield from self._kept(pair.old, pair.new)
        elif pair.at == "old" and pair.old:
            yield self._one_sided(pair.old, pair.new, later=False)
        elif pair.new:
            yield self._one_sided(pair.new, pair.old, later=True)

    def _kept(self, old: Line, new: Line) -> Iterator[Line]:
        one, other = old.node, new.node
        if isinstance(one, Table) and isinstance(other, Table):
            if _columns(one) != _columns(other):
                yield self._one_sided(old, None, later=False)
                yield self._one_sided(new, None, later=True)
            else:
                yield new._replace(node=self._table(one, other))
        elif not isinstance(other, Table):
            content = self.words(_content(one), _content(other), other.id)
            yield new._replace(node=_with(other, content, None))

    def _one_sided(self, line: Line, other: Line | None, later: bool) -> Line:
        """A line that comes or goes, or one of the two places of a move."""
        node = line.node
        kind = KINDS[later, other is not None]
        fate = Fate(kind, self.credits.of(node.id), self._move(line) if other else "")
        if isinstance(node, Table):
            return line._replace(node=node._replace(fate=fate))
        content = _content(node)
        if other is None or isinstance(other.node, Table):
            return line._replace(node=_with(node, self._side(content, later), fate))
        texts = (
            (_content(other.node), content)
            if later
            else (content, _content(other.node))
        )
        found = stretches(*texts)
        return line._replace(node=_with(node, self._half(found, node.id, later), fate))

    def _move(self, line: Line) -> str:
        """The name of a move, the same at both of its places."""
        return self.moves.setdefault(line.key, f"move{len(self.moves) + 1}")

    def _half(self, found: Iterable[Stretch], id: str, later: bool) -> Iterator[Inline]:
        """One side of a passage that moved: its own words are a change in the move."""
        for each in found:
            own = self._side(each.new if later else each.old, later)
            if each.same:
                yield from own
            elif own:
                yield (Insertion if later else Deletion)(own, self._by(each, id))

    def words(self, old: Content, new: Content, id: str = "") -> Content:
        """A content with what was changed in it, word by word."""
        made: list[Inline] = []
        for each in stretches(old, new):
            if each.same:
                self.stayed |= set(_called(each.new))
                made += each.new
                continue
            if each.old:
                made.append(Deletion(self._side(each.old, False), self._by(each, id)))
            if each.new:
                made.append(Insertion(self._side(each.new, True), self._by(each, id)))
        return _together(made)

    def _by(self, each: Stretch, id: str) -> Change:
        return self.credits.of(id, words_in((*each.old, *each.new)))

    def _side(self, content: Content, later: bool) -> tuple[Plain, ...]:
        """Words of one text alone; the earlier one calls its own copies of notes."""
        plain = tuple(
            each for each in content if not isinstance(each, Insertion | Deletion)
        )
        if later:
            return put_together(plain)
        self.gone |= set(_called(plain))
        return put_together(
            each._replace(note=each.note + WAS)
            if isinstance(each, NoteReference)
            else each
            for each in plain
        )

    def _table(self, old: Table, new: Table) -> Table:
        """A table with its cells compared, and rows that come and go."""
        rows: list[tuple[tuple[Cell, ...], Fate | None]] = []
        by = self.credits.of(new.id)
        matcher = SequenceMatcher(None, _rows(old), _rows(new), autojunk=False)
        for tag, i, j, m, n in matcher.get_opcodes():
            if tag == "equal":
                rows += (
                    (self._cells(*each), None)
                    for each in zip(old.rows[i:j], new.rows[m:n], strict=True)
                )
            else:
                rows += ((row, Fate(DELETED, by)) for row in old.rows[i:j])
                rows += ((row, Fate(INSERTED, by)) for row in new.rows[m:n])
        fates = tuple(fate for _, fate in rows)
        return new._replace(
            caption=self.words(old.caption, new.caption, new.id),
            header=self._cells(old.header, new.header),
            rows=tuple(row for row, _ in rows),
            fates=fates if any(fates) else (),
        )

    def _cells(self, old: tuple[Cell, ...], new: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(
            other._replace(content=self.words(one.content, other.content, other.id))
            for one, other in zip(old, new, strict=True)
        )

    def notes(self, old: tuple[Note, ...], new: tuple[Note, ...]) -> Iterator[Note]:
        """The footnotes of both texts; one that only the earlier calls is gone."""
        before = {note.id: note for note in old}
        for note in new:
            if note.id in self.stayed and note.id in before:
                content = self.words(before[note.id].content, note.content, note.id)
                note = note._replace(content=content)
            yield note
        for note in old:
            if note.id in self.gone:
                fate = Fate(DELETED, self.credits.of(note.id))
                yield note._replace(id=note.id + WAS, fate=fate)


# What becomes of a line: whether it is of the later text, whether both have it.
KINDS = {
    (False, False): DELETED,
    (False, True): MOVED_FROM,
    (True, False): INSERTED,
    (True, True): MOVED_TO,
}


def _content(node: Node) -> Content:
    if isinstance(node, Table):
        return node.caption
    return (*node.content, *node.note) if isinstance(node, Heading) else node.content


def _with(
    node: Heading | Paragraph | Item, content: Iterable[Inline], fate: Fate | None
) -> Node:
    made = node._replace(content=tuple(content), fate=fate)
    return made._replace(note=()) if isinstance(made, Heading) else made


def _called(content: Iterable[Inline]) -> Iterator[str]:
    return (each.note for each in content if isinstance(each, NoteReference))


def _columns(table: Table) -> tuple[str, ...]:
    return tuple(cell.id for cell in table.header)


def _rows(table: Table) -> list[tuple[str, ...]]:
    return [tuple(cell.id for cell in row) for row in table.rows]


def _together(made: Iterable[Inline]) -> Content:
    """Neighbouring words that stay as one run again, changes between them."""
    content: list[Inline] = []
    plain: list[Plain] = []
    for each in made:
        if isinstance(each, Insertion | Deletion):
            content += (*put_together(plain), each)
            plain = []
        else:
            plain.append(each)
    return (*content, *put_together(plain))
