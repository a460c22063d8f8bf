"""What changes between a draft and the final report, and what an editor asks.

An amendment is anchored to the id of a passage and, where it touches words, to the
quoted old words; or it corrects a fact. The words quoted are those of the draft.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from reportkit.languages.table import CODES
from reportkit.model.facts import NAME
from reportkit.model.fields import Noun, Record, field, mapping_field, place_field
from reportkit.model.kinds import (
    Day,
    Kind,
    ListOf,
    MapOf,
    Matching,
    OneOf,
    Report,
    Schema,
)
from reportkit.model.passages import NONE, STATES_OF_TRANSLATION, Translation
from reportkit.problems import Place
from reportkit.source.values import Text, Value

ACTIONS = (
    "replace",
    "insert",
    "delete",
    "move",
    "merge",
    "split",
    "correct",
)
PENDING, ADOPTED, REJECTED, WITHDRAWN = "pending", "adopted", "rejected", "withdrawn"
STATUSES = (PENDING, ADOPTED, REJECTED, WITHDRAWN)
EVERYWHERE = "document"
LANGUAGE = OneOf("a language", CODES)


class Anything(Kind):
    """Words, or a fact of any shape."""

    def expected(self) -> str:
        return "words or a fact"

    def read(self, value: Value, report: Report) -> Any:
        return value

    def schema(self) -> Schema:
        return {}


class Amendment(Noun):
    """A change proposed to a draft, and what was decided on it."""

    id: Text = field(NAME, "its id, such as a1")
    action: Text = field(
        OneOf("what an amendment does", ACTIONS),
        "replace, insert, delete, move, merge, split, or correct (a fact)",
    )
    passage: Text = field(NAME, "the passage that it changes", NONE)
    old: Text = field(
        Kind(), "the words it replaces; of a split, those that begin the second", NONE
    )
    new: Value = field(
        Anything(), "the words in their place, the new passage, the right fact", NONE
    )
    after: Text = field(NAME, "the passage that it is put after", NONE)
    before: Text = field(NAME, "the passage that it is put before", NONE)
    under: Text = field(NAME, "the passage that it becomes a point of", NONE)
    other: Text = field(NAME, "the passage merged into the first", NONE, key="with")
    made: Text = field(NAME, "the id of the passage that it makes", NONE, key="as")
    throughout: Text = field(
        Matching("a chapter, a passage or `document`"),
        "replace wherever the words stand: in a chapter, a passage, the document",
        NONE,
    )
    fact: Text = field(
        Kind(), "the fact it corrects, such as session.yaml bodies.wg2.from", NONE
    )
    language: Text = field(LANGUAGE, "the one language that it changes", NONE)
    worded_in: Text = field(
        LANGUAGE,
        "the language of its new words, until someone puts them into the original",
        NONE,
    )
    by: tuple[Text, ...] = field(
        ListOf(Kind()), "who proposed it: State, body, organization, chair", ()
    )
    meeting: Text = field(NAME, "the meeting at which it was proposed", NONE)
    status: Text = field(
        OneOf("a status", STATUSES),
        "pending, adopted, rejected or withdrawn",
        Text(PENDING),
    )
    author: Text = field(Kind(), "who typed it in a Word file (private)", NONE)
    on: date | None = field(Day(), "the day on which it was typed", None)
    note: Text = field(Kind(), "a note (private)", NONE)
    place: Place = place_field()

    @property
    def beside(self) -> Text:
        """The passage that what it makes or moves is put after, before or under."""
        return self.after or self.before or self.under

    @property
    def words(self) -> Text:
        """The new words; nothing where the new fact is no text."""
        return self.new if isinstance(self.new, Text) else NONE

    @property
    def open(self) -> bool:
        """Whether it was adopted, or still can be."""
        return self.status in (PENDING, ADOPTED)

    @property
    def adopted(self) -> bool:
        return self.status == ADOPTED


class Amendments(Noun):
    """amendments.yaml: changes made before adoption, in the order proposed."""

    amendments: tuple[Amendment, ...] = field(
        ListOf(Record(of=Amendment)), "the amendments", ()
    )
    place: Place = place_field()


class AmendedTranslation(Noun):
    """What an amendment makes of a translation: of one passage, or of several."""

    text: Text = field(Kind(), "the passage's translation as amended", NONE)
    of: Text = field(Kind(), "the fingerprint of the amended text", NONE)
    state: Text = field(
        OneOf("a state", STATES_OF_TRANSLATION), "draft, reviewed or approved", NONE
    )
    note: Text = field(Kind(), "a note of the translator (private)", NONE)
    passages: dict[Text, Translation] = mapping_field(
        MapOf(Record(of=Translation, short="text")),
        "a translation for each passage, where the amendment changes several",
    )
    place: Place = place_field()


class Query(Noun):
    """An editor's question on a passage (private); open until it is answered."""

    id: Text = field(NAME, "its id, such as q1")
    passage: Text = field(NAME, "the passage that it is on")
    text: Text = field(Kind(), "the question")
    quote: Text = field(Kind(), "the words that it is on", NONE)
    language: Text = field(LANGUAGE, "the language it is on; else the original", NONE)
    by: Text = field(Kind(), "who asks", NONE)
    answer: Text = field(Kind(), "the answer; it closes the query", NONE)
    place: Place = place_field()


class Queries(Noun):
    """queries.yaml: what editors ask (private)."""

    queries: tuple[Query, ...] = field(ListOf(Record(of=Query)), "the queries", ())
    place: Place = place_field()
