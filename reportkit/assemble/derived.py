"""Derived passages: what the facts of a session say, and under which ids.

The chapters print them, `check` knows them by their ids: both look them up here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from reportkit.assemble.organization import (
    adoption,
    adoption_ids,
    agenda,
    agenda_ids,
    attendance,
    attendance_ids,
    documentation,
    documentation_ids,
    duration,
    duration_ids,
    officers,
    officers_ids,
)
from reportkit.assemble.speakers import statements, statements_ids
from reportkit.assemble.tree import Clause
from reportkit.assemble.wording import Wording
from reportkit.model.session import Session


class Derived(NamedTuple):
    """A text of an outline that the facts give.

    `clauses` words it, for a body where the text is of one; `ids` are those of
    every passage that it can have, whether the facts give it or not.
    """

    clauses: Callable[[Wording, str], Iterator[Clause]]
    ids: Callable[[Session], Iterator[str]]
    by_body: bool = False


def _of_session(
    make: Callable[[Wording], Iterator[Clause]],
) -> Callable[[Wording, str], Iterator[Clause]]:
    return lambda wording, body: make(wording)


DERIVED: dict[str, Derived] = {
    "duration": Derived(_of_session(duration), duration_ids),
    "officers": Derived(_of_session(officers), officers_ids),
    "statements": Derived(_of_session(statements), statements_ids),
    "agenda": Derived(agenda, agenda_ids, by_body=True),
    "attendance": Derived(_of_session(attendance), attendance_ids),
    "documentation": Derived(documentation, documentation_ids, by_body=True),
    "adoption": Derived(_of_session(adoption), adoption_ids),
}


def opening_id(item: str) -> str:
    """The id of the opening of a summary, by its first item."""
    return f"opening-{item}"


def lead_id(body: str) -> str:
    """The id of the sentence that leads a body's recommendations."""
    return f"lead-{body}"


def title_id(document: str) -> str:
    """The id under which a document has a title in words of its own."""
    return f"title-{document}"


def subtitle_id(document: str) -> str:
    """The id under which a document has a line of its own under its title."""
    return f"subtitle-{document}"


def session_id(body: str) -> str:
    """The id of the title that says which session of a body it was."""
    return f"session-{body}"


def derived_ids(session: Session) -> Iterator[str]:
    """The ids of every passage that facts can give, whether they do or not."""
    yield from map(title_id, session.facts.documents)
    yield from map(subtitle_id, session.facts.documents)
    yield from map(lead_id, session.facts.bodies)
    yield from map(opening_id, session.items)
    yield from movable_ids(session)


def movable_ids(session: Session) -> Iterator[str]:
    """The ids of those that a manuscript may give another place."""
    for derived in DERIVED.values():
        yield from derived.ids(session)


def placed_ids(wording: Wording) -> frozenset[str]:
    """The derived passages that the manuscripts have a place for."""
    known = wording.session.manuscripts
    passages = (passage for manuscript in known for passage in manuscript.passages)
    return frozenset(str(each.derived) for each in passages if each.derived)


def derived_clause(wording: Wording, id: str) -> Clause | None:
    """What the facts say under an id beside the openings and the lead sentences."""
    known = wording.once(("derived",), lambda: _by_id(wording))
    return known.get(id)


def _by_id(wording: Wording) -> dict[str, Clause]:
    return {clause.id: clause for clause in derived_clauses(wording)}


def derived_clauses(wording: Wording) -> Iterator[Clause]:
    """What the facts say beside the openings and the lead sentences."""
    bodies = tuple(wording.session.facts.bodies)
    for derived in DERIVED.values():
        for body in bodies if derived.by_body else ("",):
            yield from derived.clauses(wording, body)
