"""Facts as adopted amendments correct them.

The values of the fact files come in as they were read, and go out with other values
at the paths that amendments name. A file is then read as if it had said so.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Map
from typing import NamedTuple

from reportkit.model.amendments import Amendment
from reportkit.model.kinds import Report
from reportkit.problems import Place, Problem, nearest
from reportkit.source.values import Mapping, Sequence, Text, Value, text_at

Trees = Map[str, Mapping | None]


class Corrections(NamedTuple):
    """The fact files that amendments change, by path, and what the facts were.

    `was` holds, by amendment, the fact as it was typed; of several lines, nothing.
    """

    trees: dict[str, Mapping]
    was: dict[str, str]


def corrected(
    trees: Trees, amendments: Iterable[Amendment], report: Report
) -> Corrections:
    """The fact files as amendments correct them.

    A path that leads nowhere is reported, for amendments that are still open;
    only adopted ones change anything.
    """
    made: dict[str, Mapping] = {}
    was: dict[str, str] = {}
    for each in amendments:
        if each.action != "correct" or not each.open:
            continue
        file, _, path = each.fact.partition(" ")
        tree = made.get(file) or trees.get(file)
        if tree is None or not path.strip():
            _unknown_file(each, tuple(trees), report)
            continue
        changed = _put(tree, path.split("."), each, report)
        if changed is not None and each.adopted:
            made[file] = changed
            was[str(each.id)] = _value_at(tree, path.split("."))
    return Corrections(made, was)


def _value_at(tree: Value, path: list[str]) -> str:
    """A fact as it was typed; nothing where it is a list, or was not given."""
    value: Value | None = tree
    for name in path:
        if not isinstance(value, Mapping):
            return ""
        value = value.get(Text(name.strip()))
    return str(value) if isinstance(value, Text) else ""


def _unknown_file(each: Amendment, known: tuple[str, ...], report: Report) -> None:
    message = f'"{each.fact}" names no fact'
    hint = f"a file and a path: session.yaml bodies.wg2.from; files: {', '.join(known)}"
    report(Problem(_place(each), message, hint))


def _put(
    tree: Mapping, path: list[str], each: Amendment, report: Report
) -> Mapping | None:
    """A copy of the tree with a new value at the path; None after reporting."""
    name, *rest = (part.strip() for part in path)
    key = next((key for key in tree if key == name), None)
    if key is None and rest:
        report(_nowhere(name, tuple(map(str, tree)), each))
        return None
    value = tree[key] if key is not None else None
    new = _below(value, rest, each, report) if rest else each.new
    if new is None:
        return None
    copy = Mapping(tree)
    copy.place = tree.place
    copy[key if key is not None else text_at(name, _place(each))] = new
    return copy


def _below(
    value: Value | None, path: list[str], each: Amendment, report: Report
) -> Value | None:
    if isinstance(value, Mapping):
        return _put(value, path, each, report)
    if isinstance(value, Sequence):
        return _put_in_list(value, path, each, report)
    report(_nowhere(path[0], (), each))
    return None


def _put_in_list(
    values: Sequence, path: list[str], each: Amendment, report: Report
) -> Sequence | None:
    """A copy of a list with a new entry; it is found by its id, or counted from 1."""
    name, *rest = path
    names = tuple(_id_of(value) or str(n) for n, value in enumerate(values, 1))
    counted = tuple(map(str, range(1, len(values) + 1)))
    found = next((row.index(name) for row in (names, counted) if name in row), None)
    if found is None:
        report(_nowhere(name, names, each))
        return None
    new = _below(values[found], rest, each, report) if rest else each.new
    if new is None:
        return None
    copy = Sequence((*values[:found], new, *values[found + 1 :]))
    copy.place = values.place
    return copy


def _id_of(value: Value) -> str:
    known = value.get(Text("id")) if isinstance(value, Mapping) else None
    return str(known or "")


def _nowhere(name: str, known: tuple[str, ...], each: Amendment) -> Problem:
    near = nearest(name, known)
    listed = f"known here: {', '.join(known)}" if known else "nothing stands below it"
    hint = f"did you mean `{near}`?" if near else listed
    return Problem(_place(each), f'"{each.fact}": there is no `{name}`', hint)


def _place(each: Amendment) -> Place:
    return each.fact.place if each.fact else each.place
