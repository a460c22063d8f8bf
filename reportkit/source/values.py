"""The values of a YAML file, each with its place.

A scalar is the text that was typed (`010`, `NO` and `12:30` stay what they
are), a mapping is a dict and a sequence a tuple; all of them know where they
begin, so that a message can point there long after reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from reportkit.problems import Place

SPACE = " \t\n\r"


class File(NamedTuple):
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
        white space is the same in both; texts in double quotes may hold
        escapes, have no such rule and answer with their beginning.
        """
        index = self.index_at(offset)
        return self.place if index is None else self.file.place(index)

    def index_at(self, offset: int) -> int | None:
        """Where the character at an offset is in the file, if that can be told."""
        if self.style == '"':
            return None
        wanted = sum(character not in SPACE for character in self[:offset])
        return next(islice(self._characters(), wanted, None), None)

    def _characters(self) -> Iterator[int]:
        """The indices of the characters that are not white space."""
        raw, index = self.file.text, self._first_character()
        while index < self.end:
            if raw[index] not in SPACE:
                yield index
            # Between single quotes an apostrophe is typed twice.
            index += 2 if self.style == "'" and raw[index] == "'" else 1

    def _first_character(self) -> int:
        if self.style not in ("|", ">"):
            return self.start + (self.style == "'")
        ends = (self.file.text.find(end, self.start) for end in "\r\n")
        return min((end for end in ends if end >= 0), default=self.start) + 1

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
    """A stretch of a text, as a text with the place where it begins.

    It is kept as if it were plain: it begins at its first character, which a
    block or a quoted text does not.
    """
    part = Text(text[start:end])
    part.file, part.end = text.file, text.end
    place = text.place_at(start)
    part.line, part.column = place.line, place.column
    index = text.index_at(start)
    part.style = "" if text.style in ("|", ">") else text.style
    part.start = text.start if index is None else index - (part.style == "'")
    return part
