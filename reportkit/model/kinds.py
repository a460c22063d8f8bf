"""What may stand as a field's value: kinds that read it and describe themselves."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from reportkit.problems import Place, Problem, nearest
from reportkit.source.values import Mapping, Sequence, Text, Value

ID = re.compile(r"[a-z][a-z0-9-]{0,39}")
# un-layout.md, section 4: holds for every symbol that was measured.
SYMBOL = re.compile(
    r"[A-Z][A-Z0-9]*(/([A-Z][A-Za-z]*(\.([A-Z]|\d+(-\d+)?))?|\d+(-\d+)?|S-\d+))+\*{0,2}"
)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
WHOLE = re.compile(r"0*[1-9][0-9]{0,5}")
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
        """The kind as JSON Schema; an unquoted figure is a text to us."""
        return {"type": ["string", "number", "boolean", "null"]}

    def refuse(self, value: Value, report: Report, hint: str = "") -> None:
        """Report that a value is not of this kind."""
        message = f"{describe(value)} stands where {self.expected()} is expected"
        report(Problem(place_of(value), message, hint))


class Matching(Kind):
    """A text of one shape, such as an id or a symbol; `name` says which."""

    def __init__(
        self, name: str, pattern: re.Pattern[str] = ID, hint: str = ""
    ) -> None:
        self.name, self.pattern, self.hint = name, pattern, hint

    def expected(self) -> str:
        return self.name

    def read(self, value: Value, report: Report) -> Any:
        if isinstance(value, Text) and self.pattern.fullmatch(value):
            return value
        return self.refuse(value, report, self.hint)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{self.pattern.pattern}$"}


class OneOf(Kind):
    """One word of a closed list; `name` says of what."""

    def __init__(self, name: str, words: tuple[str, ...]) -> None:
        self.name, self.words = name, words

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


class Whole(Kind):
    """A whole number from 1."""

    def expected(self) -> str:
        return "a number from 1"

    def read(self, value: Value, report: Report) -> Any:
        if isinstance(value, Text) and WHOLE.fullmatch(value):
            return int(value)
        return self.refuse(value, report)

    def schema(self) -> Schema:
        return {"type": ["integer", "string"], "pattern": "^[0-9]+$", "minimum": 1}


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
        return {"enum": [True, False, "yes", "no"]}


class ListOf(Kind):
    """A list; a single value is taken for a list of one."""

    def __init__(self, of: Kind) -> None:
        self.of = of

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


class MapOf(Kind):
    """Values by key; the keys are of a kind too, and keep their places."""

    def __init__(self, of: Kind, key: Kind | None = None) -> None:
        self.of = of
        self.key = key or Matching(
            "an id", ID, "lower-case letters, digits and hyphens"
        )

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
        return {
            "type": ["object", "null"],
            "propertyNames": self.key.schema(),
            "additionalProperties": self.of.schema(),
        }
