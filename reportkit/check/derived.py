"""Derived sentences: which there can be, what they say, whether they can be said."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.derived import derived_clauses as clauses_of_facts
from reportkit.assemble.derived import derived_ids as derived_ids
from reportkit.assemble.derived import opening_id, title_id
from reportkit.assemble.front import title_of_facts
from reportkit.assemble.headings import group_of
from reportkit.assemble.opening import opening
from reportkit.assemble.parts import Order
from reportkit.assemble.report import assemble
from reportkit.assemble.wording import Wording
from reportkit.check.checked import Checked
from reportkit.languages.words import MissingWord
from reportkit.model.fields import replaced
from reportkit.model.passages import Manuscript, Passage
from reportkit.model.session import Session, Words
from reportkit.problems import Problem
from reportkit.source.values import text_at


def derived_clauses(wording: Wording) -> Iterator[tuple[str, str]]:
    """What the facts say in a language, by the id of the passage that says it."""
    yield from ((clause.id, clause.text) for clause in clauses_of_facts(wording))
    for document in wording.session.facts.documents:
        yield title_id(document), title_of_facts(wording, document)
    for manuscript in wording.session.manuscripts:
        if manuscript.is_summary:
            items = tuple(wording.session.items[id] for id in manuscript.taken_up)
            said = opening(wording, items, group_of(wording, manuscript))
            yield opening_id(items[0].id), said


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
    """The session with one word in the place of each file's own passages.

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
    derived = (each for each in manuscript.passages if each.derived)
    return replaced(manuscript, passages=(stub, *derived), notes=())
