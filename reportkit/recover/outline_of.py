"""The structure of a report: its paragraphs, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import NamedTuple

from reportkit.model.minting import mint
from reportkit.model.passages import CHAPTERS
from reportkit.problems import Place
from reportkit.published.lines import (
    AGENDA,
    DASH,
    HEADING,
    PARAGRAPH,
    POINT,
    QUOTATION,
    ROW,
    Line,
)
from reportkit.recover.folding import alike
from reportkit.recover.naming import NOTHING_SAID
from reportkit.recover.terms import Brackets, Terms, without_brackets

# What stands before the first chapter is of none.
ANNEXES, OPEN = "annexes", ""
ORGANIZATION = "organization"
# Chapters that have recommendations and summaries of items.
STRUCTURED = frozenset({"recommendations", "deliberations"})
JOINT = "joint"
# What a heading is the heading of.
CHAPTER, SECTION, GROUP, ITEM, TOPIC = "chapter", "section", "group", "item", "topic"
# Letters that a case may change, and words that a name needs to be known without.
ENDING, FEWEST = 3, 3
UNDER = (POINT, DASH, AGENDA)
# Files in a language's folder that are no chapters.
NO_CHAPTERS = frozenset({"titles", "overrides", "names", "amendments", "glossary"})


class Chunk(NamedTuple):
    """A heading, a paragraph, a quotation or a table, with what is under it.

    `role` is that of a heading; `summary` counts the summaries of items from 1, and
    is 0 outside of them. `group` is a body by its id, or "joint". A chapter that no
    outline knows has an id of its own, and may be a summary.
    """

    kind: str
    line: Line
    under: tuple[Line, ...] = ()
    role: str = ""
    chapter: str = ""
    section: str = ""
    group: str = ""
    summary: int = 0
    brackets: Brackets = Brackets()
    caption: Line | None = None


class Bodies(NamedTuple):
    """The bodies that met, by id, as headings name them."""

    names: tuple[tuple[str, str], ...]

    def named(self, heading: str) -> tuple[str, ...]:
        """The bodies whose full names stand in a heading, in whatever case."""
        text = alike(heading)
        found = [(alike(name), id) for id, name in self.names if says(text, name)]
        longer = [name for name, _ in found]
        return tuple(
            id
            for name, id in found
            if not any(name != other and name in other for other in longer)
        )

    def headed(self, heading: str) -> str:
        """The body that a heading is, or "joint" for the items of several."""
        found = self.named(heading)
        if len(found) == 1 and alike(dict(self.names)[found[0]]) == alike(heading):
            return found[0]
        return JOINT if len(found) > 1 else ""


def says(text: str, name: str) -> bool:
    """Whether a text has a name in it, if need be with other endings."""
    if alike(name) in text:
        return True
    words, own = text.split(), [word[:-ENDING] or word for word in alike(name).split()]
    return len(own) >= FEWEST and any(
        all(map(str.startswith, words[at:], own))
        for at in range(len(words) - len(own) + 1)
    )


def outline_of(lines: Iterable[Line], bodies: Bodies, terms: Terms) -> list[Chunk]:
    """The chunks of a report's body, in order."""
    walk = _Walk(bodies, terms)
    for line in lines:
        walk.take(line)
    return walk.chunks


