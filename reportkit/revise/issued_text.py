"""An issued text: what each passage is called in it, and what belongs to what.

Words of a later text are told with the numbers and labels of the issue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby, takewhile
from typing import NamedTuple

from reportkit.document.nodes import (
    Content,
    Document,
    Heading,
    Inline,
    Item,
    NoteReference,
    Paragraph,
    Reference,
    Run,
)
from reportkit.languages.words import Words
from reportkit.revise.alignment import Line, Pair, blocks_of, lines_of
from reportkit.revise.numbers import numbers_in


class Place(NamedTuple):
    """Where a passage stands: its number, or that of the paragraph it belongs to.

    `own` says that the number is no other passage's; `section` is the heading
    above, `annex` that of the annex, where it is in one.
    """

    number: str
    own: bool
    section: Content
    annex: Content


class IssuedText(NamedTuple):
    """The lines of an issued document, by row, with the places of each by its key."""

    lines: tuple[Line, ...]
    rows: Mapping[str, int]
    places: Mapping[str, Place]

    @staticmethod
    def of(document: Document, words: Words) -> IssuedText:
        """The text of a document in the language of some words."""
        lines = lines_of(document.blocks)
        rows = {line.key: row for row, line in enumerate(lines)}
        return IssuedText(lines, rows, places_in(document, words))

    def up_to(self, row: int, depth: int) -> int:
        """The nearest row, this one or above, that is no point deeper than a depth."""
        while row >= 0 and depth_of(self.lines[row]) > depth:
            row -= 1
        return row

    def goes_whole(self, line: Line, gone: frozenset[str]) -> bool:
        """Whether all points below a line are among those that go."""
        after = self.lines[self.rows[line.key] + 1 :]
        below = takewhile(lambda each: depth_of(each) > depth_of(line), after)
        return all(each.key in gone for each in below)

    def goes_with_another(self, line: Line, gone: frozenset[str]) -> bool:
        """Whether a line is a point of a passage that goes as a whole."""
        return any(
            self.places[each.key].own and self.goes_whole(each, gone)
            for each in self._over(line)
            if each.key in gone
        )

    def _over(self, line: Line) -> Iterator[Line]:
        """The passages that a line is a point of, the nearest first."""
        row, depth = self.rows[line.key], depth_of(line)
        while row > 0 and depth >= 0:
            row = self.up_to(row - 1, depth - 1)
            depth = depth_of(self.lines[row])
            yield self.lines[row]


def depth_of(line: Line) -> int:
    """How deep a point lies; what is no point lies above all of them."""
    return line.depth if isinstance(line.node, Item) else -1


def places_in(document: Document, words: Words) -> dict[str, Place]:
    """The places of a document's lines by their keys."""
    numbers = _numbers_by_line(document, words)
    made: dict[str, Place] = {}
    here = Place("", False, (), ())
    for line in lines_of(document.blocks):
        if isinstance(line.node, Heading):
            text = _named(line.node, words)
            here = Place("", False, text, text if line.node.new_page else here.annex)
            made[line.key] = here
        else:
            made[line.key] = _place(line, numbers[line.key], here)
        if isinstance(line.node, Paragraph):
            here = made[line.key]
    return made


def _place(line: Line, number: str, here: Place) -> Place:
    """The place of a line that is no heading, under the last block.

    `number` is its own, or that of the last paragraph that has one, wherever it is.
    """
    label = bool(getattr(line.node, "label", ""))
    if isinstance(line.node, Paragraph) and label:
        return here._replace(number=number, own=True)
    if line.listing and here.number:
        return here._replace(number=number, own=label and line.listing == "points")
    return here._replace(own=False)


def _named(heading: Heading, words: Words) -> Content:
    """A heading with its label, as it is named."""
    space = " " if words.language.spaced else ""
    label = (Run(heading.label + space),) if heading.label else ()
    return (*label, *heading.content, *heading.note)


def _numbers_by_line(document: Document, words: Words) -> dict[str, str]:
    """The number of every line, of those too that have no id."""
    lines = (
        line._replace(node=line.node._replace(id=line.key))
        for line in lines_of(document.blocks)
    )
    return numbers_in(document._replace(blocks=blocks_of(lines)), words)


def matched(pairs: tuple[Pair, ...]) -> Iterator[Pair]:
    """The pairs, with lines that have no id matched where as many go as come."""
    for stays, group in groupby(pairs, lambda pair: pair.at == "both"):
        run = tuple(group)
        gone = [e.old for e in run if e.old and e.at == "old" and not e.old.node.id]
        come = [e.new for e in run if e.new and e.at == "new" and not e.new.node.id]
        if stays or list(map(_kind, gone)) != list(map(_kind, come)):
            yield from run
            continue
        named = {*(e.key for e in gone), *(e.key for e in come)}
        yield from (e for e in run if not named & {line.key for line in e[:2] if line})
        yield from (Pair(*each) for each in zip(gone, come, strict=True))


def _kind(line: Line) -> tuple[object, ...]:
    return type(line.node), line.listing, line.depth


class Renumbering(NamedTuple):
    """The numbers of passages, as issued and as they are now, and footnotes' labels."""

    was: Mapping[str, str]
    now: Mapping[str, str]
    labels: Mapping[str, str]

    def as_issued(self, content: Content, old: Content = ()) -> Content:
        """A content of now that points with the numbers of the issue.

        A reference that `old` has too is told as it is told there.
        """
        known = {_aim(each): each for each in old if isinstance(each, Reference)}
        return tuple(self._as_issued(each, known) for each in content)

    def _as_issued(
        self, each: Inline, known: Mapping[tuple[str, ...], Reference]
    ) -> Inline:
        if isinstance(each, NoteReference):
            return each._replace(label=self.labels.get(each.note, each.label))
        if isinstance(each, Reference):
            return known.get(_aim(each)) or self._renumbered(each)
        return each

    def _renumbered(self, each: Reference) -> Reference:
        was, now = (known.get(each.target, "") for known in (self.was, self.now))
        if each.elsewhere or not (was and now):
            return each
        return each._replace(text=each.text.replace(now, was, 1))


def renumbering(issued: Document, now: Document, words: Words) -> Renumbering:
    """How the passages of an issued document are numbered now."""
    labels = {note.id: note.label for note in issued.notes}
    return Renumbering(numbers_in(issued, words), numbers_in(now, words), labels)


def _aim(each: Reference) -> tuple[str, ...]:
    return each.target, each.form, each.case
