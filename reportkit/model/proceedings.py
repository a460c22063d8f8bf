"""The proceedings of a session: agenda, attendance, statements, papers."""

from __future__ import annotations

from reportkit.model.by_body import ByBody
from reportkit.model.facts import NAME, SYMBOL_KIND
from reportkit.model.fields import Noun, Record, field, mapping_field, place_field
from reportkit.model.kinds import Flag, Kind, ListOf, OneOf
from reportkit.problems import Place
from reportkit.source.values import Text


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
