"""A session as the toolkit knows it: its facts, its words, its translations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from reportkit.model.amendments import AmendedTranslation, Amendment, Query
from reportkit.model.facts import Issue, Meeting, SessionFacts
from reportkit.model.glossary import Glossary
from reportkit.model.names import Instruments, Names
from reportkit.model.passages import Footnote, Grid, Manuscript, Passage, Translation
from reportkit.model.proceedings import (
    Agenda,
    Item,
    Papers,
    Participants,
    Statements,
)
from reportkit.problems import Place
from reportkit.source.values import Text

NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Facts(NamedTuple):
    """The facts of a session alone, of whatever file."""

    facts: SessionFacts
    agenda: Agenda
    participants: Participants
    statements: Statements
    papers: Papers


class Session(NamedTuple):
    """An event reported on: a folder under sessions/.

    `manuscripts` are in the order of their paths; `translations` are by
    language and passage id, `amended_texts` by language and amendment id, and
    `translated_from`, by language and passage, the source that was translated.
    `corrected` holds the facts as amended, where amendments change facts, and
    `was` what they were, by amendment; `issued` the ids of the passages of each
    document that was issued.
    """

    name: str
    facts: SessionFacts
    agenda: Agenda
    participants: Participants
    statements: Statements
    papers: Papers
    names: Names
    instruments: Instruments
    manuscripts: tuple[Manuscript, ...]
    translations: dict[str, dict[str, Translation]]
    amendments: tuple[Amendment, ...] = ()
    amended_texts: Mapping[str, Mapping[Text, AmendedTranslation]] = NOTHING
    translated_from: Mapping[str, Mapping[Text, Text]] = NOTHING
    glossary: Glossary = Glossary()
    queries: tuple[Query, ...] = ()
    corrected: Facts | None = None
    was: Mapping[str, str] = NOTHING
    issued: Mapping[str, frozenset[str]] = NOTHING

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the session has words in, its own first."""
        return (self.facts.written_in, *self.translations)

    @property
    def items(self) -> dict[str, Item]:
        return {item.id: item for item in self.agenda.items}

    def meetings_of(self, body: str) -> tuple[Meeting, ...]:
        """The listed meetings of a body, in the order of its count."""
        own = [each for each in self.facts.meetings.values() if body in each.of]
        return tuple(sorted(own, key=lambda meeting: meeting.of[body]))

    def documents(self, *kinds: str) -> dict[str, Issue]:
        """The documents of some kinds, in the order in which they are listed."""
        issued = self.facts.documents.items()
        return {name: each for name, each in issued if each.kind in kinds}

    def part_of(self, id: str, *given: str) -> str:
        """The document a passage goes into: its own word first, then its file's.

        What says nothing goes where it was issued, else into the next document
        that is not.
        """
        named = next((part for part in given if part), "")
        if named or not self.issued:
            return named or self.default_part
        parts = self.documents("draft", "addendum")
        printed = (name for name in parts if id in self.issued.get(name, ()))
        return next(printed, self.default_part)

    @property
    def default_part(self) -> str:
        """The first draft or addendum that is not issued, else the first report."""
        parts = self.documents("draft", "addendum")
        if not self.issued:
            parts = self.documents("draft") or self.facts.documents
        open_parts = (name for name in parts if name not in self.issued)
        whole = (*self.documents("report"), *self.facts.documents)
        return next(open_parts, next(iter(whole), ""))


class Words(NamedTuple):
    """A text that translators give in their language: its id and its source.

    `translatable` is false for a table's figures.
    """

    id: Text
    text: Text
    translatable: bool = True

    @property
    def place(self) -> Place:
        return self.text.place


def words_of_session(session: Session) -> Iterator[Words]:
    """Every text of a session that has an id, in the order of the files."""
    for manuscript in session.manuscripts:
        yield from words_of_manuscript(manuscript)


def words_of_manuscript(manuscript: Manuscript) -> Iterator[Words]:
    """Every text of a file that has an id."""
    yield from (Words(id, text) for id, text in manuscript.titles.items())
    if manuscript.title:
        yield Words(manuscript.title.id, manuscript.title.text)
    for passage in manuscript.passages:
        yield from words_of_passage(passage)
    yield from (Words(note.id, note.text) for note in manuscript.notes)


def words_of_passage(passage: Passage) -> Iterator[Words]:
    """The passage's own text, then those of its points, or of its cells."""
    if passage.words:
        yield Words(passage.id, passage.words)
    for point in passage.points:
        yield Words(point.id, point.text)
        yield from (Words(each.id, each.text) for each in point.points)
    if passage.table:
        yield from words_of_table(passage.id, passage.table)


def words_of_table(id: str, table: Grid) -> Iterator[Words]:
    """Caption, column headings and cells; a cell's id is TABLE-ROW-COLUMN."""
    if table.caption:
        yield Words(Text(f"{id}-caption"), table.caption)
    for column in table.columns:
        yield Words(Text(f"{id}-{column.id}"), column.text)
    for row in table.rows:
        for name, text in row.cells.items():
            letters = any(character.isalpha() for character in text)
            yield Words(Text(f"{id}-{row.id}-{name}"), text, letters)


def notes_of_session(session: Session) -> dict[str, Footnote]:
    """The footnotes of a session by id."""
    return {note.id: note for each in session.manuscripts for note in each.notes}
