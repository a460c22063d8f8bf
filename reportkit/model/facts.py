"""The facts of a session: who met, when, on what, and what is issued.

A session is the event reported on; a meeting is one sitting of it, with a
number in the count of every body that sits.
"""

from __future__ import annotations

from datetime import date

from reportkit.languages.table import CODES
from reportkit.model.by_body import ByBody
from reportkit.model.fields import (
    Noun,
    Record,
    field,
    mapping_field,
    place_field,
)
from reportkit.model.kinds import (
    ID,
    SYMBOL,
    Day,
    Flag,
    Kind,
    ListOf,
    MapOf,
    Matching,
    OneOf,
    Whole,
)
from reportkit.problems import Place
from reportkit.source.values import Text

NAME = Matching("an id", ID, "lower-case letters, digits and hyphens, a letter first")
SYMBOL_KIND = Matching(
    "a document symbol",
    SYMBOL,
    "parts in capitals or digits, such as A/AC.105/2017/L.1",
)
LANGUAGE = OneOf("a language", CODES)
PARTS_OF_DAY = ("morning", "afternoon", "evening")
ROLES = ("chair", "vice-chair", "rapporteur")
KINDS = ("draft", "addendum", "report")
ADOPTIONS = ("as-drafted", "orally-amended")
DISTRIBUTIONS = ("general", "limited", "restricted")
CATEGORIES = (
    "states",
    "states_parties",
    "integration_organizations",
    "signatories",
    "non_signatories",
    "other_entities",
    "united_nations",
    "specialized_agencies",
    "intergovernmental",
    "non_governmental",
)


class Body(Noun):
    """A body that met, from its first day to its last."""

    first: date = field(Day(), "the first day", key="from")
    last: date = field(Day(), "the last day", key="to")
    place: Place = place_field()


class Meeting(Noun):
    """One sitting; joint when several bodies sit."""

    of: dict[str, int] = field(
        MapOf(Whole()), "the number the meeting has in each body's count"
    )
    on: date = field(Day(), "the day")
    part: Text = field(OneOf("a part of the day", PARTS_OF_DAY), "when", Text(""))
    items: tuple[Text, ...] = field(ListOf(NAME), "the items taken up", ())
    place: Place = place_field()


class Officer(Noun):
    """Someone elected to lead the session, or one of its bodies (`of`)."""

    role: Text = field(OneOf("a role", ROLES), "chair, vice-chair or rapporteur")
    person: Text = field(NAME, "who, as in names.yaml")
    of: tuple[Text, ...] = field(
        ListOf(NAME), "the bodies; all of them if not given", ()
    )
    place: Place = place_field()


class Adoption(Noun):
    """How the report was adopted."""

    at: Text = field(NAME, "the meeting at which the report was adopted", Text(""))
    on: date | None = field(Day(), "the day, where the meeting is not listed", None)
    how: Text = field(
        OneOf("a way of adoption", ADOPTIONS),
        "as-drafted or orally-amended",
        Text("as-drafted"),
        key="as",
    )
    place: Place = place_field()


class Issue(Noun):
    """A document that is issued under a symbol, or will be."""

    kind: Text = field(OneOf("a kind of document", KINDS), "draft, addendum or report")
    of: Text = field(NAME, "the draft that an addendum goes with", Text(""))
    symbols: tuple[Text, ...] = field(
        ListOf(SYMBOL_KIND),
        "the symbol, or those of a joint document",
        (),
        key="symbol",
    )
    dated: date | None = field(Day(), "the date in the masthead", None, key="date")
    distribution: Text = field(
        OneOf("a distribution", DISTRIBUTIONS),
        "general, limited or restricted",
        Text(""),
    )
    job: dict[str, Text] = mapping_field(
        MapOf(Kind(), LANGUAGE), "the job number of each language version"
    )
    released: dict[str, tuple[date, ...]] = mapping_field(
        MapOf(ListOf(Day()), LANGUAGE), "release dates of each language version"
    )
    original: Text = field(LANGUAGE, "printed original language", Text(""))
    continued: dict[str, bool] = mapping_field(
        MapOf(Flag(), NAME), 'headings that carry "(continued)" or not, by their id'
    )
    place: Place = place_field()


class SessionFacts(Noun):
    """session.yaml: bodies, meetings, officers, adoption and documents."""

    original: Text = field(LANGUAGE, "the language the masthead names as original")
    written_in: Text = field(
        LANGUAGE, "the language whose folder carries the structure"
    )
    bodies: dict[str, Body] = field(
        MapOf(Record(of=Body)), "the bodies that met, with their days"
    )
    documents: dict[str, Issue] = field(
        MapOf(Record(of=Issue)), "the draft, its addenda and the report"
    )
    parent: Text = field(NAME, "the organ in the masthead", Text(""))
    instrument: Text = field(NAME, "the treaty whose parties meet", Text(""))
    place_of_session: Text = field(
        NAME, "where, as in names.yaml", Text(""), key="place"
    )
    paper: Text = field(
        OneOf("a paper", ("A4", "Letter")), "A4 (Vienna, Geneva) or Letter", Text("A4")
    )
    meetings: dict[str, Meeting] = mapping_field(
        MapOf(Record(of=Meeting)), "the meetings, by an id of yours"
    )
    held: dict[str, int] = mapping_field(
        MapOf(Whole()), "how many meetings each body held, and how many `joint`"
    )
    officers: tuple[Officer, ...] = field(
        ListOf(Record(of=Officer)), "chair, vice-chairs, rapporteur", ()
    )
    adopted: Adoption | None = field(
        Record(of=Adoption), "when and how the report was adopted", None
    )
    links: bool = field(Flag(), "print document symbols as links", False)
    place: Place = place_field()


