"""How a field of a noun is declared: once, for the reader and for the schema.

A noun is a frozen dataclass whose fields are made by `field(kind, doc)`. A
kind reads one value with its place and describes itself as JSON Schema.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from dataclasses import MISSING, dataclass
from datetime import date
from typing import Any

from reportkit.problems import Place, Problem, nearest
from reportkit.source.values import Mapping, Sequence, Text, Value, text_at

ID = re.compile(r"[a-z][a-z0-9-]{0,39}")
# un-layout.md, section 4: holds for every symbol that was measured.
SYMBOL = re.compile(
    r"[A-Z][A-Z0-9]*(/([A-Z][A-Za-z]*(\.([A-Z]|\d+(-\d+)?))?|\d+(-\d+)?|S-\d+))+\*{0,2}"
)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
Report = Callable[[Problem], None]
Schema = dict[str, Any]


def place_of(value: Value) -> Place:
    """Where a value begins."""
    return value.place


def describe(value: Value) -> str:
    """What a value is, in words for a message."""
    if isinstance(value, Mapping):
        return "keys and values"
    if isinstance(value, Sequence):
        return "a list"
    return f'"{value[:40]}"' if value else "nothing"


@dataclass(frozen=True, slots=True)
class Kind:
    """What may stand as a field's value: a text, unless a subclass says more."""

    def expected(self) -> str:
        """What is expected, in words for a message."""
        return "a text"

    def read(self, value: Value, report: Report) -> Any:
        """The value as the model keeps it, or None after reporting a problem."""
        if isinstance(value, Text):
            return value
        return self.refuse(value, report)

    def schema(self) -> Schema:
        """The kind as JSON Schema."""
        return {"type": "string"}

    def refuse(self, value: Value, report: Report, hint: str = "") -> None:
        """Report that a value is not of this kind."""
        message = f"{describe(value)} stands where {self.expected()} is expected"
        report(Problem(place_of(value), message, hint))


@dataclass(frozen=True, slots=True)
class Matching(Kind):
    """A text of one shape, such as an id or a symbol; `name` says which."""

    name: str
    pattern: re.Pattern[str] = ID
    hint: str = ""

    def expected(self) -> str:
        return self.name

    def read(self, value: Value, report: Report) -> Any:
        if isinstance(value, Text) and self.pattern.fullmatch(value):
            return value
        return self.refuse(value, report, self.hint)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{self.pattern.pattern}$"}


@dataclass(frozen=True, slots=True)
class OneOf(Kind):
    """One word of a closed list; `name` says of what."""

    name: str
    words: tuple[str, ...]

    def expected(self) -> str:
        return self.name

    def read(self, value: Value, report: Report) -> Any:
        if isinstance(value, Text) and value in self.words:
            return value
        near = nearest(value, self.words) if isinstance(value, Text) else ""
        known = ", ".join(self.words)
        return self.refuse(
            value, report, f"the nearest is `{near}`" if near else f"one of: {known}"
        )

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Day(Kind):
    """A day, written 2017-10-09."""

    def expected(self) -> str:
        return "a day such as 2017-10-09"

    def read(self, value: Value, report: Report) -> Any:
        if isinstance(value, Text) and DAY.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                return self.refuse(value, report, "the calendar has no such day")
        return self.refuse(value, report, "year-month-day, with two digits each")

    def schema(self) -> Schema:
        return {"type": "string", "format": "date"}


@dataclass(frozen=True, slots=True)
class Whole(Kind):
    """A whole number from 1."""

    def expected(self) -> str:
        return "a number from 1"

    def read(self, value: Value, report: Report) -> Any:
        if isinstance(value, Text) and value.isascii() and value.isdigit():
            if 0 < len(value) <= 6 and int(value) > 0:
                return int(value)
        return self.refuse(value, report)

    def schema(self) -> Schema:
        return {"type": ["integer", "string"], "pattern": "^[0-9]+$", "minimum": 1}


@dataclass(frozen=True, slots=True)
class Flag(Kind):
    """Yes or no."""

    def expected(self) -> str:
        return "true or false"

    def read(self, value: Value, report: Report) -> Any:
        known = {"true": True, "yes": True, "false": False, "no": False}
        if isinstance(value, Text) and value.lower() in known:
            return known[value.lower()]
        return self.refuse(value, report)

    def schema(self) -> Schema:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class ListOf(Kind):
    """A list; a single value is taken for a list of one."""

    of: Kind = Kind()

    def expected(self) -> str:
        return "a list"

    def read(self, value: Value, report: Report) -> Any:
        if isinstance(value, Text) and not value:
            return ()
        values = value if isinstance(value, Sequence) else (value,)
        read = (self.of.read(each, report) for each in values)
        return tuple(each for each in read if each is not None)

    def schema(self) -> Schema:
        one = self.of.schema()
        return {"anyOf": [{"type": "array", "items": one}, one, {"type": "null"}]}