class _Walk:
    """Goes over the lines once; `last` is where the next paragraph stands."""

    def __init__(self, bodies: Bodies, terms: Terms) -> None:
        self.bodies, self.terms = bodies, terms
        self.chunks: list[Chunk] = []
        self.last = Chunk("", Line("", "", Place("")))
        self.summaries = 0
        self.level_of_items = 0
        self.chapters: set[str] = set(NO_CHAPTERS)
        self.own: set[str] = set()

    def take(self, line: Line) -> None:
        if line.kind == HEADING:
            self._heading(line)
        elif self._goes_under(line):
            last = self.chunks[-1]
            self.chunks[-1] = last._replace(under=(*last.under, line))
        elif line.kind == ROW:
            self._table(line)
        elif line.kind in (PARAGRAPH, QUOTATION, *UNDER):
            kind = PARAGRAPH if line.kind in UNDER else line.kind
            self.chunks.append(self.last._replace(kind=kind, line=line, under=()))

    def _goes_under(self, line: Line) -> bool:
        """Whether a line stands under the last chunk: a point, or a row of a table."""
        kind = self.chunks[-1].kind if self.chunks else ""
        is_row = line.kind == ROW and line.level > 1 and kind == ROW
        return is_row or (line.kind in UNDER and kind == PARAGRAPH)

    def _table(self, line: Line) -> None:
        """Begin a table; a paragraph without a number over it is its caption."""
        before = self.chunks[-1] if self.chunks else None
        made = self.last._replace(kind=ROW, line=line, under=())
        if before and before.kind == PARAGRAPH and _is_caption(before):
            self.chunks.pop()
            made = made._replace(caption=before.line)
        self.chunks.append(made)

    def _heading(self, line: Line) -> None:
        text, brackets = without_brackets(line.text, self.terms)
        made = self._placed(line, text, brackets)
        self.last = made._replace(role="", brackets=Brackets(), kind="")
        self.chunks.append(made._replace(kind=HEADING, line=line, brackets=brackets))

    def _placed(self, line: Line, text: str, brackets: Brackets) -> Chunk:
        """Where a heading stands, and what it is the heading of."""
        if line.level <= 1:
            self.level_of_items = 0
            return self._chapter(line, text, brackets)
        last = self.last
        section = self._section(last.chapter, text)
        if section:
            return last._replace(role=SECTION, section=section, group="", summary=0)
        group = self.bodies.headed(text)
        if group and last.chapter not in ("introduction", ANNEXES, OPEN):
            self.level_of_items = 0
            return last._replace(role=GROUP, group=group, summary=0)
        if last.chapter == "deliberations" and self._is_item(line):
            self.summaries += 1
            self.level_of_items = line.level
            return last._replace(role=ITEM, summary=self.summaries)
        return last._replace(role=TOPIC)

    def _is_item(self, line: Line) -> bool:
        return not self.level_of_items or line.level <= self.level_of_items

    def _section(self, chapter: str, text: str) -> str:
        """A section by its heading; in a chapter of its own one on organization."""
        return self.terms.section(
            ORGANIZATION if chapter in self.own else chapter, text
        )

    def _chapter(self, line: Line, text: str, brackets: Brackets) -> Chunk:
        annex = alike(self.terms.words.word("annex"))
        first = alike(f"{line.label} {text}")
        if self.last.chapter == ANNEXES and not first.startswith(annex):
            return self.last._replace(role=TOPIC)
        chapter = ANNEXES if first.startswith(annex) else self.terms.chapter(text)
        made = self.last._replace(role=CHAPTER, section="", group="", summary=0)
        if chapter == ANNEXES or (chapter and chapter not in self.chapters):
            self.chapters.add(chapter)
            return made._replace(chapter=chapter)
        own = own_chapter(text, self.chapters)
        self.chapters.add(own)
        self.own.add(own)
        self.summaries += 1
        section = self._section(own, text)
        return made._replace(chapter=own, section=section, summary=self.summaries)


def name_of(chapter: str) -> str:
    """What a chapter that is set passage by passage is called.

    What these usually hold is no passages, and `check` knows them by their names.
    """
    return f"{CHAPTER}-{chapter}" if chapter in STRUCTURED else chapter


def own_chapter(heading: str, taken: Set[str]) -> str:
    """An id for a chapter, which names its file: it begins as no usual chapter's."""
    id = mint("", heading, taken)
    begins_as_known = id.startswith((*CHAPTERS, NOTHING_SAID))
    return mint(CHAPTER, heading, taken) if begins_as_known else id


def _is_caption(chunk: Chunk) -> bool:
    return not (chunk.line.label or chunk.under or chunk.line.kind in UNDER)
