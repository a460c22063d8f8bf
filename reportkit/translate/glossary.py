"""The terms of a glossary in texts, and new terms into glossary.yaml.

A term is found as a whole word, whatever its case; where it has `*`, any letters may
stand. Languages that part no words are searched for the signs alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from reportkit.languages.table import language_of
from reportkit.model.glossary import Glossary, Term, TermForm
from reportkit.problems import Problem, warning
from reportkit.source.editing import add, apply, plain
from reportkit.source.extents import CannotEdit, open_source
from reportkit.source.values import Text

# Signs that a text may have one way or the other; each for one, so that places stay.
ALIKE = str.maketrans("’ʼё\u00a0\u202f\n\t", "''е    ")
# Letters with the marks that are set on them.
LETTERS = r"[\w\u0300-\u036f\u064b-\u065f\u0670]*"
GAPS = re.compile(r"[\s*]+")
NO_FORM = TermForm()


class Sought(NamedTuple):
    """A term as a text may have it: how the glossary writes it, and its surest word."""

    term: Term
    written: Text
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
        for term, written, core in sought:
            if core in text:
                for match in pattern_of(written, self.spaced).finditer(text):
                    yield Found(term, written, *match.span())


def folded(text: str) -> str:
    """A text as it is searched: small letters, one kind of apostrophe and of space."""
    return text.lower().translate(ALIKE)


def _sought(forms: Iterable[tuple[Term, tuple[Text, ...]]]) -> Iterator[Sought]:
    for term, every in forms:
        for written in every:
            core = max(GAPS.split(folded(written)), key=len)
            if core:
                yield Sought(term, written, core)


@lru_cache(maxsize=4096)
def pattern_of(written: str, spaced: bool) -> re.Pattern[str]:
    """What a term looks like in a text that is folded."""
    words = (
        LETTERS.join(map(re.escape, word.split("*")))
        for word in folded(written).split()
    )
    every = r"\s+".join(words)
    return re.compile(rf"(?<!\w){every}(?!\w)" if spaced else every)


def _outermost(found: Iterable[Found]) -> tuple[Found, ...]:
    every = tuple(found)
    return tuple(
        each for each in every if not any(_within(each, other) for other in every)
    )


def _within(one: Found, other: Found) -> bool:
    """Whether a term stands inside a longer one."""
    longer = other.end - other.start > one.end - one.start
    return longer and other.start <= one.start and one.end <= other.end


def write_terms(
    data: bytes, path: str, terms: tuple[Term, ...]
) -> tuple[bytes, tuple[Problem, ...]]:
    """A glossary.yaml with terms added at its end, and those that were not.

    An id that the file has already is left as it is there, with a warning; a file
    that cannot be edited comes back as it was, with an error.
    """
    try:
        source = open_source(data, path)
        meant = plain(source.top)
        known = {str(each["id"]): each for each in meant.get("terms") or ()}
        new = {str(term.id): entry_of(term) for term in terms}
        added = [entry for id, entry in new.items() if id not in known]
        meant["terms"] = [*(meant.get("terms") or ()), *map(plain, added)]
        made = apply(source, add(source, "terms", added), meant) if added else data
    except CannotEdit as fault:
        return data, (fault.problem,)
    return made, tuple(_left(term) for term in terms if str(term.id) in known)


def _left(term: Term) -> Problem:
    message = f"`{term.id}` is in the glossary already"
    return warning(term.place, message, "the term was left as it is there")


def entry_of(term: Term) -> dict[str, Any]:
    """A term as its entry in glossary.yaml."""
    made: dict[str, Any] = {"id": str(term.id)}
    if term.note:
        made["note"] = str(term.note)
    return made | {code: _form_of(form) for code, form in term.forms.items()}


def _form_of(form: TermForm) -> Any:
    """A form in the shortest way: a text where there is one and nothing else."""
    term = [str(each) for each in form.term]
    shown: Any = term[0] if len(term) == 1 else term
    if not form.forbidden:
        return shown if len(term) == 1 else {"term": shown}
    forbidden = [str(each) for each in form.forbidden]
    return {"term": shown, "forbidden": forbidden} if term else {"forbidden": forbidden}
