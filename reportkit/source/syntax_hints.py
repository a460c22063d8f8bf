"""Syntax errors of YAML in words that help a writer of prose.

YAML bites prose in four ways: a colon in a plain line, a bracket, a star or a
brace at the beginning of one. Each is recognised by the line it happened in.
"""

from __future__ import annotations

import re
from typing import Any

from reportkit.problems import Place, Problem
from reportkit.source.values import File

BLOCK = "write the text as a block: `{key}: |` with the text indented below"

# What stands in the line, what to say of it.
PROSE = (
    (
        re.compile(r"^\s*(?:- )?(?P<key>[\w-]+):\s+\*"),
        "a text that begins with `*` is read as an alias",
    ),
    (
        re.compile(r"^\s*(?:- )?(?P<key>[\w-]+):\s+\[[^\]]*\]\s*\S"),
        "a text that begins with `[` is read as a list",
    ),
    (
        re.compile(r"^\s*(?:- )?(?P<key>[\w-]+):\s+\{[^}]*\}\s*\S"),
        "a text that begins with `{` is read as keys and values",
    ),
    (
        re.compile(r"^\s*(?:- )?(?P<key>[\w-]+):\s+[^\"'|>{\[\s].*:(\s|$)"),
        "a colon inside a plain text starts a new key",
    ),
    (
        re.compile(r"^\s*(?:- )?(?P<key>[\w-]+):\s+[@`%]"),
        "a text cannot begin with this character",
    ),
)

# Words of the parser, our words, our hint.
KNOWN = (
    ("cannot start any token", "this character cannot begin a text",
     "indent with spaces, not tabs; write prose as a block: `key: |`"),
    ("while scanning a quoted scalar", "a quotation mark is opened and never closed",
     "close it, or write the text as a block: `key: |`"),
    ("could not find expected ':'", "a key without a colon",
     "write `key: value`, or indent the line so that it belongs to the text above"),
    ("expected ',' or ']'", "a list that begins with `[` is never closed",
     "close it with `]`"),
    ("expected ',' or '}'", "a value that begins with `{` is never closed",
     "close it with `}`"),
    ("did not find expected key", "the indentation does not fit the lines above",
     "keys of one level stand in one column"),
    ("mapping values are not allowed", "a colon where no key is expected",
     "write the text as a block: `key: |` with the text indented below"),
)  # fmt: skip

CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} )", re.M)


def explain(error: Any, file: File) -> Problem:
    """The problem that a parser's error is, with what to type instead."""
    conflict = CONFLICT.search(file.text)
    if conflict:
        return Problem(
            file.place(conflict.start()),
            "a merge conflict is left in this file",
            "keep one of the two versions and delete the marker lines",
        )
    mark = error.problem_mark or error.context_mark
    if "quoted scalar" in (error.context or ""):
        mark = error.context_mark
    if mark is None:
        return Problem(Place(file.path), "this file is not YAML")
    place = Place(file.path, mark.line + 1, mark.column + 1)
    return _of_prose(error, file, place) or _known(error, place)


def _of_prose(error: Any, file: File, place: Place) -> Problem | None:
    lines = file.text.splitlines() or [""]
    context = getattr(error, "context_mark", None)
    numbers = {place.line, place.line - 1, context.line + 1 if context else place.line}
    for number in sorted(numbers, reverse=True):
        if not 1 <= number <= len(lines):
            continue
        for pattern, message in PROSE:
            match = pattern.match(lines[number - 1])
            if match:
                column = lines[number - 1].index(":", match.start("key")) + 1
                value = re.compile(r"\s*").match(lines[number - 1], column)
                at = Place(file.path, number, (value.end() if value else column) + 1)
                return Problem(at, message, BLOCK.format(key=match.group("key")))
    return None


def _known(error: Any, place: Place) -> Problem:
    said = f"{error.context or ''} {error.problem or ''}"
    for words, message, hint in KNOWN:
        if words in said:
            return Problem(place, message, hint)
    return Problem(place, f"this is not YAML: {error.problem or 'unknown reason'}")