@dataclass(frozen=True, slots=True)
class MapOf(Kind):
    """Values by key; the keys are of a kind too, and keep their places."""

    of: Kind = Kind()
    key: Kind = Matching("an id", ID, "lower-case letters, digits and hyphens")

    def expected(self) -> str:
        return "keys and values"

    def read(self, value: Value, report: Report) -> Any:
        if isinstance(value, Text) and not value:
            return {}
        if not isinstance(value, Mapping):
            return self.refuse(value, report)
        made = {}
        for key, each in value.items():
            name, read = self.key.read(key, report), self.of.read(each, report)
            if name is not None and read is not None:
                made[name] = read
        return made

    def schema(self) -> Schema:
        return {"type": ["object", "null"], "additionalProperties": self.of.schema()}


@dataclass(frozen=True, slots=True)
class Record(Kind):
    """A noun; `short` names the field that a bare text stands for."""

    of: type = object
    short: str = ""

    def expected(self) -> str:
        return "keys and values"

    def read(self, value: Value, report: Report) -> Any:
        if self.short and isinstance(value, Text) and value:
            made = Mapping({text_at(self.short, value.place): value})
            made.place = value.place
            value = made
        if isinstance(value, Text) and not value:
            value, place = Mapping(), value.place
            value.place = place
        if not isinstance(value, Mapping):
            return self.refuse(value, report)
        return read_record(self.of, value, report)

    def schema(self) -> Schema:
        noun: Schema = {"$ref": f"#/$defs/{self.of.__name__}"}
        return {"anyOf": [noun, {"type": "string"}]} if self.short else noun


def field(kind: Kind, doc: str, default: Any = MISSING, key: str = "") -> Any:
    """Return a dataclass field that knows its kind, its sentence and its key.

    A field without a default is required. `key` is the name in the file where
    it differs from the name in Python.
    """
    return dataclasses.field(
        default=default, metadata={"kind": kind, "doc": doc, "key": key}
    )


def mapping_field(kind: Kind, doc: str, key: str = "") -> Any:
    """Return a field whose value is a mapping, empty when it is not given."""
    metadata = {"kind": kind, "doc": doc, "key": key}
    return dataclasses.field(default_factory=dict, metadata=metadata)


def rest_field(kind: Kind, keys: tuple[str, ...], doc: str) -> Any:
    """Return a field that collects every key of a closed list, such as languages."""
    metadata = {"rest": kind, "keys": keys, "doc": doc}
    return dataclasses.field(default_factory=dict, metadata=metadata)


def place_field() -> Any:
    """Return the field that keeps where a noun begins; no file has it."""
    return dataclasses.field(default=Place(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Declared:
    """A noun's field as its class declares it."""

    name: str
    key: str
    kind: Kind
    doc: str
    required: bool


def declared_fields(noun: type) -> tuple[Declared, ...]:
    """The fields of a noun that a file may give, in order."""
    known = _DECLARED.get(noun)
    if known is None:
        known = _DECLARED[noun] = tuple(
            Declared(
                each.name,
                each.metadata["key"] or each.name,
                each.metadata["kind"],
                each.metadata["doc"],
                each.default is MISSING and each.default_factory is MISSING,
            )
            for each in dataclasses.fields(noun)
            if "kind" in each.metadata
        )
    return known


_DECLARED: dict[type, tuple[Declared, ...]] = {}


def rest_of(noun: type) -> dataclasses.Field[Any] | None:
    """The field of a noun that collects the keys of a closed list, if it has one."""
    return next((e for e in dataclasses.fields(noun) if "rest" in e.metadata), None)


def read_record(noun: type, value: Mapping, report: Report) -> Any:
    """A noun out of a mapping, or None where a required field is missing.

    Unknown keys are refused by name, every field is read, and all problems are
    reported, not only the first.
    """
    declared = {each.key: each for each in declared_fields(noun)}
    found: dict[str, Any] = {"place": value.place}
    for key, each in value.items():
        if key not in declared:
            _rest(noun, key, each, found, report)
        elif each != "" or not isinstance(each, Text) or each.style:
            read = declared[key].kind.read(each, report)
            if read is not None:
                found[declared[key].name] = read
            elif declared[key].required:
                found[declared[key].name] = None
    return _made(noun, value, found, report)


def _rest(
    noun: type, key: Text, value: Value, found: dict[str, Any], report: Report
) -> None:
    """Read a key that no field declares: into the rest field, or refuse it."""
    rest = rest_of(noun)
    keys = rest.metadata["keys"] if rest else ()
    if rest is None or key not in keys:
        _unknown_key(key, (*(e.key for e in declared_fields(noun)), *keys), report)
        return
    read = rest.metadata["rest"].read(value, report)
    if read is not None:
        found.setdefault(rest.name, {})[str(key)] = read


def _made(noun: type, value: Mapping, found: dict[str, Any], report: Report) -> Any:
    absent = [
        each
        for each in declared_fields(noun)
        if each.required and found.get(each.name) is None
    ]
    for each in absent:
        if each.name not in found:
            message = f"`{each.key}:` is missing"
            report(Problem(value.place, message, f"{each.key}: {each.doc}"))
    return None if absent else noun(**found)


def _unknown_key(key: Text, known: tuple[str, ...], report: Report) -> None:
    near = nearest(key, known)
    hint = f"did you mean `{near}`?" if near else f"known here: {', '.join(known)}"
    report(Problem(key.place, f"unknown key `{key}`", hint))
