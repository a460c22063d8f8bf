"""Values with places out of YAML text.

Session files need only a part of YAML: no anchors, no tags, one document, no
key twice. What lies outside is refused by name, one problem a place, and the
first syntax error ends the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from reportkit.problems import Place, Problem
from reportkit.source.encoding import FORBIDDEN, decode
from reportkit.source.syntax_hints import explain
from reportkit.source.values import File, Mapping, Sequence, Text, Value

MAX_DEPTH = 64
BLOCK = "write the text as a block: `key: |` with the text indented below"


class _Refused(Exception):
    """Carries the problem that ends the reading of a file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_yaml(data: bytes, path: str) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """The mapping at the top of a YAML file, and everything wrong with the file.

    `path` is shown in messages. An empty file is an empty mapping; None means
    that the file could not be read.
    """
    file, problems = decode(data, path)
    if problems:
        return None, problems
    return _Reader(file).read()


class _Reader:
    """Reads one file; keeps what is wrong with it on the way."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.problems: list[Problem] = []
        # Held back: in a file with a syntax error they would say it twice.
        self.commas: list[Problem] = []
        self.depth = 0
        self.loader = yaml.CLoader if hasattr(yaml, "CLoader") else yaml.Loader

    def read(self) -> tuple[Mapping | None, tuple[Problem, ...]]:
        try:
            value = self._document(yaml.parse(self.file.text, Loader=self.loader))
        except _Refused as refused:
            return None, (*self.problems, refused.problem)
        except yaml.YAMLError as error:
            return None, (*self.problems, explain(error, self.file))
        return self._top(value)

    def _top(self, value: Value | None) -> tuple[Mapping | None, tuple[Problem, ...]]:
        if value is None:
            value = Mapping()
            value.place = Place(self.file.path)
        if isinstance(value, Mapping):
            return value, (*self.problems, *self.commas)
        found = "a list" if isinstance(value, Sequence) else "a text"
        problem = Problem(
            value.place,
            f"the top of a file is keys and values, not {found}",
            "begin with a key such as `passages:` and indent the rest below it",
        )
        return None, (*self.problems, problem)

    def _document(self, events: Iterator[Any]) -> Value | None:
        value: Value | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and value is not None:
                raise _Refused(
                    Problem(
                        self._place(event),
                        "a second document begins here",
                        "a file holds one document; remove the line `---`",
                    )
                )
            if isinstance(event, yaml.NodeEvent):
                value = self._value(event, events)
        return value

    def _value(self, event: Any, events: Iterator[Any]) -> Value:
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event)
        self._refuse_names(event)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise _Refused(
                Problem(
                    self._place(event),
                    f"nested deeper than {MAX_DEPTH} levels",
                    "session files need no more than a few levels",
                )
            )
        if isinstance(event, yaml.MappingStartEvent):
            made: Value = self._mapping(event, events)
        else:
            made = self._sequence(event, events)
        self.depth -= 1
        return made

    def _refuse_names(self, event: Any) -> None:
        """Aliases, anchors and tags: nothing in a session needs them."""
        if isinstance(event, yaml.AliasEvent):
            raise _Refused(
                Problem(
                    self._place(event),
                    f"`*{event.anchor}` is read as an alias",
                    f"a text that begins with a star: {BLOCK}",
                )
            )
        if event.anchor is not None:
            raise _Refused(
                Problem(
                    self._place(event), f"`&{event.anchor}` is read as an anchor", BLOCK
                )
            )
        if event.tag is not None:
            raise _Refused(
                Problem(
                    self._place(event), f"`{event.tag}` is read as a YAML tag", BLOCK
                )
            )

    def _mapping(self, event: Any, events: Iterator[Any]) -> Mapping:
        made = Mapping()
        made.place = self._place(event)
        while not isinstance(key_event := next(events), yaml.MappingEndEvent):
            key = self._key(key_event, events)
            value = self._value(next(events), events)
            if key in made:
                self._duplicate(key, made)
            else:
                self._flow_comma(event, key, value)
                made[key] = value
        return made

    def _flow_comma(self, event: Any, key: Text, value: Value) -> None:
        """`{note: Yes, we did}` gives a key "we did" without a value."""
        if not event.flow_style or value != "" or not isinstance(value, Text):
            return
        if value.style in ("'", '"') or ":" in self.file.text[key.end : key.end + 2]:
            return
        self.commas.append(
            Problem(
                key.place,
                f"a comma inside {{ }} ends a text, so `{key}` is read as a key",
                f'put the whole text in quotes: "…, {key}"',
            )
        )

    def _key(self, event: Any, events: Iterator[Any]) -> Text:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse_names(event)
            raise _Refused(
                Problem(self._place(event), "a key must be a word, not a list", BLOCK)
            )
        key = self._text(event)
        if key[:1].isspace() and not key.style:
            self._no_break_space(key)
        return key

    def _no_break_space(self, key: Text) -> None:
        """Indented by what word processors type: to YAML, part of the key."""
        message = "this line is indented with spaces of a word processor"
        self.problems.append(Problem(key.place, message, "type ordinary spaces"))

    def _duplicate(self, key: Text, made: Mapping) -> None:
        first = next(known for known in made if known == key)
        self.problems.append(
            Problem(
                key.place,
                f"the key `{key}` stands twice",
                f"the first one is in line {first.line}; keep one of them",
            )
        )

    def _sequence(self, event: Any, events: Iterator[Any]) -> Sequence:
        values = []
        while not isinstance(item := next(events), yaml.SequenceEndEvent):
            values.append(self._value(item, events))
        made = Sequence(values)
        made.place = self._place(event)
        return made

    def _text(self, event: Any) -> Text:
        if event.anchor is not None or event.tag is not None:
            self._refuse_names(event)
        text = Text(event.value)
        mark = event.start_mark
        text.file, text.style = self.file, event.style or ""
        text.line, text.column = mark.line + 1, mark.column + 1
        text.start, text.end = mark.index, event.end_mark.index
        if text.style == '"' and FORBIDDEN.search(text):
            self._forbidden(text)
        return text

    def _forbidden(self, text: Text) -> None:
        for match in FORBIDDEN.finditer(text):
            self.problems.append(
                Problem(
                    text.place,
                    f"character U+{ord(match.group()):04X} cannot stand in a document",
                    "remove the escape from the quoted text",
                )
            )

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.file.path, mark.line + 1, mark.column + 1)
