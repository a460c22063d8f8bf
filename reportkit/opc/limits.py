"""What a Word file from outside may cost, and the refusal of one that is not read.

A refusal travels as an exception inside this room only; `opening` makes a problem
of it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_LONGEST_SHOWN = 80  # characters

LIMIT = "limit-"


class Limits(NamedTuple):
    """The most that a file may have; sizes in bytes.

    `ratio` is that of a part's size to its packed size, looked at above
    `ratio_from`. `columns` are those that one cell may span (Word stops at 63),
    `nodes` the tags of one part, `seconds` and `memory` what a child process gets.
    """

    on_disk: int = 200_000_000
    entries: int = 4_000
    inflated: int = 400_000_000
    part: int = 100_000_000
    ratio: int = 200
    ratio_from: int = 1_000_000
    columns: int = 63
    table_depth: int = 32
    paragraphs: int = 200_000
    nodes: int = 4_000_000
    seconds: int = 120
    memory: int = 1_000_000_000


LIMITS = Limits()


class Refusal(Exception):
    """Why a file, or a part of it, is not read; `rule` is the reason's short name."""

    def __init__(self, rule: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.hint = hint


class Passed(Refusal):
    """A limit that the file passes; no part of it is read then."""

    def __init__(self, rule: str, message: str) -> None:
        hint = "if the file is sound, save it anew in Word or split it"
        super().__init__(LIMIT + rule, message, hint)


class Unsafe(Refusal):
    """Something that no sound Word file has; no part of it is read then."""

    def __init__(self, rule: str, message: str) -> None:
        hint = "open the file in Word and save it anew as .docx"
        super().__init__(rule, message, hint)


class Damaged(Refusal):
    """A part that cannot be read; the rest of the file may be."""

    def __init__(self, rule: str, message: str) -> None:
        hint = "open the file in Word, let it repair the file, and save it as .docx"
        super().__init__(rule, message, hint)


class Remark(NamedTuple):
    """Something odd that stops nothing."""

    rule: str
    message: str
    hint: str = ""


def quoted(name: str) -> str:
    """A name out of the file as messages show it: on one line, not too long."""
    short = name if len(name) <= _LONGEST_SHOWN else f"{name[:_LONGEST_SHOWN]}…"
    return f'"{_UNPRINTABLE.sub(_escaped, short)}"'


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")
