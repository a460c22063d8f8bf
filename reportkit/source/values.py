"""The values of a YAML file, each with its place.

A scalar is the text that was typed (`010`, `NO` and `12:30` stay what they
are), a mapping is a dict and a sequence a tuple; all of them know where they
begin, so that a message can point there long after reading.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, islice
from typing import Any, NamedTuple

from reportkit.problems import Place

SPACE = " \t\n\r"
LINE_END = re.compile(r"\r\n?|\n")


class File(NamedTuple):
    """A source file as it was read: its path as shown to people, and its text."""

    path: str
    text: str

    def place(self, index: int) -> Place:
        """The place of the code point at an index of the text."""
        starts = _line_starts(self.text)
        line = bisect_right(starts, index)
        return Place(self.path, line, index - starts[line - 1] + 1)


@lru_cache(maxsize=8)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(end.end() for end in LINE_END.finditer(text)))


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
        wanted = sum(character not in SPACE for character in self[:offset])
        index = next(islice(self.indices(), wanted, None), None)
        return self.place if index is None else self.file.place(index)

    def indices(self) -> Iterator[int]:
        """Where its characters that are not white space are, if that can be told."""
        raw, index = self.file.text, self._first_character()
        while index < self.end and self.style != '"':
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


def parts_of(text: Text, stretches: Iterable[tuple[int, int]]) -> Iterator[Text]:
    """Stretches of a text, each as a text with the place where it begins.

    They are kept as if they were plain: each begins at its first character,
    which a block or a quoted text does not.
    """
    indices = tuple(text.indices())
    before = tuple(accumulate((each not in SPACE for each in text), initial=0))
    for start, end in stretches:
        yield _part(text, text[start:end], indices[before[start] : before[end]])


def _part(text: Text, words: str, indices: tuple[int, ...]) -> Text:
    part = Text(words)
    part.file, part.line, part.column = text.file, text.line, text.column
    part.start, part.end, part.style = text.start, text.end, text.style
    if indices:
        part.style = "'" if text.style == "'" else ""
        part.start, part.end = indices[0] - (part.style == "'"), indices[-1] + 1
        _, part.line, part.column = text.file.place(indices[0])
    return part
