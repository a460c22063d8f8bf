"""The facts of a session: who met, when, on what, and what is issued.

A session is the event reported on; a meeting is one sitting of it, with a
number in the count of every body that sits.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from reportkit.languages.table import CODES
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
    Report,
    Schema,
    Whole,
)
from reportkit.problems import Place
from reportkit.source.values import Mapping, Text, Value, text_at

NAME = Matching("an id", ID, "lower-case letters, digits and hyphens, a letter first")
SYMBOL_KIND = Matching(
    "a document symbol",
    SYMBOL,
    "parts in capitals or digits, such as A/AC.105/2017/L.1",
)
LANGUAGE = OneOf("a language", CODES)
PARTS_OF_DAY = ("morning", "afternoon", "evening")
ROLES = ("chair", "vice-chair", "rapporteur")
KINDS = ("draft", "addendum", "report", "corrigendum", "revision")
# What is issued to put another document right.
LATER_KINDS = ("corrigendum", "revision")
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


# What an addendum is of where its draft is no document of the session.
ELSEWHERE = "elsewhere"


class Draft(Kind):
    """The id of a draft, or `{elsewhere: true}`."""

    def read(self, value: Value, report: Report) -> Any:
        if not isinstance(value, Mapping):
            return NAME.read(value, report)
        known = tuple(map(str, value))
        if known != (ELSEWHERE,) or not Flag().read(value[Text(ELSEWHERE)], report):
            return self.refuse(value, report, f"an id, or {{{ELSEWHERE}: true}}")
        return text_at(ELSEWHERE, value.place)

    def schema(self) -> Schema:
        elsewhere = {"type": "object", "properties": {ELSEWHERE: Flag().schema()}}
        return {"anyOf": [NAME.schema(), {**elsewhere, "additionalProperties": False}]}


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
    of: Text = field(
        Draft(),
        "the draft of an addendum; what a corrigendum or revision is of",
        Text(""),
    )
    languages: tuple[Text, ...] = field(
        ListOf(LANGUAGE), "the languages it is issued in; all of them if not given", ()
    )
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
    headings: dict[str, int] = mapping_field(
        MapOf(Whole(), NAME),
        "the numbers of headings, by their id, where those before them are elsewhere",
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

    def root_of(self, document: str) -> str:
        """The document that a corrigendum or a revision is of, else itself."""
        seen: set[str] = set()
        while document not in seen and document in self.documents:
            seen.add(document)
            issue = self.documents[document]
            if issue.kind not in LATER_KINDS or issue.of not in self.documents:
                break
            document = str(issue.of)
        return document

    def is_in(self, document: str, code: str) -> bool:
        """Whether a document is issued in a language."""
        languages = self.documents[document].languages
        return not languages or code in languages

    def kind_of(self, document: str) -> str:
        """The kind of a document; of a corrigendum or a revision, of what it is of."""
        root = self.documents.get(self.root_of(document))
        return str(root.kind) if root else ""
