"""Where the values of a YAML file begin and end in its text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from reportkit.problems import Place, Problem
from reportkit.source.encoding import decode
from reportkit.source.values import File, Mapping, Sequence, Text, Value
from reportkit.source.yaml_reader import read_yaml

NEWLINE = re.compile(r"\r\n|\r|\n")
CLOSER = re.compile(r"(?:[\s,]|#[^\r\n]*)*[\]}]")
BLOCKS = ("|", ">")


class CannotEdit(Exception):
    """Carries the problem that keeps a file from being edited."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        hint = "make the change by hand; this file was left as it is"
        self.problem = Problem(place, message, hint)


@dataclass(frozen=True, slots=True)
class Source:
    """A YAML file that is open for edits: its bytes, its text and its values."""

    data: bytes
    file: File
    top: Mapping
    lines: tuple[int, ...] = field(repr=False)

    @property
    def text(self) -> str:
        return self.file.text

    def index(self, place: Place) -> int:
        """The index in the text of a place that the parser gave."""
        return self.lines[place.line - 1] + place.column - 1

    def line_start(self, index: int) -> int:
        return self.lines[bisect_right(self.lines, index) - 1]

    def line_end(self, index: int) -> int:
        """The index of the end of a line, its line break left out."""
        found = NEWLINE.search(self.text, index)
        return found.start() if found else len(self.text)

    def is_flow(self, value: Mapping | Sequence) -> bool:
        """Whether a value is written in brackets or braces."""
        index = self.index(value.place)
        return self.text[index : index + 1] in ("[", "{")

    def end_of(self, value: Value) -> int:
        """The index after a value; that of block text is the end of its last line."""
        if isinstance(value, Text):
            return self._end_of_text(value)
        below = tuple(value.values()) if isinstance(value, Mapping) else value
        if not self.is_flow(value):
            return self.end_of(below[-1])
        end = self.end_of(below[-1]) if below else self.index(value.place) + 1
        closer = CLOSER.match(self.text, end)
        return closer.end() if closer else end

    def _end_of_text(self, text: Text) -> int:
        if text.style not in BLOCKS:
            return text.end
        lines = self.text[text.start : text.end].splitlines(keepends=True)
        # The empty lines at the end are part of a text that is begun with `+`.
        while "+" not in lines[0].partition("#")[0] and _is_empty(lines):
            lines.pop()
        raw = "".join(lines)
        return text.start + len(raw.removesuffix("\n").removesuffix("\r"))


def _is_empty(lines: list[str]) -> bool:
    """Whether the last line of a block has no more than the block's indentation."""
    *before, last = (line.rstrip("\r\n") for line in lines[1:] or ("-",))
    depths = (len(line) - len(line.lstrip(" ")) for line in before if line.strip(" "))
    return not last.strip(" ") and len(last) <= min(depths, default=len(last))


def open_source(data: bytes, path: str) -> Source:
    """A file open for edits; CannotEdit where something is wrong with it."""
    top, problems = read_yaml(data, path)
    if top is None or problems:
        raise CannotEdit(problems[0].place, problems[0].message)
    file, _ = decode(data, path)
    starts = (0, *(match.end() for match in NEWLINE.finditer(file.text)))
    return Source(data, file, top, starts)
