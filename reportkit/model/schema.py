"""JSON Schemas of the files of a session, out of the fields that the nouns declare.

They are for editors, which complete keys and show what each is for; what a file
means is told by reading it.
"""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

from reportkit.model.by_body import ByBody
from reportkit.model.fields import Field, Noun, Record, declared_fields, rest_of
from reportkit.model.kinds import Kind, ListOf, MapOf, Schema
from reportkit.model.passages import Manuscript
from reportkit.model.reading import (
    AMENDED,
    FACT_FILES,
    RECORD_FILES,
    SHARED_FILES,
    TRANSLATION,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILES: dict[str, type[Noun]] = {
    **{
        f"{path.removesuffix('.yaml')}.json": noun
        for path, noun in (FACT_FILES | RECORD_FILES | SHARED_FILES).items()
    },
    "manuscript.json": Manuscript,
}
# The files of translators, which hold texts by ids and are no noun at their top.
TEXTS: dict[str, tuple[MapOf, str]] = {
    "translation.json": (
        MapOf(TRANSLATION),
        "Texts in another language, by the ids of their passages.",
    ),
    "amended.json": (
        AMENDED,
        "Amended passages in another language, by the ids of the amendments.",
    ),
}


def schemas() -> dict[str, Schema]:
    """The schema of each kind of file, by the name of the schema's own file."""
    made = {name: schema_of(noun) for name, noun in FILES.items()}
    return {**made, **{name: _of_texts(*each) for name, each in TEXTS.items()}}


def schema_of(noun: type[Noun]) -> Schema:
    """The schema of a file that is a noun at its top."""
    below = nouns_below(noun)
    return {
        "$schema": DIALECT,
        **_object(noun),
        "$defs": {each.__name__: _object(each) for each in below},
    }


def nouns_below(noun: type[Noun]) -> tuple[type[Noun], ...]:
    """The nouns that a noun is made of, each once, in the order of its fields."""
    found: dict[type[Noun], None] = {}
    for each in noun.FIELDS:
        for below in _nouns_of(each.kind):
            found |= dict.fromkeys((below, *nouns_below(below)))
    return tuple(found)


def _nouns_of(kind: Kind | None) -> Iterator[type[Noun]]:
    if isinstance(kind, Record):
        yield kind.of
    elif isinstance(kind, ListOf | MapOf | ByBody):
        yield from _nouns_of(kind.of)


def _object(noun: type[Noun]) -> Schema:
    """A noun as an object: what it may hold, and nothing else."""
    declared = declared_fields(noun)
    rest = rest_of(noun)
    properties = {each.key: _property(each) for each in declared}
    properties |= {key: _property(rest) for key in rest.keys} if rest else {}
    required = [each.key for each in declared if each.required]
    made: Schema = {
        # A file or a key without anything in it is not given.
        "type": "object" if required else ["object", "null"],
        "description": cleandoc(noun.__doc__ or ""),
        "properties": properties,
        "additionalProperties": False,
    }
    return {**made, "required": required} if required else made


def _property(declared: Field) -> Schema:
    """A field with its sentence; one that may be left out may stand empty too."""
    kind = (declared.kind or Kind()).schema()
    if not declared.required:
        choices = kind.get("anyOf", [kind])
        null = {"type": "null"}
        kind = {"anyOf": choices if null in choices else [*choices, null]}
    return {"description": declared.doc, **kind} if declared.doc else kind


def _of_texts(kind: MapOf, description: str) -> Schema:
    """The schema of a translator's file: texts by ids."""
    nouns = [each for noun in _nouns_of(kind) for each in (noun, *nouns_below(noun))]
    return {
        "$schema": DIALECT,
        "description": description,
        **kind.schema(),
        "$defs": {each.__name__: _object(each) for each in nouns},
    }
