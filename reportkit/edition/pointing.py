"""What the floor points at: a number in a document, a passage, a chapter, a fact.

Numbers are those that a document has today: a draft's as drafted, a report's as
amended. What points nowhere is told with what there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportkit.assemble.parts import Order, numbered
from reportkit.assemble.tree import section_ids
from reportkit.edition.loading import Loaded, load
from reportkit.edition.saying import spelt
from reportkit.edition.workspace import SessionFiles, Templates
from reportkit.languages.table import CODES
from reportkit.languages.words import MissingWord
from reportkit.model.amendments import EVERYWHERE
from reportkit.model.completion import given_ids
from reportkit.model.reading import AMENDMENTS
from reportkit.model.session import Session
from reportkit.problems import Place, Problem, nearest
from reportkit.revise.drafted import Draft, draft_of

FACT = re.compile(r"[\w-]+\.yaml\s.*", re.S)
NUMBER = re.compile(r"\s*(?P<document>[\w-]+)\s*:\s*(?P<number>.+)", re.S)
SIGN = re.compile(r"\w+")
# The numbers of a document's passages, by document and id.
Numbers = Mapping[str, Mapping[str, str]]


class Target(NamedTuple):
    """What a change is aimed at; one of the three is given.

    `throughout` is a chapter or the whole document. `spot` is the document and the
    number that a passage was pointed at by, if it was.
    """

    passage: str = ""
    throughout: str = ""
    fact: str = ""
    spot: tuple[str, str] = ("", "")


class Known(NamedTuple):
    """A session and what can be pointed at in it.

    `loaded` is as drafted throughout where something is wrong as amended.
    `numbers` are by language, document and id; drafts come before the report. There
    are none where the draft is `wrong`.
    """

    loaded: Loaded
    session: Session
    draft: Draft
    numbers: Mapping[str, Numbers]
    given: SessionFiles
    wrong: tuple[Problem, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """Every passage that there is, or that an amendment makes."""
        written = self.draft.texts[self.session.facts.written_in]
        return frozenset(
            {*self.draft.entries, *written, *self.draft.derived, *self.draft.made}
        )

    @property
    def taken(self) -> frozenset[str]:
        """Every id that no new passage can have."""
        items = self.session.agenda.items
        named = (id for item in items for id in (item.id, *item.sub))
        papers = (paper.id for paper in self.session.papers.papers)
        given = (id for m in self.session.manuscripts for id in given_ids(m))
        return frozenset(map(str, (*self.ids, *named, *papers, *given)))

    @property
    def chapters(self) -> frozenset[str]:
        """The chapters that have words of their own."""
        named = (str(each.chapter) for each in self.session.manuscripts)
        return frozenset(each for each in named if each)

    def stands(self, id: str) -> tuple[str, str]:
        """The document that a passage stands in and its number there, if any."""
        numbers = self.numbers.get(self.session.facts.written_in, {})
        found = ((name, each[id]) for name, each in numbers.items() if each.get(id))
        return next(found, ("", ""))

    def anchor(self, id: str) -> str:
        """A passage, or the one of the draft that an amendment makes it from."""
        for _ in self.draft.made:
            maker = self.draft.made.get(id)
            if maker is None or id in self.draft.entries:
                break
            id = str(maker.beside or maker.passage)
        return id


def know(
    given: SessionFiles, templates: Templates, language: str = ""
) -> tuple[Known | None, tuple[Problem, ...]]:
    """A session with its numbers, in its own language and perhaps in another.

    A draft with errors has no numbers. What is wrong in a translation or with an
    amendment takes none away.
    """
    bare = {name: data for name, data in given.files.items() if name != AMENDMENTS}
    drafted = load(given._replace(files=bare), templates)
    loaded = load(given, templates)
    session, wrong = loaded.session, _wrong(drafted, given)
    if session is None:
        return None, loaded.problems
    sound = drafted if _wrong(loaded, given) else loaded
    numbers: dict[str, Numbers] = {}
    try:
        for code in (str(session.facts.written_in), language):
            if code in sound.wordings and not wrong:
                numbers[code] = _numbers(sound, session, code)
    except MissingWord as missing:
        wrong = (missing.problem,)
    return Known(sound, session, draft_of(session), numbers, given, wrong), ()


def _wrong(loaded: Loaded, given: SessionFiles) -> tuple[Problem, ...]:
    """The errors of a session, but for those in translations."""
    own = loaded.session.facts.written_in if loaded.session else ""
    others = frozenset(
        given.shown.get(name, name)
        for name in given.files
        if (code := name.partition("/")[0]) in CODES and code != own
    )
    errors = (each for each in loaded.problems if each.severity == "error")
    return tuple(each for each in errors if each.place.path not in others)


def _numbers(loaded: Loaded, session: Session, code: str) -> Numbers:
    first = session.documents("draft", "addendum")
    documents = dict.fromkeys((*first, *session.facts.documents))
    return {each: _numbers_of(loaded, each, code) for each in documents}


def _numbers_of(loaded: Loaded, document: str, code: str) -> dict[str, str]:
    """The numbers in a document; those of headings are no paragraphs'."""
    wording = loaded.wordings_of(document)[code]
    nodes, numbers = numbered(wording, loaded.outlines, Order(document))
    headings = frozenset(section_ids(nodes))
    return {
        id: f"{numbers.annexes.get(id, '')} {number}".strip()
        for id, number in numbers.pointed.items()
        if number and id not in headings
    }


