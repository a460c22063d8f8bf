"""The glossary of a workspace: how its terms are said in each language."""

from __future__ import annotations

from reportkit.languages.table import CODES
from reportkit.model.facts import NAME
from reportkit.model.fields import Noun, Record, field, place_field, rest_field
from reportkit.model.kinds import Kind, ListOf
from reportkit.problems import Place
from reportkit.source.values import Text


class TermForm(Noun):
    """A term as one language has it; `*` stands for letters that may follow."""

    term: tuple[Text, ...] = field(
        ListOf(Kind()), "the term; several where any of them will do", ()
    )
    forbidden: tuple[Text, ...] = field(
        ListOf(Kind()), "what is not to be written instead", ()
    )
    place: Place = place_field()


class Term(Noun):
    """A term with its forms by language."""

    id: Text = field(NAME, "its id")
    note: Text = field(Kind(), "a note, such as where the term comes from", Text(""))
    forms: dict[str, TermForm] = rest_field(
        Record(of=TermForm, short="term"), CODES, "the term in a language"
    )
    place: Place = place_field()


class Glossary(Noun):
    """glossary.yaml: the terms that translations are held to."""

    terms: tuple[Term, ...] = field(ListOf(Record(of=Term)), "the terms", ())
    place: Place = place_field()
