"""The sources that translations were made from, kept beside them by tools."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reportkit.model.reading import SET_ASIDE, TRANSLATED_FROM
from reportkit.source.emission import Prose, emit
from reportkit.source.yaml_reader import read_yaml
from reportkit.translate.standing import Standing

HEAD = "# Sources as they were translated; written by tools, not by people.\n"


class Desk(NamedTuple):
    """A language's files as they are, and what the session asks of them.

    `files` are by path below the language's folder; `homes` tells in which file of
    the original a passage stands, `known` are all ids that it may translate.
    """

    files: Mapping[str, bytes]
    standings: tuple[Standing, ...]
    homes: Mapping[str, str]
    known: frozenset[str]


def translated_from(
    desk: Desk, standings: Iterable[Standing], lasting: frozenset[str] | None = None
) -> str:
    """The sources that a language's translations were made from, by key.

    Those of what is set aside (`lasting`) are kept for the day that it comes back.
    """
    before, _ = read_yaml(desk.files.get(TRANSLATED_FROM, b""), TRANSLATED_FROM)
    known = {
        each.key: Prose(each.before if each.grade else each.source)
        for each in standings
        if each.text and (each.before or not each.grade)
    }
    kept = aside_keys(desk) if lasting is None else lasting
    for key, text in (before or {}).items():
        if str(key) in kept and isinstance(text, str):
            known.setdefault(str(key), Prose(text))
    return HEAD + (emit(known) if known else "")


def aside_keys(desk: Desk) -> frozenset[str]:
    """The passages whose translations are set aside."""
    top, _ = read_yaml(desk.files.get(SET_ASIDE, b""), SET_ASIDE)
    return frozenset(map(str, top or {}))
