"""Terms out of a TBX file: ISO 30042 of 2008 (martif) and of 2019 (tbx), any dialect.

A concept becomes a term with a form a language. What is deprecated or superseded
there is forbidden here; definitions, sources and languages that reports are not
issued in are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, count
from typing import NamedTuple

from reportkit.languages.order import base_letters
from reportkit.languages.table import CODES
from reportkit.model.glossary import Term, TermForm
from reportkit.model.kinds import ID
from reportkit.problems import Place, Problem, warning
from reportkit.source.values import Text, text_at
from reportkit.translate.xml_guard import Element, line_of, parse_guarded

ROOTS = ("martif", "tbx")
CONCEPTS = ("termEntry", "conceptEntry")
SECTIONS = ("langSet", "langSec")
# A term with what is said of it, as each edition calls it.
TERMS = ("tig", "ntig", "termSec")
STATUSES = ("administrativeStatus", "normativeAuthorization")
REFUSED = ("deprecated", "superseded", "obsolete", "forbidden", "notRecommended")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Characters that no source file may hold; a star would stand for any letters.
UNWRITTEN = re.compile("[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff*]+")
LONGEST = 200  # characters
LONGEST_BASE = 34


class Concept(NamedTuple):
    """A concept as a TBX file has it: by language tag, its terms and if each will do.

    `line` is where it stands in the file, from 1.
    """

    id: str
    line: int
    terms: tuple[tuple[str, str, bool], ...]


def read_tbx(data: bytes, path: str) -> tuple[tuple[Concept, ...], tuple[Problem, ...]]:
    """The concepts of a TBX file, or the one reason why there are none."""
    root, problems = parse_guarded(data, path)
    if root is None:
        return (), problems
    if _name(root) not in ROOTS:
        message = f"<{_name(root)}> stands where a TBX file has <tbx> or <martif>"
        hint = "let the terminology tool export the terms as TBX"
        return (), (Problem(Place(path, line_of(root)), message, hint),)
    return tuple(map(_concept, _below(root, CONCEPTS))), ()


def terms_from_tbx(
    data: bytes, path: str
) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    """The terms of a TBX file as glossary.yaml has them, and what was left out."""
    concepts, problems = read_tbx(data, path)
    if problems:
        return (), problems
    taken: set[str] = set()
    made = []
    for concept in concepts:
        term = _term(concept, path, taken)
        if term.forms:
            made.append(term)
            taken.add(str(term.id))
    return tuple(made), tuple(_left_out(concepts, path))


def _left_out(concepts: tuple[Concept, ...], path: str) -> Iterator[Problem]:
    tags = {tag for concept in concepts for tag, _, _ in concept.terms}
    others = sorted(tag for tag in tags if code_of(tag) not in CODES)
    if not any(code_of(tag) in CODES for tag in tags):
        message = "this file has no terms in any of the languages of reports"
        yield Problem(Place(path), message, f"those are: {', '.join(CODES)}")
    elif others:
        message = f"terms in other languages are left out: {', '.join(others[:12])}"
        yield warning(Place(path), message)


def code_of(tag: str) -> str:
    """The code of a language by its tag: fr of fr-CA, zh of zh_Hans."""
    return re.split("[-_]", tag.strip().lower(), maxsplit=1)[0]


def _concept(element: Element) -> Concept:
    terms = tuple(
        (section.get(LANGUAGE) or "", *each)
        for section in _below(element, SECTIONS)
        for each in _terms(section)
    )
    return Concept(element.get("id") or "", line_of(element), terms)


def _terms(section: Element) -> Iterator[tuple[str, bool]]:
    """The terms of a language, and whether each will do."""
    for holder in _below(section, TERMS):
        status = " ".join(_statuses(holder))
        will_do = not any(status.startswith(each) for each in REFUSED)
        for term in _below(holder, ("term",)):
            text = _text(term)
            if text:
                yield text, will_do


def _statuses(holder: Element) -> Iterator[str]:
    """What is said of a term's standing: a note by its type, or a tag of its own."""
    for each in holder.iter():
        if _name(each) in STATUSES or each.get("type") in STATUSES:
            yield _text(each)


def _text(element: Element) -> str:
    """The words of an element, what is highlighted in them included."""
    bare = UNWRITTEN.sub(" ", "".join(map(str, element.itertext())))
    return " ".join(bare.split())[:LONGEST].strip()


def _below(element: Element, names: tuple[str, ...]) -> Iterator[Element]:
    return (each for each in element.iter() if _name(each) in names)


def _name(element: Element) -> str:
    """The name of a tag, whatever its namespace."""
    return str(element.tag).rpartition("}")[2]


def _term(concept: Concept, path: str, taken: set[str]) -> Term:
    place = Place(path, concept.line)
    forms = {}
    for code in CODES:
        own = [each for each in concept.terms if code_of(each[0]) == code]
        if own:
            term = _texts((text for _, text, will_do in own if will_do), place)
            bad = _texts((text for _, text, will_do in own if not will_do), place)
            forms[code] = TermForm(term, bad, place)
    return Term(text_at(_id(concept, forms, taken), place), Text(""), forms, place)


def _texts(texts: Iterable[str], place: Place) -> tuple[Text, ...]:
    return tuple(text_at(each, place) for each in dict.fromkeys(texts))


def _id(concept: Concept, forms: dict[str, TermForm], taken: set[str]) -> str:
    """An id out of the first term in Latin letters, else the concept's own."""
    texts = (each for form in forms.values() for each in (*form.term, *form.forbidden))
    bases = (_base(text) for text in (*texts, concept.id))
    base = next((each for each in bases if each), "term")
    numbered = (f"{base}-{number}" for number in count(2))
    return next(each for each in chain((base,), numbered) if each not in taken)


def _base(text: str) -> str:
    """As many words of a text as an id holds and a number leaves room for."""
    words = re.findall("[a-z0-9]+", base_letters(re.sub("[-_’']", " ", text)))
    while len("-".join(words)) > LONGEST_BASE:
        words.pop()
    made = "-".join(words)
    return made if ID.fullmatch(made) else ""
