"""Where the files of facts name States, before their names became codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportkit.model.facts import CATEGORIES
from reportkit.source.values import Mapping, Sequence, Text, Value


def entries(value: Value | None) -> Iterator[tuple[Value, Sequence | None]]:
    """The entries of a list with its list; a single value has none."""
    if isinstance(value, Sequence):
        yield from ((each, value) for each in value)
    elif value:
        yield value, None


def _of_participants(top: Mapping) -> Iterator[Value]:
    for category in CATEGORIES:
        yield from (value for value, _ in entries(top.get(Text(category))))


def _of_statements(top: Mapping) -> Iterator[Value]:
    for statement, _ in entries(top.get(Text("statements"))):
        if isinstance(statement, Mapping):
            yield from (value for value, _ in entries(statement.get(Text("by"))))


def _of_agenda(top: Mapping) -> Iterator[Value]:
    for item, _ in entries(top.get(Text("items"))):
        leading = item.get(Text("led_by")) if isinstance(item, Mapping) else None
        for each, _ in entries(leading):
            if isinstance(each, Mapping) and Text("representative_of") in each:
                yield each[Text("representative_of")]


def _of_names(top: Mapping) -> Iterator[Value]:
    persons = top.get(Text("persons"))
    for person in persons.values() if isinstance(persons, Mapping) else ():
        if isinstance(person, Mapping) and Text("state") in person:
            yield person[Text("state")]


# The files in which States are named, and where.
STATES: dict[str, Callable[[Mapping], Iterator[Value]]] = {
    "participants.yaml": _of_participants,
    "statements.yaml": _of_statements,
    "agenda.yaml": _of_agenda,
    "names.yaml": _of_names,
}