class Leading(Noun):
    """Who led the discussion of an item: persons, or a representative."""

    persons: tuple[Text, ...] = field(ListOf(NAME), "who, as in names.yaml", ())
    capacity: Text = field(
        OneOf("a capacity", ("expert",)), "expert", Text(""), key="as"
    )
    representative_of: Text = field(
        Kind(), "`secretariat`, a State's code or an organization", Text("")
    )
    presentation: bool = field(Flag(), "whether a presentation was given", False)
    place: Place = place_field()


class Item(Noun):
    """An agenda item; its title is in the language folders, under its id.

    `number` is its number in each body's agenda; an item in several agendas
    is taken up jointly unless `joint` says otherwise.
    """

    id: Text = field(NAME, "the item's id, and that of its title")
    number: dict[str, int] = field(
        ByBody(), "its number; by body where several bodies meet"
    )
    sub: tuple[Text, ...] = field(ListOf(NAME), "sub-items, by the ids of titles", ())
    joint: bool = field(Flag(), "taken up jointly by the bodies that have it", True)
    led_by: tuple[Leading, ...] = field(
        ListOf(Record(of=Leading)), "who led the discussion", ()
    )
    place: Place = place_field()


class Agenda(Noun):
    """agenda.yaml: the items, in the order of the report."""

    items: tuple[Item, ...] = field(ListOf(Record(of=Item)), "the items", ())
    adopted_at: dict[str, Text] = mapping_field(
        ByBody(of=NAME), "the meeting at which each body adopted its agenda"
    )
    place: Place = place_field()


def _takers(what: str) -> tuple[Text, ...]:
    codes: tuple[Text, ...] = field(ListOf(Kind()), what, ())
    return codes


class Participants(Noun):
    """participants.yaml: who attended, by category.

    States are given by code or by name, organizations by their ids.
    """

    states: tuple[Text, ...] = _takers("States, where no treaty parts them")
    states_parties: tuple[Text, ...] = _takers("States parties")
    integration_organizations: tuple[Text, ...] = _takers(
        "regional economic integration organizations"
    )
    signatories: tuple[Text, ...] = _takers("signatories, as observers")
    non_signatories: tuple[Text, ...] = _takers("other States, as observers")
    other_entities: tuple[Text, ...] = _takers("entities with a standing invitation")
    united_nations: tuple[Text, ...] = _takers("units of the United Nations")
    specialized_agencies: tuple[Text, ...] = _takers("specialized agencies")
    intergovernmental: tuple[Text, ...] = _takers("intergovernmental organizations")
    non_governmental: tuple[Text, ...] = _takers("non-governmental organizations")
    order: Text = field(
        OneOf("an order", ("sorted", "as-given")),
        "sorted as each language sorts, or kept as given",
        Text("sorted"),
    )
    place: Place = place_field()


class Statement(Noun):
    """Who spoke on an item at a meeting, in what capacity (private)."""

    meeting: Text = field(NAME, "the meeting")
    item: Text = field(NAME, "the agenda item")
    by: tuple[Text, ...] = field(
        ListOf(Kind()), "State codes, `secretariat`, `chair`, organizations"
    )
    kind: Text = field(
        OneOf("a kind of statement", ("statement", "presentation")),
        "",
        Text("statement"),
    )
    capacity: Text = field(
        OneOf("a capacity", ("party", "signatory", "observer", "state")),
        "where participants.yaml does not tell",
        Text(""),
        key="as",
    )
    body: Text = field(NAME, "the body, where the item does not tell", Text(""))
    on_behalf_of: Text = field(NAME, "a group of names.yaml", Text(""))
    counted: bool = field(Flag(), "whether the derived lists count it", True)
    reason: Text = field(Kind(), "why it is not counted (private)", Text(""))
    note: Text = field(Kind(), "a note (private)", Text(""))
    place: Place = place_field()


class Statements(Noun):
    """statements.yaml: in the order in which they were made (private)."""

    statements: tuple[Statement, ...] = field(
        ListOf(Record(of=Statement)), "who spoke", ()
    )
    order: Text = field(
        OneOf("an order", ("sorted", "as-given")),
        "of the derived lists: sorted, or in the order of first mention",
        Text("sorted"),
    )
    place: Place = place_field()


class Paper(Noun):
    """A document that was before a body, or several; its title is under its id."""

    id: Text = field(NAME, "the paper's id, and that of its title")
    symbols: dict[str, Text] = mapping_field(
        ByBody(of=SYMBOL_KIND), "its symbol; by body where several have it"
    )
    before: tuple[Text, ...] = field(
        ListOf(NAME), "the bodies that had it, where the symbols do not tell", ()
    )
    place: Place = place_field()


class Papers(Noun):
    """papers.yaml: the documents that were before the bodies."""

    papers: tuple[Paper, ...] = field(ListOf(Record(of=Paper)), "the documents", ())
    place: Place = place_field()
