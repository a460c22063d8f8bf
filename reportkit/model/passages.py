"""Words with an identity: passages as a rapporteur writes them, and translations.

A passage is the smallest piece of text that keeps one id for ever: a title, a
paragraph, a recommendation, a point of a list, a footnote, a table's cell.
"""

from __future__ import annotations

from reportkit.model.facts import NAME
from reportkit.model.fields import (
    Noun,
    Record,
    field,
    mapping_field,
    place_field,
)
from reportkit.model.kinds import Kind, ListOf, MapOf, Matching, OneOf, Whole
from reportkit.problems import Place
from reportkit.source.values import Text

NONE = Text("")
LISTS = ("points", "dashes", "numbers")
CHAPTERS = (
    "introduction",
    "recommendations",
    "deliberations",
    "organization",
    "adoption",
    "annexes",
)
STATES_OF_TRANSLATION = ("draft", "reviewed", "approved")


class Subpoint(Noun):
    """A point of the second level."""

    text: Text = field(Kind(), "the point's text")
    id: Text = field(NAME, "its id; `check --fix` writes one", NONE)
    note: Text = field(Kind(), "a note (private)", NONE)
    place: Place = place_field()


class Point(Noun):
    """A point of a list, with the points below it."""

    text: Text = field(Kind(), "the point's text")
    id: Text = field(NAME, "its id; `check --fix` writes one", NONE)
    points: tuple[Subpoint, ...] = field(
        ListOf(Record(of=Subpoint, short="text")), "points below it", ()
    )
    part: Text = field(NAME, "the document it goes into", NONE, key="in")
    note: Text = field(Kind(), "a note (private)", NONE)
    place: Place = place_field()


class Column(Noun):
    """A column of a table."""

    id: Text = field(NAME, "the column's id")
    text: Text = field(Kind(), "its heading")
    place: Place = place_field()


class Row(Noun):
    """A row of a table: the cells by the ids of their columns."""

    id: Text = field(NAME, "the row's id")
    cells: dict[str, Text] = field(MapOf(Kind()), "texts or figures by column")
    place: Place = place_field()


class Grid(Noun):
    """A table; a cell's id is TABLE-ROW-COLUMN."""

    columns: tuple[Column, ...] = field(ListOf(Record(of=Column)), "the columns")
    rows: tuple[Row, ...] = field(ListOf(Record(of=Row)), "the rows")
    caption: Text = field(Kind(), "the caption above it", NONE)
    place: Place = place_field()


class Passage(Noun):
    """A paragraph, a heading, a quotation, a table, or a place for a derived passage.

    What is `derived` is printed here and not where the outline has it; its id is that
    of the derived passage.
    """

    id: Text = field(NAME, "its id, for ever; `check --fix` writes one", NONE)
    text: Text = field(Kind(), "a paragraph's text, with marks", NONE)
    list: Text = field(
        OneOf("a kind of list", LISTS),
        "points (lettered), dashes or numbers",
        Text("points"),
    )
    points: tuple[Point, ...] = field(
        ListOf(Record(of=Point, short="text")), "the points under it", ()
    )
    heading: Text = field(Kind(), "a heading inside the chapter", NONE)
    level: int = field(Whole(), "how deep the heading stands, from 1", 1)
    quotation: Text = field(Kind(), "a quoted text, set in", NONE)
    table: Grid | None = field(Record(of=Grid), "a table", None)
    derived: Text = field(NAME, "the derived passage that stands here", NONE)
    body: Text = field(NAME, "the body a recommendation is of", NONE)
    part: Text = field(NAME, "the document it goes into", NONE, key="in")
    note: Text = field(Kind(), "a note (private)", NONE)
    place: Place = place_field()

    @property
    def words(self) -> Text:
        """The passage's own text, whatever it is."""
        return self.text or self.heading or self.quotation


class Footnote(Noun):
    """A footnote, called in a text by {note: id}."""

    id: Text = field(NAME, "its id")
    text: Text = field(Kind(), "its text")
    place: Place = place_field()


class Title(Noun):
    """The title of an annex, a summary, or a chapter."""

    text: Text = field(Kind(), "the title")
    id: Text = field(NAME, "its id", NONE)
    place: Place = place_field()


class Manuscript(Noun):
    """A file of the rapporteur's: passages of one chapter, item or body."""

    chapter: Text = field(
        Matching("the id of a chapter"),
        "where it belongs; by default the file's name",
        NONE,
    )
    item: Text = field(NAME, "the agenda item it summarizes", NONE)
    items: tuple[Text, ...] = field(ListOf(NAME), "several items taken together", ())
    body: Text = field(NAME, "the body whose recommendations these are", NONE)
    part: Text = field(NAME, "the document it goes into", NONE, key="in")
    title: Title | None = field(
        Record(of=Title, short="text"), "a heading of its own", None
    )
    text: Text = field(Kind(), "prose as it was pasted: paragraphs and lists", NONE)
    passages: tuple[Passage, ...] = field(
        ListOf(Record(of=Passage, short="text")), "the passages, in order", ()
    )
    notes: tuple[Footnote, ...] = field(
        ListOf(Record(of=Footnote)), "footnotes, called by {note: id}", ()
    )
    titles: dict[Text, Text] = mapping_field(
        MapOf(Kind()), "titles of items, sub-items and papers, by id"
    )
    overrides: dict[Text, Text] = mapping_field(
        MapOf(Kind()), "one's own wording for a derived passage, by its id"
    )
    note: Text = field(Kind(), "a note (private)", NONE)
    place: Place = place_field()

    @property
    def taken_up(self) -> tuple[Text, ...]:
        """The items that the file summarizes."""
        return self.items or ((self.item,) if self.item else ())

    @property
    def is_summary(self) -> bool:
        """Whether the file is on items, in whatever chapter, and opens as such."""
        return bool(self.taken_up) and self.chapter != "recommendations"


class Translation(Noun):
    """A passage's text in another language, and how far it has come."""

    text: Text = field(Kind(), "the translation", NONE)
    of: Text = field(Kind(), "the fingerprint of the text it translates", NONE)
    state: Text = field(
        OneOf("a state", STATES_OF_TRANSLATION), "draft, reviewed or approved", NONE
    )
    note: Text = field(Kind(), "a note of the translator (private)", NONE)
    place: Place = place_field()
