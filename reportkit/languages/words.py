"""The fixed words of a language, as its words.yaml has them.

A word that is missing stops the build: `MissingWord` names the key and the
file, because an empty heading is seen too late.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, NamedTuple

from babel.plural import PluralRule

from reportkit.languages.numerals import NUMERALS
from reportkit.languages.table import Language, language_of
from reportkit.problems import Place, Problem
from reportkit.source.values import Mapping, Sequence, Text
from reportkit.source.yaml_reader import read_yaml

COLON = re.compile(r"(?<=\S)([:;])(?=\s|$)")


class MissingWord(Exception):
    """A word, sentence or label that a language's files lack."""

    def __init__(self, key: str, path: str, hint: str = "") -> None:
        super().__init__(f"{path}: {key}")
        self.problem = Problem(
            Place(path),
            f"`{key}` is missing here",
            hint or "the same key in templates/en/ shows what it is for",
        )


class Marked(str):
    """Text that carries marks already (`^er^`) and is not to be escaped."""

    __slots__ = ()


class Words(NamedTuple):
    """What a language's words.yaml says; `path` is shown in messages."""

    language: Language
    path: str
    table: Mapping
    day: date

    def find(self, *keys: str) -> Any:
        """The value under some keys; MissingWord where there is none."""
        value: Any = self.table
        for key in keys:
            if not isinstance(value, Mapping) or key not in value:
                raise MissingWord(".".join(keys), self.path)
            value = value[key]  # type: ignore[index]  # Text hashes as its str
        return value

    def word(self, key: str, **places: str) -> str:
        """A fixed word, with its named places filled in."""
        return self.filled(("words", key), **places)

    def filled(self, keys: tuple[str, ...], **places: str) -> str:
        """The text under some keys with its named places filled in."""
        pattern = self.find(*keys)
        if not isinstance(pattern, Text):
            raise MissingWord(".".join(keys), self.path, "a text is expected")
        try:
            return pattern.format(**places)
        except (KeyError, IndexError, ValueError) as error:
            hint = f"its named places are: {', '.join(places) or 'none'}"
            raise MissingWord(f"{'.'.join(keys)} ({error})", self.path, hint) from error

    def label(self, kind: str, number: int) -> str:
        """The typed label of a number: `1.`, `(a)`, `II.`."""
        pattern = str(self.find("labels", kind))
        for name, numeral in NUMERALS.items():
            if f"{{{name}}}" in pattern:
                return pattern.replace(f"{{{name}}}", numeral(number))
        return pattern

    def ordinal(self, number: int) -> Marked:
        """A meeting's number as the language counts it: 1st, 1^re^."""
        for rule in self.find("ordinals"):
            if _rules(rule, number):
                return Marked(str(rule["form"]).format(n=number))
        raise MissingWord("ordinals", self.path)

    def number(self, count: int, gender: str = "") -> str:
        """A number in words below ten, in figures from there on."""
        genders = self.table.get(Text("genders"))
        own = genders.get(Text(gender)) if isinstance(genders, Mapping) else None
        if isinstance(own, Mapping) and str(count) in own:
            return str(own[Text(str(count))])
        words = self.find("numbers")
        return str(words[count]) if count < len(words) else str(count)

    def noun(self, name: str, count: int) -> str:
        """A noun in the form its count takes, by the plural rules of CLDR."""
        return str(self.find("nouns", name, self.plural_category(count)))

    def plural_category(self, count: int) -> str:
        """The category of a count: one, few, many, other, as the language has them."""
        rules = self.find("plurals")
        return PluralRule({str(name): str(rule) for name, rule in rules.items()})(count)

    def joined(self, parts: tuple[str, ...]) -> Marked:
        """A list as the language writes it: A, B and C."""
        if len(parts) < 2:
            return Marked("".join(parts))
        comma, last = self.find("lists", "comma"), self.find("lists", "last")
        return Marked(f"{comma.join(parts[:-1])}{last}{parts[-1]}")

    def numbers_joined(self, numbers: tuple[int, ...]) -> Marked:
        """Numbers as a list, three or more in a row as a range: 2, 4 to 6 and 9."""
        parts: list[str] = []
        for first, last in runs(tuple(sorted(set(numbers)))):
            if last - first >= 2:
                places = {"first": str(first), "last": str(last)}
                parts.append(self.filled(("ranges", "range"), **places))
            else:
                parts += [str(number) for number in range(first, last + 1)]
        return self.joined(tuple(parts))

    def quoted(self, text: str) -> Marked:
        """A text between the language's quotation marks."""
        row = self.typography
        return Marked(f"{row[Text('open')]}{text}{row[Text('close')]}")

    def spaced(self, text: str) -> str:
        """A derived text with the space that stands before a colon at this day."""
        before = self.typography[Text("before")]
        return COLON.sub(rf"{before}\1", text) if before else text

    def end(self, place: str) -> str:
        """The sign that ends a point of a list: `item` or `last`."""
        return self.spaced(f"x{self.find('ends', place)}")[1:]

    @property
    def typography(self) -> Mapping:
        """The row of the typography that holds on the day of the document."""
        for row in self.find("typography"):
            until = row.get(Text("until"))
            if until is None or self.day.isoformat() < until:
                return row  # type: ignore[no-any-return]
        raise MissingWord("typography", self.path)


def runs(numbers: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Consecutive numbers as pairs of first and last."""
    made: list[tuple[int, int]] = []
    for number in numbers:
        if made and number == made[-1][1] + 1:
            made[-1] = (made[-1][0], number)
        else:
            made.append((number, number))
    return tuple(made)


def _rules(rule: Mapping, number: int) -> bool:
    """Whether a row of the ordinals holds: by the number itself, or by its end."""
    exact: Sequence | None = rule.get(Text("is"))
    if exact is not None:
        return str(number) in exact
    ends: Sequence = rule[Text("ends")]
    return not ends or any(str(number).endswith(end) for end in ends)


def read_words(
    code: str, data: bytes, path: str, day: date
) -> tuple[Words, tuple[Problem, ...]]:
    """The words of a language out of its words.yaml, for documents of a day."""
    table, problems = read_yaml(data, path)
    if table is None:
        table = Mapping()
        table.place = Place(path)
    return Words(language_of(code), path, table, day), problems
