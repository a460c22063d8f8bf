"""Set sentences of a language, filled with the facts of a session.

The sentences stand in templates/, in Jinja2, where an editor may change them.
What a fact fills into them is escaped, so that a symbol such as A/72/6* keeps
its star; text with marks of its own (a title, an ordinal) goes in as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from types import CodeType
from typing import Any, NamedTuple

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.bccache import bc_magic
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reportkit.languages.forms import Name, capitalized
from reportkit.languages.words import Marked, MissingWord, Words
from reportkit.model.marks import escaped
from reportkit.problems import Problem
from reportkit.source.values import Mapping, Text
from reportkit.source.yaml_reader import read_yaml

# Begins the code of another jinja2 or Python otherwise.
CODE_MAGIC = bc_magic
SPACES = re.compile(" {2,}")
GENDERS = ("m", "f", "mp", "fp")


class Sentences(NamedTuple):
    """The set sentences of a language; `path` is shown in messages."""

    path: str
    table: Mapping
    words: Words
    environment: ImmutableSandboxedEnvironment
    code: dict[str, CodeType]
    compiled: dict[str, Template]

    def say(self, group: str, key: str, /, **facts: Any) -> Marked:
        """A sentence with its places filled; MissingWord names what is lacking.

        `group` is a key of the file: sentences, headings, titles, item_numbers.
        """
        text = self._text(group, key)
        if "{" not in text:
            # Most headings are plain words; a template of each would take a while.
            return Marked(self.words.spaced(text))
        try:
            said = self._template(text).render(facts)
        except MissingWord:
            raise
        except TemplateError as error:
            raise self._fault(f"{group}.{key}: {error.message}", text) from error
        return Marked(self.words.spaced(SPACES.sub(" ", said).strip()))

    def _text(self, group: str, key: str) -> Text:
        known = self.table.get(Text(group))
        text = known.get(Text(key)) if isinstance(known, Mapping) else None
        if not isinstance(text, Text):
            raise MissingWord(f"{group}.{key}", self.path)
        return text

    def _template(self, text: Text) -> Template:
        if text not in self.compiled:
            # What Environment.from_string does, but for code that is known already.
            if text not in self.code:
                self.code[str(text)] = self.environment.compile(text)
            names = self.environment.make_globals(None)
            template = Template.from_code(self.environment, self.code[text], names)
            self.compiled[str(text)] = template
        return self.compiled[text]

    def _fault(self, message: str, text: Text) -> MissingWord:
        fault = MissingWord(message, self.path)
        fault.problem = Problem(text.place, f"the set sentence {message}")
        return fault


def _environment(words: Words) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, finalize=_finalized, autoescape=False
    )
    environment.globals = {
        "each": lambda names, form="": each(words, names, form),
        "plural": partial(counted, words),
        "agree": agree,
        "capital": capital,
        "noun": words.noun,
        "number": words.number,
    }
    return environment


def _finalized(value: Any) -> Any:
    if isinstance(value, Marked) or not isinstance(value, str):
        return value if not isinstance(value, Name) else escaped(value.name)
    return escaped(value)


def each(words: Words, names: Iterable[Any], form: str = "") -> Marked:
    """Names, or phrases, in one form, joined as a list."""
    parts = (name if isinstance(name, Name | str) else name.full for name in names)
    return words.joined(tuple(_in_form(part, form) for part in parts))


def _in_form(part: Any, form: str) -> str:
    if isinstance(part, Name):
        return escaped(part.form(form) if form else part.name)
    return part if isinstance(part, Marked) else escaped(str(part))


def plural(count: int, one: str, other: str) -> Marked:
    """One wording for a single thing, another for several; they may hold marks."""
    return Marked(one if count == 1 else other)


def counted(words: Words, count: int, one: str, other: str, **own: str) -> Marked:
    """As plural, with a wording of its own for a category: two, few, many."""
    category = words.plural_category(count) if own else ""
    return plural(count, one, own.get(category, other))


def agree(gender: str, *forms: str, **named: str) -> Marked:
    """The form that agrees: m, f, and where given mp, fp.

    Forms may be named, as m, f, n and p, where a language has a neuter or one
    plural for all.
    """
    if named:
        first = next(iter(named.values()))
        return Marked(named.get(gender) or named.get(gender[1:]) or first)
    place = GENDERS.index(gender) if gender in GENDERS else 0
    return Marked(forms[place] if place < len(forms) else forms[place % 2])


def capital(text: str) -> Marked:
    """A phrase with its first letter raised, for the beginning of a sentence."""
    return Marked(capitalized(text))


def read_sentences(
    data: bytes, path: str, words: Words, code: dict[str, CodeType] | None = None
) -> tuple[Sentences, tuple[Problem, ...]]:
    """The set sentences of a language out of the bytes of its sentences.yaml.

    `code` holds sentences that were compiled before, by their texts; what is
    compiled now is added to it.
    """
    table, problems = read_yaml(data, path)
    if table is None:
        table = Mapping()
    return Sentences(path, table, words, _environment(words), code or {}, {}), problems
