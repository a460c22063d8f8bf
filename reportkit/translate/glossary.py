"""The terms of a glossary in texts.

A term is found as whole words, whatever their case and the signs between them; where
it has `*`, any letters may stand. Languages that part no words are searched for the
signs alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportkit.languages.table import language_of
from reportkit.model.glossary import Glossary, Term, TermForm
from reportkit.source.values import Text

# Letters with the marks that are set on them; what stands between is no part of it.
WORD = re.compile(r"[\w\u0300-\u036f\u064b-\u065f\u0670]+")
STARRED = re.compile(r"[\w\u0300-\u036f\u064b-\u065f\u0670*]+")
MARK = re.compile(r"\{[^{}]*\}")
NO_FORM = TermForm()


class Sought(NamedTuple):
    """A term as a text may have it: how the glossary writes it, word by word.

    `core` is the longest stretch of letters that a text with the term must have.
    """

    term: Term
    written: Text
    words: tuple[str, ...]
    core: str


class Found(NamedTuple):
    """A term in a text, from an index to another."""

    term: Term
    written: Text
    start: int
    end: int


class TermFinder:
    """Finds the terms of one language, and what is forbidden instead of them."""

    def __init__(self, glossary: Glossary, code: str) -> None:
        forms = [(each, each.forms.get(code, NO_FORM)) for each in glossary.terms]
        self.spaced = language_of(code).spaced
        self.terms = tuple(_sought((each, form.term) for each, form in forms))
        self.forbidden = tuple(_sought((each, form.forbidden) for each, form in forms))

    def find(self, text: str) -> tuple[Found, ...]:
        """The terms of a text; one inside a longer one is none."""
        return _outermost(self._all(folded(text), self.terms))

    def find_forbidden(self, text: str) -> tuple[Found, ...]:
        """What is forbidden in a text; a part of a term is not."""
        searched = folded(text)
        found = tuple(self._all(searched, self.forbidden))
        allowed = tuple(self._all(searched, self.terms)) if found else ()
        return tuple(
            each
            for each in _outermost(found)
            if not any(_within(each, other) for other in allowed)
        )

    def has(self, text: str, term: Term) -> bool:
        """Whether a text has a term, in any of the forms that will do."""
        own = (each for each in self.terms if each.term is term)
        return any(self._all(folded(text), own))

    def _all(self, text: str, sought: Iterable[Sought]) -> Iterator[Found]:
        near = [each for each in sought if each.core in text]
        if near and self.spaced:
            words = list(WORD.finditer(text))
            for each in near:
                yield from _among(words, each)
        elif near:
            for each in near:
                yield from _within_signs(text, each)


def folded(text: str) -> str:
    """A text as it is searched, place by place: small, ё as е, marks left blank."""
    small = text.lower()
    if "{" in small:
        small = MARK.sub(lambda mark: " " * len(mark.group()), small)
    return small.replace("ё", "е") if "ё" in small else small


def _sought(forms: Iterable[tuple[Term, tuple[Text, ...]]]) -> Iterator[Sought]:
    for term, every in forms:
        for written in every:
            words = tuple(STARRED.findall(folded(written)))
            core = max(
                (p for word in words for p in word.split("*")), key=len, default=""
            )
            if core:
                yield Sought(term, written, words, core)


def _among(words: list[re.Match[str]], sought: Sought) -> Iterator[Found]:
    """A term wherever its words stand one after the other."""
    first, count = sought.words[0], len(sought.words)
    for at in range(len(words) - count + 1):
        if _fits(words[at].group(), first) and all(
            _fits(words[at + n].group(), sought.words[n]) for n in range(1, count)
        ):
            start, end = words[at].start(), words[at + count - 1].end()
            yield Found(sought.term, sought.written, start, end)


def _fits(word: str, wanted: str) -> bool:
    """Whether a word is the one of a term, with any letters for its stars."""
    if "*" not in wanted:
        return word == wanted
    start, *inner, end = wanted.split("*")
    at = len(start)
    if not word.startswith(start) or len(word) < at + len(end):
        return False
    for part in inner:
        at = word.find(part, at) + len(part)
        if at < len(part):
            return False
    return word.endswith(end) and len(word) - len(end) >= at


def _within_signs(text: str, sought: Sought) -> Iterator[Found]:
    """A term wherever its signs stand, in a text that parts no words."""
    sign = folded(sought.written).replace("*", "")
    at = text.find(sign)
    while at >= 0:
        yield Found(sought.term, sought.written, at, at + len(sign))
        at = text.find(sign, at + len(sign))


def _outermost(found: Iterable[Found]) -> tuple[Found, ...]:
    every = tuple(found)
    return tuple(
        each for each in every if not any(_within(each, other) for other in every)
    )


def _within(one: Found, other: Found) -> bool:
    """Whether a term stands inside a longer one."""
    longer = other.end - other.start > one.end - one.start
    return longer and other.start <= one.start and one.end <= other.end
