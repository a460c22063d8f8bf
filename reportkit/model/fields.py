"""How a field of a noun is declared: once, for the reader and for the schema.

A noun is a frozen class whose fields are made by `field(kind, doc)`: its kind
reads one value with its place and describes itself as JSON Schema.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple, TypeVar

from reportkit.model.kinds import Kind, Report, Schema
from reportkit.problems import Place, Problem, nearest
from reportkit.source.values import Mapping, Text, Value, text_at

N = TypeVar("N", bound="Noun")
REQUIRED: Any = object()
NOTHING: Any = MappingProxyType({})
NOWHERE = Place("")


class Field(NamedTuple):
    """A field as a noun declares it.

    `key` is its name in a file; `keys` are the names that a rest field
    collects; a field without a kind is no part of a file.
    """

    kind: Kind | None
    doc: str = ""
    default: Any = REQUIRED
    key: str = ""
    keys: tuple[str, ...] = ()
    name: str = ""

    @property
    def required(self) -> bool:
        return self.default is REQUIRED


def field(kind: Kind, doc: str, default: Any = REQUIRED, key: str = "") -> Any:
    """Return a field that knows its kind, its sentence and its key in a file.

    A field without a default is required. `key` is the name in the file where
    it differs from the name in Python.
    """
    return Field(kind, doc, default, key)


def mapping_field(kind: Kind, doc: str, key: str = "") -> Any:
    """Return a field whose value is a mapping, empty when it is not given."""
    return Field(kind, doc, NOTHING, key)


def rest_field(kind: Kind, keys: tuple[str, ...], doc: str) -> Any:
    """Return a field that collects every key of a closed list, such as languages."""
    return Field(kind, doc, NOTHING, keys=keys)


def place_field() -> Any:
    """Return the field that keeps where a noun begins; no file has it."""
    return Field(None, default=NOWHERE)


class Declaring(type):
    """Makes a noun out of the fields that its class declares.

    What a dataclass is, but made forty times faster: every command makes all of
    them before it does anything.
    """

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        names = tuple(key for key, value in body.items() if isinstance(value, Field))
        fields = tuple(_named(key, body.pop(key)) for key in names)
        body |= {"__slots__": names, "FIELDS": fields}
        return super().__new__(cls, name, bases, body)


class Noun(metaclass=Declaring):
    """A frozen value with declared fields; two are equal wherever they stand."""

    FIELDS: ClassVar[tuple[Field, ...]] = ()

    def __init__(self, *values: Any, **named: Any) -> None:
        named.update(zip((each.name for each in self.FIELDS), values, strict=False))
        for each in self.FIELDS:
            value = named.pop(each.name, each.default)
            if value is REQUIRED:
                raise TypeError(f"{type(self).__name__} needs {each.name}")
            object.__setattr__(self, each.name, value)
        if named:
            raise TypeError(f"{type(self).__name__} has no {', '.join(named)}")

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Noun) and self._told() == other._told()

    def __repr__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self._told()[1:])
        return f"{type(self).__name__}({told})"

    def _told(self) -> list[tuple[str, Any]]:
        """The class, and what each field that a file may give holds."""
        told = (
            (each.name, getattr(self, each.name)) for each in self.FIELDS if each.kind
        )
        return [("", type(self)), *told]


def _named(name: str, declared: Field) -> Field:
    return declared._replace(name=name, key=declared.key or name)


def replaced(value: N, **changes: Any) -> N:
    """Return a noun like another but for some fields."""
    kept = {each.name: getattr(value, each.name) for each in value.FIELDS}
    return type(value)(**{**kept, **changes})


def declared_fields(noun: type[Noun]) -> tuple[Field, ...]:
    """The fields of a noun that a file may give, in order."""
    return tuple(each for each in noun.FIELDS if each.kind and not each.keys)


def rest_of(noun: type[Noun]) -> Field | None:
    """The field of a noun that collects the keys of a closed list, if it has one."""
    return next((each for each in noun.FIELDS if each.keys), None)


class Record(Kind):
    """A noun; `short` names the field that a bare text stands for."""

    def __init__(self, of: type[Noun], short: str = "") -> None:
        self.of, self.short = of, short

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


def read_record(noun: type[Noun], value: Mapping, report: Report) -> Any:
    """A noun out of a mapping, or None where a required field is missing.

    Unknown keys are refused by name, every field is read, and all problems are
    reported, not only the first.
    """
    declared = {each.key: each for each in declared_fields(noun)}
    kinds = {key: each.kind or Kind() for key, each in declared.items()}
    found: dict[str, Any] = {"place": value.place}
    for key, each in value.items():
        if key not in declared:
            _rest(noun, key, each, found, report)
        elif each != "" or not isinstance(each, Text) or each.style:
            read = kinds[key].read(each, report)
            if read is not None:
                found[declared[key].name] = read
            elif declared[key].required:
                found[declared[key].name] = None
    return _made(noun, value, found, report)


def _rest(
    noun: type[Noun], key: Text, value: Value, found: dict[str, Any], report: Report
) -> None:
    """Read a key that no field declares: into the rest field, or refuse it."""
    rest = rest_of(noun)
    keys = rest.keys if rest else ()
    if rest is None or key not in keys:
        declared = declared_fields(noun)
        near = _unknown_key(key, (*(each.key for each in declared), *keys), report)
        # Said once: what is misspelt is not missing as well.
        for each in declared:
            if each.key == near and each.required:
                found.setdefault(each.name, None)
        return
    read = rest.kind.read(value, report) if rest.kind else None
    if read is not None:
        found.setdefault(rest.name, {})[str(key)] = read


def _made(
    noun: type[Noun], value: Mapping, found: dict[str, Any], report: Report
) -> Any:
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


def _unknown_key(key: Text, known: tuple[str, ...], report: Report) -> str:
    """The known key that was probably meant, or nothing."""
    near = nearest(key, known)
    hint = f"did you mean `{near}`?" if near else f"known here: {', '.join(known)}"
    report(Problem(key.place, f"unknown key `{key}`", hint))
    return near
