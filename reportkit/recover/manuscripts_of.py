"""The files of words: what a report says, by chapter, body and item."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from reportkit.published.lines import HEADING, Line
from reportkit.recover.agenda_of import Agenda
from reportkit.recover.choices import Choices
from reportkit.recover.facts import Took
from reportkit.recover.folding import folded, plain
from reportkit.recover.outline_of import (
    ANNEXES,
    CHAPTER,
    GROUP,
    ITEM,
    JOINT,
    SECTION,
    Bodies,
    Chunk,
    name_of,
)
from reportkit.recover.prose_of import Passages, Tree
from reportkit.recover.reading import Said
from reportkit.recover.terms import without_brackets, without_continued
from reportkit.source.emission import Prose

INTRODUCTION, ADOPTION = "introduction", "adoption"
OPENING = "{opening}"
ENDED = re.compile(r"[.?!…。？！؟][\"”»’)]*(?=\s|$|[\u4e00-\u9fff])")
FREE = (INTRODUCTION, ADOPTION)
# Chapters that hold what facts say, and by the usual outline nothing else.
CLOSED = ("recommendations", "organization")
PRINTED_BY_CHAPTER = (CHAPTER, SECTION, GROUP, ITEM)


@dataclass(slots=True)
class Manuscripts:
    """The files of words by path below the language's folder.

    `derived` are the lines that derived passages stand for, by id, with the words
    they have in the report; `moved` lines that stand elsewhere than they did; `headed`
    the ids of headings by their places among the chunks.
    """

    files: dict[str, Tree] = field(default_factory=dict)
    derived: dict[str, Line] = field(default_factory=dict)
    moved: list[Line] = field(default_factory=list)
    headed: dict[int, str] = field(default_factory=dict)


class Own(NamedTuple):
    """The chapters that are set passage by passage, and how deep headings stand.

    `numbered` says that headings of items print their numbers.
    """

    chapters: frozenset[str]
    depths: Mapping[int, int]
    numbered: bool


class Writer:
    """Puts every chunk that no fact says into the file that it belongs to."""

    def __init__(
        self,
        bodies: Bodies,
        agenda: Agenda,
        passages: Passages,
        said: dict[int, Said],
        choices: Choices,
        own: Own,
    ) -> None:
        self.bodies, self.agenda, self.passages = bodies, agenda, passages
        self.said, self.choices, self.own = said, choices, own
        self.made = Manuscripts()
        self.target = f"{INTRODUCTION}.yaml"
        self.annexes = 0

    def write(
        self, chunks: Sequence[Chunk], taken: Mapping[int, tuple[str, ...]]
    ) -> Manuscripts:
        """The files of the chunks, but for those that facts say (`taken`, by ids)."""
        skipped = set(taken)
        for place, chunk in enumerate(chunks):
            if chunk.chapter in self.own.chapters:
                self._set(place, chunk, taken.get(place, ()))
                continue
            if place in skipped:
                if chunk.chapter == INTRODUCTION:
                    self._put({"derived": taken[place][0]})
                continue
            if chunk.chapter == ANNEXES and chunk.role == CHAPTER:
                skipped |= self._annex(chunks, place)
            elif chunk.kind == HEADING and chunk.role == ITEM:
                self.target = self._summary(chunk)
            elif chunk.kind == HEADING:
                self._heading(chunk)
            else:
                self._chunk(chunks, place, chunk)
        files = self.made.files.items()
        self.made.files = {p: _in_order(t) for p, t in files if _has_words(t)}
        return self.made

    def _set(self, place: int, chunk: Chunk, derived: tuple[str, ...]) -> None:
        """A chunk in a chapter of the report's own: in its place, whatever it is."""
        self.target = f"{name_of(chunk.chapter)}.yaml"
        if chunk.role == CHAPTER:
            self.made.headed[place] = self._begin(chunk)
        elif chunk.kind == HEADING:
            text = without_continued(chunk.line.text, self.passages.terms)
            tree = self.passages.passage(chunk, self._stem(), text)
            if self.own.depths[place] > 1:
                tree["level"] = str(self.own.depths[place])
            self.made.headed[place] = str(tree["id"])
            self._put(tree)
        elif place in self.said:
            self._opened(self.said[place])
        elif derived:
            self._put({"derived": derived[0]})
        else:
            self._put(self.passages.passage(chunk, self._stem()))

    def _begin(self, chunk: Chunk) -> str:
        """Begin the file of a chapter with its heading; return the heading's id.

        It is on an item if its first paragraph opens as such.
        """
        terms = self.passages.terms
        opens = any(said.chunk.chapter == chunk.chapter for said in self.said.values())
        item = self.agenda.summaries[chunk.summary] if opens else ""
        tree = self._on(self._file(self.target), item)
        text = without_continued(chunk.line.text, terms)
        if opens and self.own.numbered:
            text = without_brackets(text, terms)[0]
        id = self.passages.ids.take(text, instead="heading")
        tree["title"] = {"id": id, "text": Prose(text)}
        self.passages.lines[id] = chunk.line
        return id

    def _heading(self, chunk: Chunk) -> None:
        """A heading of the outline prints itself; another is a passage."""
        if chunk.role == CHAPTER and chunk.chapter in FREE:
            self.target = f"{chunk.chapter}.yaml"
        if chunk.role in PRINTED_BY_CHAPTER:
            return
        self._put(self.passages.passage(chunk, self._stem()))

    def _chunk(self, chunks: Sequence[Chunk], place: int, chunk: Chunk) -> None:
        if chunk.chapter == "recommendations" and self._recommended(chunk):
            return
        if chunk.summary and place in self.said:
            self._opened(self.said[place])
            return
        if self.passages.terms.is_open(chunk.chapter):
            self.target = f"{chunk.chapter}.yaml"
        elif chunk.chapter in CLOSED:
            self.made.moved.append(chunk.line)
            is_last = chunk.chapter == "organization"
            self.target = f"{ADOPTION}.yaml" if is_last else self.target
        self._put(self.passages.passage(chunk, self._stem()))

    def _recommended(self, chunk: Chunk) -> bool:
        """Put recommendations into their body's file, if they are led as such."""
        alone = self.bodies.names[0][0]
        named = self.bodies.named(chunk.line.text)
        group = chunk.group if chunk.group not in ("", JOINT) else ""
        body = group or next(iter(named), alone)
        if not chunk.under or f"lead-{body}" in self.made.derived:
            return False
        self.made.derived[f"lead-{body}"] = chunk.line
        tree = self._file(f"recommendations/{body}.yaml", body=body)
        tree["passages"] += self.passages.recommendations(chunk)
        self._add_notes(tree)
        return True

    def _summary(self, chunk: Chunk) -> str:
        """Begin the file of an item's summary, and return its path."""
        id = self.agenda.summaries[chunk.summary]
        entry = self.agenda.entry(id)
        path = f"deliberations/{id}.yaml"
        tree = self._on(self._file(path), id)
        numbers = entry.numbers if entry else {}
        if chunk.group not in ("", JOINT) and len(numbers) > 1:
            tree["body"] = chunk.group
        if id in self.agenda.headings:
            title = self.agenda.headings[id]
            own = self.passages.ids.take(title, "heading")
            tree["title"] = {"id": own, "text": Prose(title)}
        self.passages.lines[id] = chunk.line
        return path

    def _on(self, tree: Tree, item: str) -> Tree:
        """A file that says which item it is on, if it is on one, or on several."""
        if together := self.agenda.together.get(item, ()):
            tree["items"] = list(together)
        elif item:
            tree["item"] = item
        return tree

    def _opened(self, said: Said) -> None:
        """The first paragraph of a summary: its opening, and what goes on after it."""
        line = said.chunk.line
        item = self.agenda.summaries[said.chunk.summary]
        end = self.choices.opening(item)
        opening, rest = parted(line.text, said.read.rest, end)
        self.made.derived[f"opening-{item}"] = line._replace(text=opening)
        text = f"{OPENING} {rest}".strip()
        stem = self._stem()
        tree = self.passages.passage(said.chunk, stem, text)
        if not rest:
            self.passages.lines.pop(str(tree["id"]))
            tree["id"] = self.passages.ids.take(line.text, stem)
            self.passages.lines[tree["id"]] = line
        self._put(tree)

    def _annex(self, chunks: Sequence[Chunk], place: int) -> set[int]:
        """Begin an annex; return the chunks that its heading is."""
        used, line = {place}, chunks[place].line
        self.annexes += 1
        text = f"{line.label} {line.text}".strip()
        title = self._title_of_annex(text)
        if not title and place + 1 < len(chunks) and chunks[place + 1].kind == HEADING:
            used.add(place + 1)
            line = chunks[place + 1].line
            title = line.text
        id = self.passages.ids.take(title or text, "annex")
        self.target = f"annexes/annex-{self.annexes}.yaml"
        tree = self._file(self.target)
        tree["title"] = {"id": id, "text": Prose(title or text)}
        self.passages.lines[id] = line
        return used

    def _title_of_annex(self, text: str) -> str:
        """What stands after the word for an annex and its number; it may be nothing."""
        word = re.escape(self.passages.terms.words.word("annex"))
        pattern = rf"^{word}(?:\s+[IVXLC\d]+\b)?[\s.:–-]*"
        return re.sub(pattern, "", text, flags=re.IGNORECASE)

    def _put(self, tree: Tree) -> None:
        file = self._file(self.target)
        file["passages"].append(tree)
        self._add_notes(file)

    def _add_notes(self, file: Tree) -> None:
        known = {
            label: id
            for label, id in self.passages.called.items()
            if any(id == n["id"] for f in self.made.files.values() for n in f["notes"])
        }
        file["notes"] += self.passages.footnotes(known)

    def _file(self, path: str, **head: str) -> Tree:
        empty: dict[str, Any] = {**head, "passages": [], "notes": []}
        return self.made.files.setdefault(path, empty)

    def _stem(self) -> str:
        first = self.target.partition("/")[0].removesuffix(".yaml")
        if first == "deliberations":
            return self.target.partition("/")[2].removesuffix(".yaml")
        return {INTRODUCTION: "intro", "annexes": "annex"}.get(first, first)


def parted(text: str, rest: str, end: int | None) -> tuple[str, str]:
    """A first paragraph as its opening and the rapporteur's own words after it.

    `rest` is what was not read of it, with its typography made alike.
    """
    if end is None:
        wanted = folded(rest)
        ends = (at for at in sentence_ends(text) if folded(plain(text[at:])) == wanted)
        end = next(ends, len(text))
    return text[:end].strip(), text[end:].strip()


def sentence_ends(text: str) -> list[int]:
    """Where sentences of a text may end, the text's end with them."""
    return [match.end() for match in ENDED.finditer(text)] + [len(text)]


def takes_up(said: Said, item: str) -> bool:
    """Whether the first paragraph of a summary opens it."""
    return any(item in took.items for took in said.facts(Took))


def _in_order(tree: Tree) -> Tree:
    """A file with its heading above its passages."""
    last = {key: each for key, each in tree.items() if key in ("passages", "notes")}
    return {**{key: each for key, each in tree.items() if key not in last}, **last}


def _has_words(tree: Tree) -> bool:
    if not tree["notes"]:
        tree.pop("notes")
    return bool(tree["passages"]) or "title" in tree
