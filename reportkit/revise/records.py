"""Nouns as keys and values of a YAML file, and back: one row a key, for both ways.

What says nothing (no words, no points, no) is not written, and is what a key that
is not given stands for. What is wrong in a file is reported with its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from reportkit.document.nodes import Content, Property
from reportkit.model.kinds import Flag, Kind, MapOf, Whole, describe
from reportkit.problems import Problem, nearest
from reportkit.revise.marked_text import Unread, read_content, write_content
from reportkit.source import values
from reportkit.source.values import Text, Value

# The longest text that goes on the line of its key, where it may go there at all.
LONGEST = 60
# What a program may take for a sign of YAML's own inside braces.
FIT_FOR_BRACES = re.compile(r"(\w[^\t\n\r:#{}\[\]]*)?")
UNFIT_FOR_A_BLOCK = re.compile(r"\A\s|[\r\t]|\s\Z")


class Block(str):
    """A text that stands below its key."""

    __slots__ = ()


class Braces(dict[str, Any]):
    """Keys and values on one line."""

    __slots__ = ()


Tree = str | list[Any] | dict[str, Any]


def on_one_line(pairs: Mapping[str, Any]) -> Tree:
    """Keys and values in braces, where the values are short and simple enough."""
    fit = all(map(FIT_FOR_BRACES.fullmatch, pairs.values()))
    short = all(len(each) <= LONGEST for each in pairs.values())
    return Braces(pairs) if fit and short else dict(pairs)


class Reading(NamedTuple):
    """What reading needs, the labels of footnotes by id, and the problems it met."""

    labels: Mapping[str, str]
    problems: list[Problem]

    def report(self, problem: Problem) -> None:
        """Keep a problem."""
        self.problems.append(problem)


class Kept(NamedTuple):
    """How a value is written and how it is read; `empty` is one that says nothing."""

    write: Callable[[Any], Tree]
    read: Callable[[Value, Reading], Any]
    empty: Any = ""


class Key(NamedTuple):
    """A key in the file; `field` is its name in the noun where that is another.

    A key that is `required` is written even where it says nothing.
    """

    key: str
    kept: Kept
    field: str = ""
    required: bool = False

    @property
    def name(self) -> str:
        return self.field or self.key


def record(
    made: Callable[..., Any],
    *keys: Key,
    laid: Callable[[dict[str, Tree]], Tree] = dict,
) -> Kept:
    """A noun as keys and values; `laid` lays them out, in a block or in braces."""
    return Kept(
        lambda noun: laid(written(noun._asdict(), keys)),
        partial(read_keys, made, keys),
        None,
    )


def listed(one: Kept) -> Kept:
    """Several values, each written and read in the same way."""
    return Kept(
        lambda several: [one.write(each) for each in several],
        lambda value, reading: tuple(
            one.read(each, reading)
            for each in (value if isinstance(value, values.Sequence) else (value,))
        ),
        (),
    )


def written(noun: Mapping[str, Any], keys: tuple[Key, ...]) -> dict[str, Tree]:
    """The keys and values of a noun, given as its fields by name."""
    return {
        each.key: each.kept.write(noun[each.name])
        for each in keys
        if each.required or noun[each.name] != each.kept.empty
    }


def read_keys(
    made: Callable[..., Any], keys: tuple[Key, ...], value: Value, reading: Reading
) -> Any:
    """A noun out of its keys; without meaning where a problem was reported."""
    if not isinstance(value, values.Mapping):
        message = f"{describe(value)} stands where keys and values are expected"
        return reading.report(Problem(value.place, message))
    given = {key: each for key, each in value.items() if not _says_nothing(each)}
    _report_unknown(value, keys, reading)
    for each in keys:
        if each.required and each.key not in given:
            reading.report(Problem(value.place, f"`{each.key}:` is missing"))
    found = {
        each.name: each.kept.read(given[Text(each.key)], reading)
        if each.key in given
        else each.kept.empty
        for each in keys
    }
    return made(**found)


def _says_nothing(value: Value) -> bool:
    return isinstance(value, Text) and not value and not value.style


def _report_unknown(
    value: values.Mapping, keys: tuple[Key, ...], reading: Reading
) -> None:
    known = tuple(each.key for each in keys)
    for key in value:
        if key not in known:
            near = nearest(key, known)
            hint = f"did you mean `{near}`?" if near else f"known: {', '.join(known)}"
            reading.report(Problem(key.place, f"unknown key `{key}`", hint))


def _reader_of(kind: Kind) -> Callable[[Value, Reading], Any]:
    return lambda value, reading: kind.read(value, reading.report)


def _read_words(value: Value, reading: Reading) -> str:
    # Not the text as it was read, which would keep its whole file in memory.
    return str(Kind().read(value, reading.report) or "")


def _read_content(value: Value, reading: Reading) -> Content:
    text = Kind().read(value, reading.report)
    try:
        return read_content(str(text or ""), reading.labels)
    except Unread as unread:
        place = text.place_at(unread.offset)
        reading.report(
            Problem(place, str(unread), "what was issued is not edited by hand")
        )
        return ()


def _read_pairs(value: Value, reading: Reading) -> tuple[Property, ...]:
    pairs = MapOf(Kind(), Kind()).read(value, reading.report) or {}
    return tuple(Property(str(name), str(each)) for name, each in pairs.items())


def _write_block(content: Content) -> Tree:
    return _block(write_content(content))


def _write_line(content: Content) -> Tree:
    text = write_content(content)
    return text if len(text) <= LONGEST else _block(text)


def _block(text: str) -> str:
    """A text as a block, unless it has tabs or spaces that nobody would see there."""
    return text if UNFIT_FOR_A_BLOCK.search(text) else Block(text)


WORDS = Kept(str, _read_words)
YES = Kept(lambda yes: "true", _reader_of(Flag()), False)
NUMBER = Kept(str, _reader_of(Whole()), 0)
PAIRS = Kept(lambda pairs: on_one_line(dict(pairs)), _read_pairs, ())
BLOCK_OF_TEXT = Kept(_write_block, _read_content, ())
LINE_OF_TEXT = Kept(_write_line, _read_content, ())
