"""What is checked: a session, how its languages word it, and its outlines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from reportkit.assemble.outline import Outline
from reportkit.assemble.wording import Wording
from reportkit.model.amendments import Amendment
from reportkit.model.facts import CATEGORIES
from reportkit.model.fingerprint import fingerprint
from reportkit.model.passages import Manuscript, Passage
from reportkit.model.session import (
    Session,
    Words,
    words_of_manuscript,
    words_of_session,
)
from reportkit.problems import Place
from reportkit.source.values import Text


class Stretch(NamedTuple):
    """A text as one language has it.

    `role` is paragraph, point, heading, quotation, table, note, title, override
    or unknown (a translation of nothing). `manuscript` is the source's file.
    """

    id: str
    text: Text
    language: str
    role: str
    manuscript: Manuscript | None = None


class Checked:
    """A session with its wording by language and its outlines by kind of document.

    A language without templates has no wording; the rules that need one pass it
    over. Of a session as amended, `touched` holds what changed each passage.
    """

    def __init__(
        self,
        session: Session,
        wordings: Mapping[str, Wording],
        outlines: Mapping[str, Outline],
        touched: Mapping[str, tuple[Amendment, ...]] = MappingProxyType({}),
    ) -> None:
        self.session, self.wordings, self.outlines = session, wordings, outlines
        self.touched = touched
        self.known: dict[str, frozenset[str]] = {}

    @property
    def path(self) -> Place:
        """Where a finding on the whole session is shown."""
        return self.session.facts.place

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        return tuple(map(str, self.session.facts.bodies))

    @property
    def day(self) -> date:
        """The day on which the names of States hold: the session's last."""
        days = (body.last for body in self.session.facts.bodies.values())
        return max(days, default=date.min)

    @cached_property
    def tables(self) -> frozenset[str]:
        """The ids of the tables."""
        manuscripts = self.session.manuscripts
        passages = (passage for each in manuscripts for passage in each.passages)
        return frozenset(str(passage.id) for passage in passages if passage.table)

    @cached_property
    def words(self) -> dict[str, Words]:
        """Every text of the source that has an id."""
        return {str(words.id): words for words in words_of_session(self.session)}

    @cached_property
    def sources(self) -> dict[str, Stretch]:
        """Every text of the written language by its id; overrides stand last."""
        return {each.id: each for each in _sources(self.session)}

    @cached_property
    def translated(self) -> tuple[Stretch, ...]:
        """Every text of a translation."""
        return tuple(_translated(self))

    @cached_property
    def present(self) -> tuple[Stretch, ...]:
        """The translations without those of a wording before it was amended."""
        return tuple(each for each in self.translated if not self._is_before(each))

    def _is_before(self, stretch: Stretch) -> bool:
        source = self.sources.get(stretch.id)
        if stretch.id not in self.touched or source is None:
            return False
        of = self.session.translations[stretch.language][Text(stretch.id)].of
        return bool(of) and of != fingerprint(source.text)

    @cached_property
    def marked(self) -> tuple[Stretch, ...]:
        """The texts, in every language, that hold a mark in braces."""
        stretches = (*self.sources.values(), *self.translated)
        return tuple(each for each in stretches if "{" in each.text)

    @cached_property
    def attending(self) -> dict[str, list[tuple[str, Text]]]:
        """Who attended: by code or id, each category with the text that says so."""
        found: dict[str, list[tuple[str, Text]]] = {}
        for category in CATEGORIES:
            for code in getattr(self.session.participants, category):
                found.setdefault(code, []).append((category, code))
        return found


def _sources(session: Session) -> Iterator[Stretch]:
    code = session.facts.written_in
    for manuscript in session.manuscripts:
        roles = dict(_roles(manuscript))
        for words in words_of_manuscript(manuscript):
            role = roles.get(words.id, "table")
            yield Stretch(str(words.id), words.text, code, role, manuscript)
    for manuscript in session.manuscripts:
        for id, text in manuscript.overrides.items():
            yield Stretch(str(id), text, code, "override", manuscript)


def _roles(manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    """The role of each text of a file by its id; a table's cells have none here."""
    yield from ((id, "title") for id in manuscript.titles)
    if manuscript.title:
        yield manuscript.title.id, "title"
    for passage in manuscript.passages:
        yield passage.id, role_of(passage)
        for point in passage.points:
            yield point.id, "point"
            yield from ((each.id, "point") for each in point.points)
    yield from ((note.id, "note") for note in manuscript.notes)


def role_of(passage: Passage) -> str:
    """What a passage is: a table, heading, quotation or paragraph."""
    if passage.table:
        return "table"
    if passage.heading:
        return "heading"
    return "quotation" if passage.quotation else "paragraph"


def _translated(checked: Checked) -> Iterator[Stretch]:
    for language, translations in checked.session.translations.items():
        for id, translation in translations.items():
            if not translation.text:
                continue
            source = checked.sources.get(id)
            role = source.role if source else "unknown"
            manuscript = source.manuscript if source else None
            yield Stretch(str(id), translation.text, language, role, manuscript)
