"""Texts against the glossary: its terms, and what is forbidden instead of them."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.agreement import is_new, translations, where
from reportkit.check.checked import Checked, Stretch
from reportkit.model.glossary import Term
from reportkit.problems import Problem, warning
from reportkit.translate.glossary import Found, TermFinder


class Finders:
    """The finders of a workspace's terms by language, and what they found."""

    def __init__(self, checked: Checked) -> None:
        glossary = checked.session.glossary
        codes = checked.session.languages if glossary.terms else ()
        self.by_code = {code: TermFinder(glossary, code) for code in codes}
        self.known: dict[str, tuple[Found, ...]] = {}

    def of_source(self, source: Stretch) -> tuple[Found, ...]:
        """The terms of a source text, looked for once."""
        if source.id not in self.known:
            finder = self.by_code[source.language]
            self.known[source.id] = finder.find(source.text)
        return self.known[source.id]


def terms_twice(checked: Checked) -> Iterator[Problem]:
    """Terms of the glossary that have the same id."""
    known: dict[str, Term] = {}
    for term in checked.session.glossary.terms:
        first = known.setdefault(str(term.id), term)
        if first is not term:
            hint = f"the other one is at {first.place}"
            yield warning(term.place, f"the term `{term.id}` stands here twice", hint)


def terms_agree(checked: Checked) -> Iterator[Problem]:
    """Terms of the source whose translation has none of the glossary's terms."""
    finders = Finders(checked)
    for stretch, source in translations(checked) if finders.by_code else ():
        # A text may have a term several times; it is told once.
        named = {each.term.id: each for each in finders.of_source(source)}
        finder = finders.by_code[stretch.language]
        for each in named.values():
            if _is_lost(stretch, finder, each.term):
                yield _lost(stretch, source, each)


def _is_lost(stretch: Stretch, finder: TermFinder, term: Term) -> bool:
    """Whether a text lacks a term, and nothing forbidden that is told stands there."""
    form = term.forms.get(stretch.language)
    if form is None or not form.term or finder.has(stretch.text, term):
        return False
    forbidden = finder.find_forbidden(stretch.text) if form.forbidden else ()
    return all(each.term is not term for each in forbidden)


def _lost(stretch: Stretch, source: Stretch, found: Found) -> Problem:
    said = source.text[found.start : found.end]
    message = f'"{said}" is {_wanted(found.term, stretch)}; it is not in this text'
    form = found.term.forms[stretch.language]
    hint = f"the source is at {source.text.place_at(found.start)}"
    return warning(stretch.text.place, message, f"{hint}, the term at {form.place}")


def _wanted(term: Term, stretch: Stretch) -> str:
    """What a language has for a term, in words for a message."""
    wanted = " or ".join(f'"{each}"' for each in term.forms[stretch.language].term)
    return f"{wanted} in the glossary"


def forbidden_terms(checked: Checked) -> Iterator[Problem]:
    """What the glossary forbids, in any language."""
    finders = Finders(checked)
    texts = (*checked.sources.values(), *checked.present) if finders.by_code else ()
    for stretch in texts:
        finder = finders.by_code[stretch.language]
        if finder.forbidden and is_new(checked, stretch):
            source = checked.sources.get(stretch.id, stretch)
            for each in finder.find_forbidden(stretch.text):
                yield _forbidden(stretch, source, each)


def _forbidden(stretch: Stretch, source: Stretch, found: Found) -> Problem:
    said = stretch.text[found.start : found.end]
    form = found.term.forms[stretch.language]
    instead = (
        f"it is {_wanted(found.term, stretch)}" if form.term else "say it otherwise"
    )
    message = f'"{said}" is a forbidden term'
    hint = f"{instead}, at {form.place}"
    if source is not stretch:
        hint = f"{hint}; {where(source)}"
    return warning(stretch.text.place_at(found.start), message, hint)
