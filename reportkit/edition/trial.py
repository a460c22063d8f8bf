"""A session as it would be with another amendments.yaml: what is wrong only then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportkit.edition.motion import place_of, told
from reportkit.edition.pointing import Known
from reportkit.edition.quoting import advice
from reportkit.edition.workspace import SessionFiles
from reportkit.model.marks import faults_of, pieces_of
from reportkit.model.reading import AMENDMENTS, read_session
from reportkit.model.session import Session
from reportkit.problems import Problem, has_errors
from reportkit.revise.conflicts import conflicts
from reportkit.revise.plans import Draft, Plan, draft_of, plans_of
from reportkit.revise.quotation import Span, respelt


class Fault(NamedTuple):
    """What is wrong with the amendment of an id; without one, with another."""

    id: str
    problem: Problem


class Recorded(NamedTuple):
    """amendments.yaml as it is to be, with a line an amendment that was recorded.

    `data` is None where nothing is to be written.
    """

    data: bytes | None
    lines: tuple[str, ...]
    problems: tuple[Problem, ...]


def recorded(
    known: Known,
    session: Session,
    ids: tuple[str, ...],
    data: bytes,
    problems: tuple[Problem, ...],
) -> Recorded:
    """What was recorded of a session as it would be; nothing if there are errors."""
    if has_errors(problems):
        return Recorded(None, (), problems)
    lines = []
    for each in session.amendments:
        if each.id in ids:
            where = " ".join(place_of(each, known))
            spot = f" ({where})" if where.strip() else ""
            lines.append(f"{each.id} {told(each)}{spot}: {each.status}")
    return Recorded(data, tuple(lines), problems)


def try_out(
    given: SessionFiles, known: Known, data: bytes, ids: tuple[str, ...]
) -> tuple[Session, tuple[Fault, ...]]:
    """The session with other amendments, and what is wrong with those of some ids.

    Of all else, what was not wrong before. A conflict is an error only between two
    that are adopted.
    """
    _, before = _read(given)
    session, after = _read(given._replace(files={**given.files, AMENDMENTS: data}))
    if session is None:
        return known.session, tuple(Fault("", each) for each in after)
    plans = plans_of(session)
    old = {p for plan in plans_of(known.session) for p in map(_said, plan.problems)}
    faults = [*_new(after, {*map(_said, before)})]
    for plan in plans:
        id = str(plan.amendment.id)
        faults += (
            _faults(known, session, plan) if id in ids else _new(plan.problems, old)
        )
    return session, (*faults, *_conflicts(plans, ids))


def _read(given: SessionFiles) -> tuple[Session | None, tuple[Problem, ...]]:
    return read_session(given.folder.name, given.files, given.shared, given.shown)


def _said(problem: Problem) -> tuple[str, str]:
    """What tells a problem from others, wherever in its file it has moved."""
    return problem.place.path, problem.message


def _new(problems: tuple[Problem, ...], old: set[tuple[str, str]]) -> Iterator[Fault]:
    return (Fault("", each) for each in problems if _said(each) not in old)


def _faults(known: Known, session: Session, plan: Plan) -> Iterator[Fault]:
    """The faults of a plan, with what to quote instead, and those of its marks."""
    each = plan.amendment
    for problem in (*plan.problems, *_faults_of_marks(draft_of(session), plan)):
        quoted = each.old and each.passage and problem.place == each.old.place
        hint = advice(known, each, plan.language) if quoted else ""
        yield Fault(str(each.id), problem._replace(hint=hint or problem.hint))


def _faults_of_marks(draft: Draft, plan: Plan) -> Iterator[Problem]:
    """What is wrong with marks in the words as amended, and was not before."""
    each = plan.amendment
    found: dict[tuple[str, str], None] = {}
    for before, after in _texts(draft, plan):
        old = frozenset(_said_of_marks(before))
        found |= {said: None for said in _said_of_marks(after) if said not in old}
    for message, hint in found:
        yield Problem((each.words or each.id).place, message, hint)


def _texts(draft: Draft, plan: Plan) -> Iterator[tuple[str, str]]:
    """The words of each passage that is touched, before and after."""
    texts = draft.texts.get(plan.language, {})
    spans: dict[str, list[Span]] = {}
    for id, span in plan.touches:
        spans.setdefault(id, []).append(span)
    for id, own in spans.items():
        yield texts.get(id, ""), respelt(texts.get(id, ""), own)
    if plan.amendment.action == "insert":
        yield "", plan.amendment.words


def _said_of_marks(text: str) -> Iterator[tuple[str, str]]:
    for piece in pieces_of(text):
        yield from faults_of(piece)


def _conflicts(plans: tuple[Plan, ...], ids: tuple[str, ...]) -> Iterator[Fault]:
    """The conflicts of some amendments with any others, each told once."""
    for place, plan in enumerate(plans):
        id = str(plan.amendment.id)
        for number, other in enumerate(plans):
            twice = str(other.amendment.id) in ids and number >= place
            if id in ids and not twice:
                yield from (Fault(id, each) for each in conflicts((other, plan)))
