"""Syntax errors of YAML in words that help a writer of prose.

YAML bites prose in four ways: a colon in a plain line, a bracket, a star or a
brace at the beginning of one. Each is recognised by the line it happened in.
"""

from __future__ import annotations

import re
from typing import Any

from reportkit.problems import Place, Problem
from reportkit.source.values import File

BLOCK = "write the text as a block: `{lead} |` with the text indented below"

# What a value follows in its line: a key, or the hyphen of a list.
LEAD = r"^\s*(?:- +)*(?P<lead>[\w-]+:|-)[ \t]+"
KEY = r"^\s*(?:- +)*(?P<lead>[\w-]+:)[ \t]+"

# What stands in the line, what to say of it.
PROSE = (
    (LEAD + r"\*", "a text that begins with `*` is read as an alias"),
    (LEAD + r"&", "a text that begins with `&` is read as an anchor"),
    (LEAD + r"\[[^\]]*\]\s*[^\s#]", "a text that begins with `[` is read as a list"),
    (
        LEAD + r"\{[^}]*\}\s*[^\s#]",
        "a text that begins with `{` is read as keys and values",
    ),
    (
        LEAD + r"(?:\"[^\"]*\"|'[^']*')\s*[^\s#'\"]",
        "a text that begins with a quotation mark ends with the next one",
    ),
    (
        LEAD + r"[|>](?![-+\d]*\s*(?:#|$))",
        "a text after `|` or `>` begins on the next line",
    ),
    (
        KEY + r"[^\"'|>{\[\s#](?:(?!\s#).)*:(?:\s|$)",
        "a colon inside a plain text starts a new key",
    ),
    (LEAD + r"(?:[@`%]|[-?](?:\s|$))", "a text cannot begin with this character"),
)
PATTERNS = tuple((re.compile(pattern), message) for pattern, message in PROSE)

TAB, SPACES = "a tab indents this line", "type two spaces in its place"
INDENTED = re.compile(r" *\t")

# Words of the parser, our words, our hint; {line} is where it began.
KNOWN = (
    ("tab character", TAB, SPACES),
    ("cannot start any token", "this character cannot begin a text",
     "indent with spaces, not tabs; write prose as a block: `key: |`"),
    ("while scanning a quoted scalar", "a quotation mark is opened and never closed",
     "close it, or write the text as a block: `key: |`"),
    ("could not find expected ':'", "a key without a colon",
     "write `key: value`, or indent the line so that it belongs to the text above"),
    ("expected ',' or ']'", "the list that begins in line {line} is not closed",
     "close it with `]`, and part its entries by commas"),
    ("expected ',' or '}'", "the braces that open in line {line} are not closed",
     "close it with `}`, and part its keys by commas"),
    ("expected node content", "a value is missing between brackets or commas",
     "close what begins with `[` or `{`, and leave no place between commas empty"),
    ("did not find expected key", "the indentation does not fit the lines above",
     "keys of one level stand in one column"),
    ("did not find expected '-'", "the indentation does not fit the lines above",
     "the hyphens of one list stand in one column"),
    ("mapping values are not allowed", "a colon where no key is expected",
     "write the text as a block: `key: |` with the text indented below"),
    ("Unicode character escape", "an escape that stands for no character",
     "type the character itself"),
    ("unknown escape character", "between double quotes a backslash begins an escape",
     "use single quotes, or write the text as a block: `key: |`"),
    ("expected <document start>", "a second document begins here",
     "a file holds one document; remove the line `...`"),
    ("directive", "a line that begins with `%` is an instruction to YAML",
     "indent the line so that it belongs to the text above"),
)  # fmt: skip

CONFLICT = re.compile(r"^(<{7} |={7}\r?$|>{7} )", re.M)
MAIL = re.compile(r"^> ?", re.M)
# Where these were begun is where they must be mended.
BEGUN = ("quoted scalar", "simple key")


def explain(error: Any, file: File) -> Problem:
    """The problem that a parser's error is, with what to type instead."""
    mark = error.problem_mark or error.context_mark
    if any(words in (error.context or "") for words in BEGUN):
        mark = error.context_mark
    place = _place_of(mark, file) if mark else None
    return (
        _of_conflict(file)
        or (place and _of_line(error, file, place))
        or _known(error, file, place or Place(file.path))
    )


def _place_of(mark: Any, file: File) -> Place:
    """Where a mark is; the parser puts the end of a file on a line of its own."""
    end = file.place(len(file.text))
    return min(Place(file.path, mark.line + 1, mark.column + 1), end)


def _of_conflict(file: File) -> Problem | None:
    conflict = CONFLICT.search(file.text)
    if not conflict:
        return None
    return Problem(
        file.place(conflict.start()),
        "a merge conflict is left in this file",
        "keep one of the two versions and delete the marker lines",
    )


def _of_line(error: Any, file: File, place: Place) -> Problem | None:
    """What the line of an error shows, whatever the parser made of it."""
    return (
        _of_mail(file, place) or _of_tab(file, place) or _of_prose(error, file, place)
    )


def _of_tab(file: File, place: Place) -> Problem | None:
    indent = INDENTED.match(_line(file, place.line))
    if not indent:
        return None
    return Problem(Place(file.path, place.line, indent.end()), TAB, SPACES)


def _of_mail(file: File, place: Place) -> Problem | None:
    if not MAIL.match(_line(file, place.line)):
        return None
    return Problem(
        Place(file.path, place.line),
        "this line begins with `>`, as mail programs quote",
        "take the `> ` away from the beginning of every line",
    )


def _of_prose(error: Any, file: File, place: Place) -> Problem | None:
    begun = error.context_mark.line + 1 if error.context_mark else place.line
    for number in sorted({place.line, begun}, reverse=True):
        line = _line(file, number)
        for pattern, message in PATTERNS:
            match = pattern.match(line)
            if match:
                value = line[match.end("lead") :]
                column = len(line) - len(value.lstrip()) + 1
                hint = BLOCK.format(lead=match["lead"])
                return Problem(Place(file.path, number, column), message, hint)
    return None


def _line(file: File, number: int) -> str:
    lines = file.text.splitlines()
    return lines[number - 1] if number <= len(lines) else ""


def _known(error: Any, file: File, place: Place) -> Problem:
    said = f"{error.context or ''} {error.problem or ''}"
    begun = error.context_mark.line + 1 if error.context_mark else place.line
    for words, message, hint in KNOWN:
        if words in said:
            return Problem(place, message.format(line=begun), hint)
    return Problem(place, f"this is not YAML: {error.problem or 'unknown reason'}")