def point(typed: str, known: Known, argument: str) -> Target | Problem:
    """What was pointed at; `argument` is where it was typed."""
    place, typed = Place(argument), typed.strip()
    if FACT.fullmatch(typed):
        return Target(fact=" ".join(typed.split()))
    if found := NUMBER.fullmatch(typed):
        return _by_number(found["document"], found["number"].strip(), known, place)
    name = spelt(typed, (EVERYWHERE, *known.chapters, *known.ids))
    if name == EVERYWHERE or name in known.chapters:
        return Target(throughout=name)
    return Target(name) if name in known.ids else _unknown(typed, known, place)


def _unknown(typed: str, known: Known, place: Place) -> Problem:
    documents = tuple(known.session.facts.documents)
    if typed[:1].isdecimal():
        hint = f"say which, such as {documents[0]}:{typed}; {_listed(documents)}"
        return Problem(place, f'"{typed}" is a number of no document', hint)
    near = nearest(typed, tuple(sorted(known.ids)))
    other = f"its id, or its number in a document, such as {documents[0]}:1"
    hint = f"did you mean `{near}`?" if near else other
    return Problem(place, f"there is no passage `{typed}`", hint)


def _listed(names: tuple[str, ...]) -> str:
    return f"known: {', '.join(names)}"


def _by_number(
    document: str, number: str, known: Known, place: Place
) -> Target | Problem:
    documents = tuple(known.session.facts.documents)
    name = spelt(document, documents)
    if name not in documents:
        near = nearest(document, documents)
        hint = f"did you mean `{near}`?" if near else _listed(documents)
        return Problem(place, f'there is no document "{document}"', hint)
    if known.wrong:
        message = "nothing has a number while the draft has errors"
        hint = f"say the passage's id, or mend {known.wrong[0].place}"
        return Problem(place, message, hint)
    for numbers in known.numbers.values():
        for id, each in numbers[name].items():
            if signs_of(each) == signs_of(number):
                return Target(id, spot=(name, each))
    own = known.numbers[known.session.facts.written_in][name]
    message = f'there is no number "{number}" in {name}'
    return Problem(place, message, _numbers_there(own, signs_of(number)))


def signs_of(number: str) -> tuple[str, ...]:
    """The figures and letters of a number: 1 (b), 1(b) and 1 b) are alike."""
    return tuple(SIGN.findall(number.casefold()))


def _numbers_there(numbers: Mapping[str, str], wanted: tuple[str, ...]) -> str:
    """A hint that names the points of the same paragraph, else the paragraphs."""
    known = {signs_of(number): number for number in numbers.values()}
    for depth in reversed(range(len(wanted))):
        there = tuple(_below(known, wanted[:depth]))
        if there:
            return "the numbers there: " + " to ".join(
                dict.fromkeys((there[0], there[-1]))
            )
    return "nothing has a number there"


def _below(
    known: Mapping[tuple[str, ...], str], above: tuple[str, ...]
) -> Iterator[str]:
    """The numbers one level below another; those of paragraphs below none."""
    depth = len(above)
    for signs, number in known.items():
        if len(signs) == depth + 1 and signs[:depth] == above:
            yield number
