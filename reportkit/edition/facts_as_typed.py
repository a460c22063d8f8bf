"""A fact as its file has it, in a few words."""

from __future__ import annotations

from itertools import chain

from reportkit.edition.workspace import SessionFiles
from reportkit.source.values import Mapping, Sequence, Text, Value
from reportkit.source.yaml_reader import read_yaml


def fact_as_typed(files: SessionFiles, fact: str) -> str:
    """The value of a fact, such as session.yaml bodies.wg2.from; of none, nothing."""
    name, _, path = fact.partition(" ")
    value: Value | None = None
    if name in files.files:
        value, _ = read_yaml(files.files[name], name)
    for step in path.split("."):
        value = _below(value, step.strip())
    return on_one_line(value)


def _below(value: Value | None, step: str) -> Value | None:
    """What a key has, or an entry of a list: by its id, or counted from 1."""
    if isinstance(value, Mapping):
        return value.get(Text(step))
    if not isinstance(value, Sequence):
        return None
    named = (e for e in value if isinstance(e, Mapping) and e.get(Text("id")) == step)
    counted = (each for number, each in enumerate(value, 1) if str(number) == step)
    return next(chain(named, counted), None)


def on_one_line(value: Value | None) -> str:
    """A value as it is typed in brackets and braces; a text as it is."""
    if isinstance(value, Mapping):
        pairs = (f"{key}: {on_one_line(each)}" for key, each in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, Sequence):
        return f"[{', '.join(map(on_one_line, value))}]"
    return " ".join((value or "").split())
