"""The nouns of a finished document.

Everything that depends on a language, a session or a date is settled here: a
writer prints what it finds and invents nothing. Text is plain Unicode, in the
order in which it is read; labels are typed text such as `1.`, `(a)` or `II.`.
"""

from __future__ import annotations

from typing import NamedTuple


class Run(NamedTuple):
    """Characters of one look.

    `language` is set where it is not the document's (a BCP 47 tag); `missing`
    marks source text that stands in for a translation in a working copy.
    """

    text: str
    italic: bool = False
    bold: bool = False
    superscript: bool = False
    language: str = ""
    missing: bool = False


class Reference(NamedTuple):
    """A pointer to a passage, its words filled in.

    `form` and `case` are what its mark asks for; `elsewhere` says that the
    passage is in another document, so that nothing can lead there.
    """

    target: str
    text: str
    form: str = ""
    case: str = ""
    elsewhere: bool = False


class Link(NamedTuple):
    """Words that lead outside, such as a document symbol."""

    address: str
    text: str


class NoteReference(NamedTuple):
    """The mark of a footnote in the text; `note` is the id of a Note."""

    note: str
    label: str


Plain = Run | Reference | Link | NoteReference


class Change(NamedTuple):
    """Who changed something and when: a name as people read it, a day in ISO 8601."""

    author: str
    date: str


class Insertion(NamedTuple):
    """Words that only the later of two texts has."""

    content: tuple[Plain, ...]
    change: Change


class Deletion(NamedTuple):
    """Words that only the earlier of two texts has."""

    content: tuple[Plain, ...]
    change: Change


Inline = Plain | Insertion | Deletion
Content = tuple[Inline, ...]

INSERTED, DELETED = "inserted", "deleted"
MOVED_FROM, MOVED_TO = "moved-from", "moved-to"


class Fate(NamedTuple):
    """What became of a whole paragraph between two texts.

    `kind` is "inserted", "deleted", "moved-from" or "moved-to"; `move` is the name
    that the two places of a move share. What stays has no fate. In a paragraph
    that moved away, a Deletion holds words that did not come along; in one that
    moved here, an Insertion holds words that are new.
    """

    kind: str
    change: Change
    move: str = ""


class Heading(NamedTuple):
    """A heading; `level` 1 is a chapter. `label` may be empty.

    `id` is empty where the passage's main place is elsewhere. An annex begins
    on a new page (`new_page`). `note` is what a draft prints after the title:
    the numbers of items in brackets, "(continued)".
    """

    id: str
    level: int
    label: str
    content: Content
    new_page: bool = False
    note: Content = ()
    fate: Fate | None = None


class Paragraph(NamedTuple):
    """A paragraph, numbered when it has a label; `quotation` sets it in."""

    id: str
    label: str
    content: Content
    quotation: bool = False
    fate: Fate | None = None


class Item(NamedTuple):
    """A point of a listing, with the points below it."""

    id: str
    label: str
    content: Content
    items: tuple[Item, ...] = ()
    fate: Fate | None = None


class Listing(NamedTuple):
    """Points under the paragraph before it.

    `kind` is "points" (lettered), "dashes" or "agenda" (numbers, set in).
    """

    kind: str
    items: tuple[Item, ...]


class Cell(NamedTuple):
    """A table's cell; figures stand at the end of the line."""

    id: str
    content: Content
    figure: bool = False


class Table(NamedTuple):
    """A table with one header row; `caption` may be empty.

    `fate` is that of the whole table; `fates` are those of its rows, empty where
    all of them stay. A `form` is ruled and as wide as the page, to be filled in by
    hand: it says what share of the width each column has, in hundredths.
    """

    id: str
    caption: Content
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    fate: Fate | None = None
    fates: tuple[Fate | None, ...] = ()
    form: tuple[int, ...] = ()


Block = Heading | Paragraph | Listing | Table


class Note(NamedTuple):
    """A footnote, called once, numbered through the document.

    In a comparison, a note that only the earlier text calls is "deleted".
    """

    id: str
    label: str
    content: Content
    fate: Fate | None = None


class Masthead(NamedTuple):
    """The head of page one (un-layout: Editorial Manual, mastheads).

    `symbols` holds one symbol, or several of a joint document; `language` is
    empty in the original.
    """

    organization: str
    symbols: tuple[str, ...]
    organ: str
    distribution: str
    date: str
    language: str
    original: str


class Corner(NamedTuple):
    """A body that met, with its place and dates, and which of its sessions it was."""

    body: Content
    place_and_dates: Content
    session: Content = ()


class JobLine(NamedTuple):
    """The foot of page one: `V.17-00001 (E)    121017` and its bar code's text."""

    number: str
    text: str
    bar_code: str


class Setting(NamedTuple):
    """How the language of a document is set: a BCP 47 tag, a direction, fonts.

    `latin_tag` is the language of Latin text inside it; `line` is the height of
    a line of body text in points, 12 for Latin letters; `tab_step` the way from
    one tab stop to the next in twips, 475 for Latin letters.
    """

    tag: str
    direction: str = "ltr"
    paper: str = "A4"
    font: str = "Times New Roman"
    east_asian_font: str = "SimSun"
    complex_font: str = "Times New Roman"
    latin_tag: str = ""
    line: int = 12
    tab_step: int = 475


class Property(NamedTuple):
    """A fact about the document kept with it, such as its session's name."""

    name: str
    value: str


class Comment(NamedTuple):
    """A remark on a passage in a working copy: a query of the editor's."""

    passage: str
    author: str
    text: str


class Document(NamedTuple):
    """A report, or a part of one, ready to be written in any format.

    `id` names the document within its session ("add1"); `subtitle` is the
    line under the title ("Addendum"); `symbol` is the running one;
    `date` is ISO 8601 and dates the file's own properties. `properties` are
    facts kept with the file (session, document, language, fingerprints);
    `words` are the few words that a writer prints of its own accord, such as
    the "Page" of a page footer, already in the document's language.
    """

    id: str
    setting: Setting
    symbol: str
    masthead: Masthead
    corner: tuple[Corner, ...]
    title: Content
    subtitle: Content
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    job: JobLine | None
    date: str
    properties: tuple[Property, ...] = ()
    words: tuple[Property, ...] = ()
    comments: tuple[Comment, ...] = ()


def with_property(document: Document, name: str, value: str) -> Document:
    """The document with one fact more that is kept with its files."""
    return document._replace(properties=(*document.properties, Property(name, value)))
