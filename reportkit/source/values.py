"""The values of a YAML file, each with its place.

A scalar is the text that was typed (`010`, `NO` and `12:30` stay what they
are), a mapping is a dict and a sequence a tuple; all of them know where they
begin, so that a message can point there long after reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportkit.problems import Place

SPACE = " \t\n\r"


@dataclass(frozen=True, slots=True)
class File:
    """A source file as it was read: its path as shown to people, and its text."""

    path: str
    text: str

    def place(self, index: int) -> Place:
        """The place of the code point at an index of the text."""
        before = self.text[:index].replace("\r\n", " \n").replace("\r", "\n")
        line = before.count("\n") + 1
        return Place(self.path, line, len(before) - before.rfind("\n"))


class Text(str):
    """A scalar as it was typed; `start` and `end` are indices into its file."""

    __slots__ = ("column", "end", "file", "line", "start", "style")

    file: File
    line: int
    column: int
    start: int
    end: int
    style: str

    @property
    def place(self) -> Place:
        return Place(self.file.path, self.line, self.column)

    def place_at(self, offset: int) -> Place:
        """The place in the file of the character at an offset of this text.

        Folding changes white space alone, so the n-th character that is not
        white space is the same in both; quoted scalars with escapes have no
        such rule and answer with their beginning.
        """
        raw = self.file.text
        index = self._first_character()
        if self.style == '"':
            return self.place
        wanted = sum(character not in SPACE for character in self[:offset])
        while index < self.end:
            if raw[index] not in SPACE:
                if wanted == 0:
                    return self.file.place(index)
                wanted -= 1
            index += 1
        return self.place

    def _first_character(self) -> int:
        if self.style not in ("|", ">"):
            return self.start + (self.style == "'")
        return self.file.text.find("\n", self.start) + 1

    def __reduce__(self) -> tuple[Any, ...]:
        return str, (str(self),)


class Mapping(dict[Text, Any]):
    """A mapping; `place` is where it begins, keys keep their own places."""

    __slots__ = ("place",)

    place: Place


class Sequence(tuple[Any, ...]):
    """A sequence; `place` is where it begins."""

    place: Place


Value = Text | Mapping | Sequence


def text_at(text: str, place: Place) -> Text:
    """A text that stands nowhere in a file of its own, such as a default."""
    value = Text(text)
    value.file, value.style = File(place.path, ""), ""
    value.line, value.column, value.start, value.end = place.line, place.column, 0, 0
    return value


def part_of(text: Text, start: int, end: int) -> Text:
    """A stretch of a block text, as a text with the place where it begins."""
    part = Text(text[start:end])
    part.file, part.style, part.end = text.file, text.style, text.end
    place = text.place_at(start)
    part.line, part.column = place.line, place.column
    part.start = _index_of(text, place)
    return part


def _index_of(text: Text, place: Place) -> int:
    """The index just before the line of a place: where a block's header would be."""
    lines = text.file.text.splitlines(keepends=True)
    index = sum(len(line) for line in lines[: place.line - 1])
    return max(index - 1, 0)
