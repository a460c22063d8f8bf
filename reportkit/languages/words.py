"""The fixed words of a language, as its words.yaml has them.

A word that is missing stops the build: `MissingWord` names the key and the
file, because an empty heading is seen too late.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from babel.plural import PluralRule

from reportkit.languages.numerals import NUMERALS
from reportkit.languages.order import base_letters
from reportkit.languages.table import Language, language_of
from reportkit.problems import Place, Problem
from reportkit.source.values import Mapping, Sequence, Text
from reportkit.source.yaml_reader import read_yaml

FIGURES = "0123456789"
COLON = re.compile(r"(?<=\S)([:;])(?=\s|$)")
# Han characters, their punctuation and full-width forms (Unicode, EastAsianWidth W, F).
WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003fffd"
BESIDE_WIDE = re.compile(f"(?<=[{WIDE}])[ \n]+|[ \n]+(?=[{WIDE}])")


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
            value = value[Text(key)]
        return value

    def optional(self, *keys: str) -> str:
        """The text under some keys, or nothing where a language has no such row."""
        try:
            return str(self.find(*keys))
        except MissingWord:
            return ""

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

    @property
    def masthead(self) -> Words:
        """These words as a masthead has them: in English in some languages."""
        own = self.table.get(Text("masthead"))
        return self._replace(table=Mapping(self.table | own)) if own else self

    def figure(self, number: int) -> str:
        """A number in the language's own figures."""
        digits = self.table.get(Text("digits"))
        return str(number).translate(str.maketrans(FIGURES, digits or FIGURES))

    def label(self, kind: str, number: int) -> str:
        """The typed label of a number: `1.`, `(a)`, `II.`."""
        pattern = str(self.find("labels", kind))
        own = self.table.get(Text("numerals"), {})
        for name in (*own, *NUMERALS):
            if f"{{{name}}}" in pattern:
                return pattern.replace(f"{{{name}}}", self.numeral(name, number))
        return pattern

    def numeral(self, name: str, number: int) -> str:
        """A number in a system of numerals: the language's own, or one of all.

        After the last of its own numerals a language goes on in figures.
        """
        row = self.table.get(Text("numerals"), {}).get(Text(name))
        if row is not None and number <= len(row):
            return str(row[number - 1])
        known = NUMERALS.get(name, str)
        return self.figure(number) if known is str else known(number)

    def ordinal(self, number: int) -> Marked:
        """A meeting's number as the language counts it: 1st, 1^re^."""
        for rule in self.find("ordinals"):
            if _rules(rule, number):
                return Marked(str(rule["form"]).format(n=self.figure(number)))
        raise MissingWord("ordinals", self.path)

    def number(self, count: int, gender: str = "") -> str:
        """A number in words below ten, in figures from there on."""
        genders = self.table.get(Text("genders"))
        own = genders.get(Text(gender)) if isinstance(genders, Mapping) else None
        if isinstance(own, Mapping) and str(count) in own:
            return str(own[Text(str(count))])
        words = self.find("numbers")
        return str(words[count]) if count < len(words) else self.figure(count)

    def noun(self, name: str, count: int) -> str:
        """A noun in the form its count takes, by the plural rules of CLDR."""
        return str(self.find("nouns", name, self.plural_category(count)))

    def plural_category(self, count: int) -> str:
        """The category of a count: one, few, many, other, as the language has them."""
        rules = self.find("plurals")
        return _plural_rule(tuple(rules.items()))(count)

    def joined(self, parts: tuple[str, ...], kind: str = "lists") -> Marked:
        """A list as the language writes it: A, B and C.

        `two` joins a list of two, and `number-lists` lists of numbers, where the
        language has such rows.
        """
        if len(parts) < 2:
            return Marked("".join(parts))
        row = self.find(kind if Text(kind) in self.table else "lists")
        last = _last_joiner(row, parts[-1])
        if len(parts) == 2:
            last = str(row.get(Text("two"), last))
        return Marked(f"{row[Text('comma')].join(parts[:-1])}{last}{parts[-1]}")

    def numbers_joined(self, numbers: tuple[int, ...]) -> Marked:
        """Numbers as a list, three or more in a row as a range: 2, 4 to 6 and 9."""
        return self._runs_joined(numbers, self.figure, "range")

    def ordinals_joined(self, numbers: tuple[int, ...]) -> Marked:
        """Meetings' numbers as a list, with ranges where the language makes them."""
        key = "ordinals" if "ordinals" in self.find("ranges") else ""
        return self._runs_joined(numbers, self.ordinal, key)

    def _runs_joined(
        self, numbers: tuple[int, ...], said: Callable[[int], str], key: str
    ) -> Marked:
        parts: list[str] = []
        for first, last in runs(tuple(sorted(set(numbers)))):
            if key and last - first >= 2:
                places = {"first": said(first), "last": said(last)}
                parts.append(self.filled(("ranges", key), **places))
            else:
                parts += [said(number) for number in range(first, last + 1)]
        return self.joined(tuple(parts), "number-lists")

    def quoted(self, text: str) -> Marked:
        """A text between the language's quotation marks."""
        row = self.typography
        return Marked(f"{row[Text('open')]}{text}{row[Text('close')]}")

    def spaced(self, text: str) -> str:
        """A derived text with the space that stands before a colon at this day."""
        before = self.typography[Text("before")]
        return COLON.sub(rf"{before}\1", text) if before else text

    def closed_up(self, text: str) -> str:
        """A text without spaces beside Han, in a language that writes none.

        A folded line of YAML and two sentences put together both leave a space.
        """
        return text if self.language.spaced else BESIDE_WIDE.sub("", text)

    def end(self, place: str) -> str:
        """The sign that ends a point: `item`, `last`, or `lead` before others."""
        signs = {"lead": ":", **self.find("ends")}
        return self.spaced(f"x{signs[place]}")[1:]

    @property
    def form_of_speakers(self) -> str:
        """The form that States have in the list of those that made statements."""
        return str(self.table.get(Text("speakers"), "list"))

    def reference(self, kind: str, case: str, **places: str) -> str:
        """A pointer to a paragraph, in a case where the language has cases."""
        cases = ("cases", case) if case else ()
        return self.filled(("references", *cases, kind), **places)

    @property
    def typography(self) -> Mapping:
        """The row of the typography that holds on the day of the document."""
        rows: tuple[Mapping, ...] = self.find("typography")
        for row in rows:
            until = row.get(Text("until"))
            if until is None or self.day.isoformat() < until:
                return row
        raise MissingWord("typography", self.path)


@cache
def _plural_rule(rules: tuple[tuple[str, str], ...]) -> PluralRule:
    return PluralRule(rules)


def _last_joiner(row: Mapping, name: str) -> str:
    """What stands before the last of a list: in Spanish e, not y, before an i."""
    rules = row.get(Text("before"), ())
    letters = base_letters(name).strip() if rules else ""
    for rule in rules:
        begins = letters.startswith(tuple(rule[Text("begins")]))
        if begins and not letters.startswith(tuple(rule.get(Text("but"), ()))):
            return str(rule[Text("last")])
    return str(row[Text("last")])


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
