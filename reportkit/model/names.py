"""Names of persons, bodies, organs, places and instruments, in each language."""

from __future__ import annotations

from reportkit.languages.table import CODES
from reportkit.model.fields import (
    Noun,
    Record,
    field,
    mapping_field,
    place_field,
    rest_field,
)
from reportkit.model.kinds import Kind, MapOf, Matching, OneOf
from reportkit.problems import Place
from reportkit.source.values import Text

FORM_NAME = Matching("the name of a form")
STATE = Matching("a State's code")


class Form(Noun):
    """A name as one language has it."""

    name: Text = field(Kind(), "the full name, without an article")
    short: Text = field(Kind(), "the name after its first use", Text(""))
    plural: Text = field(Kind(), "the short name of several such bodies", Text(""))
    article: Text = field(
        Kind(), "the article the name takes: the, le, la, l'", Text("")
    )
    gender: Text = field(
        OneOf("a gender", ("m", "f", "n")), "m, f or n, where sentences agree", Text("")
    )
    locative: Text = field(
        Kind(), "of a place: in it, with the preposition", Text(""), key="in"
    )
    forms: dict[str, Text] = mapping_field(
        MapOf(Kind(), FORM_NAME), "other forms, such as cases, by their name"
    )
    place: Place = place_field()


class Named(Noun):
    """Something that has a name in each language."""

    forms: dict[str, Form] = rest_field(
        Record(of=Form, short="name"), CODES, "the name in a language"
    )
    place: Place = place_field()


class Person(Noun):
    """A person named in a report.

    `name` serves every language of one's own script; a language may have its
    own spelling.
    """

    name: Text = field(Kind(), "the name as it is written in Latin script")
    state: Text = field(Kind(), "the State, by its code of three letters", Text(""))
    gender: Text = field(
        OneOf("a gender", ("m", "f")), "m or f, where sentences agree", Text("")
    )
    forms: dict[str, Form] = rest_field(
        Record(of=Form, short="name"), CODES, "the name as a language spells it"
    )
    place: Place = place_field()


def _named(what: str) -> dict[str, Named]:
    names: dict[str, Named] = mapping_field(MapOf(Record(of=Named)), what)
    return names


class Names(Noun):
    """names.yaml: everyone and everything the sessions of a workspace name."""

    persons: dict[str, Person] = mapping_field(
        MapOf(Record(of=Person, short="name")), "officers, experts"
    )
    organs: dict[str, Named] = _named("organs whose name stands in the masthead")
    bodies: dict[str, Named] = _named("bodies that meet")
    places: dict[str, Named] = _named("places of meetings")
    organizations: dict[str, Named] = _named("organizations that take part")
    groups: dict[str, Named] = _named("groups on whose behalf statements are made")
    place: Place = place_field()


class Instruments(Noun):
    """instruments.yaml: treaties, resolutions and decisions by their titles."""

    instruments: dict[str, Named] = _named("official titles in each language")
    place: Place = place_field()
