"""Derived sentences: which there can be, what they say, whether they can be said."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportkit.assemble.chapters import group_of
from reportkit.assemble.opening import opening
from reportkit.assemble.organization import (
    adoption,
    agenda,
    attendance,
    documentation,
    duration,
    officers,
)
from reportkit.assemble.parts import Order
from reportkit.assemble.report import assemble
from reportkit.assemble.speakers import statements
from reportkit.assemble.tree import Clause
from reportkit.assemble.wording import Wording
from reportkit.check.checked import Checked
from reportkit.languages.words import MissingWord
from reportkit.model.facts import CATEGORIES, ROLES
from reportkit.model.fields import replaced
from reportkit.model.passages import Manuscript, Passage
from reportkit.model.session import Session, Words
from reportkit.problems import Problem
from reportkit.source.values import text_at

OF_SESSION: tuple[Callable[[Wording], Iterator[Clause]], ...] = (
    duration,
    officers,
    statements,
    attendance,
    adoption,
)
OF_BODY: tuple[Callable[[Wording, str], Iterator[Clause]], ...] = (
    agenda,
    documentation,
)


def derived_ids(session: Session) -> Iterator[str]:
    """The ids of every passage that facts can give, whether they do or not."""
    categories = tuple(category.replace("_", "-") for category in CATEGORIES)
    for body in session.facts.bodies:
        yield from (f"{kind}-{body}" for kind in ("lead", "duration", "agenda"))
        yield f"documentation-{body}"
    for group in (*session.facts.bodies, "joint"):
        yield from (f"statements-{category}-{group}" for category in categories)
        yield f"statements-observers-{group}"
    yield from (f"officers-{role}" for role in ROLES)
    yield from (f"attendance-{category}" for category in categories)
    yield from (f"opening-{item}" for item in session.items)
    yield from ("presentations", "adoption-of-report")


def derived_clauses(wording: Wording) -> Iterator[tuple[str, str]]:
    """What the facts say in a language, by the id of the passage that says it."""
    for of_session in OF_SESSION:
        yield from ((clause.id, clause.text) for clause in of_session(wording))
    for body in wording.session.facts.bodies:
        for of_body in OF_BODY:
            yield from ((each.id, each.text) for each in of_body(wording, body))
    for manuscript in wording.session.manuscripts:
        if manuscript.chapter == "deliberations" and manuscript.taken_up:
            items = tuple(wording.session.items[id] for id in manuscript.taken_up)
            said = opening(wording, items, group_of(wording, manuscript))
            yield f"opening-{items[0].id}", said


def unsaid(checked: Checked) -> Iterator[Problem]:
    """Sentences that a language cannot say: a word, a form or a name is missing."""
    skeleton = skeleton_of(checked.session)
    passages = {
        id: checked.words[id]
        for id, stretch in checked.sources.items()
        if stretch.role == "title"
    }
    for manuscript in skeleton.manuscripts:
        passages |= {str(p.id): Words(p.id, p.text) for p in manuscript.passages}
    for wording in checked.wordings.values():
        bare = wording._replace(session=skeleton, passages=passages)
        for document in checked.session.facts.documents if checked.outlines else ():
            try:
                assemble(bare, checked.outlines, Order(document))
            except MissingWord as missing:
                yield missing.problem


def skeleton_of(session: Session) -> Session:
    """The session with one word in the place of each file's passages.

    What is derived is the same, however much was written.
    """
    bare = tuple(
        _bare(manuscript, number)
        for number, manuscript in enumerate(session.manuscripts, 1)
    )
    return session._replace(manuscripts=bare)


def _bare(manuscript: Manuscript, number: int) -> Manuscript:
    if not manuscript.passages:
        return manuscript
    first = manuscript.passages[0]
    id = text_at(f"skeleton-{number}", first.place)
    stub = Passage(
        id=id, text=text_at("x", first.place), body=first.body, part=first.part
    )
    return replaced(manuscript, passages=(stub,), notes=())
