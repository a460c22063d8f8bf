"""A session as it would be with another amendments.yaml: what is wrong only then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportkit.edition.broken_marks import faults_of_words, lost_references
from reportkit.edition.cautions import cautions, issued_already
from reportkit.edition.pointing import Known
from reportkit.edition.quoting import advice
from reportkit.edition.telling import place_of, told
from reportkit.edition.workspace import SessionFiles
from reportkit.model.amendments import PENDING, Amendment
from reportkit.model.reading import AMENDMENTS, read_session
from reportkit.model.session import Session
from reportkit.problems import Problem, has_errors
from reportkit.revise.conflicts import conflicts
from reportkit.revise.plans import Plan, plans_of


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
    spot: tuple[str, str] = ("", ""),
) -> Recorded:
    """What was recorded of a session as it would be; nothing if there are errors.

    `spot` is the document and the number that were typed, if they were.
    """
    if has_errors(problems):
        return Recorded(None, (), problems)
    was = {str(each.id): str(each.status) for each in known.session.amendments}
    places = places_of(session)
    lines = []
    for each in session.amendments:
        if each.id in ids:
            where = " ".join(spot if any(spot) else place_of(each, known))
            shown = f" ({where})" if where.strip() else ""
            before = was.get(str(each.id), PENDING)
            turned = f" (it was {before})" if before != PENDING else ""
            what = told(each, known, places.get(str(each.id), 0))
            lines.append(f"{each.id} {what}{shown}: {each.status}{turned}")
    return Recorded(data, tuple(lines), problems)


def places_of(session: Session) -> dict[str, int]:
    """How many places each amendment changes that is not put aside, by its id."""
    return {str(p.amendment.id): len(p.touches) for p in plans_of(session)}


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
    faults += (*_conflicts(plans, ids), *_cautions(known, session, plans, ids))
    return session, tuple(faults)


def _cautions(
    known: Known, session: Session, plans: tuple[Plan, ...], ids: tuple[str, ...]
) -> Iterator[Fault]:
    """Warnings; what a change says of itself is told when it is recorded first."""
    old = {str(each.id): each for each in known.session.amendments}
    for each in session.amendments:
        if each.id in ids and _is_printed(each, old.get(str(each.id))):
            for problem in issued_already(known, each):
                yield Fault(str(each.id), problem)
    for plan in plans:
        id = str(plan.amendment.id)
        if id in ids and id not in old:
            yield from (Fault(id, each) for each in cautions(known, plan))
    for id, problem in lost_references(known, session):
        yield Fault(id if id in ids else ids[0], problem)


def _is_printed(now: Amendment, before: Amendment | None) -> bool:
    """Whether an amendment is new, or a verdict puts it in the report or out of it."""
    return before is None or before.adopted != now.adopted


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
    for problem in (*plan.problems, *faults_of_words(known, session, plan)):
        quoted = each.old and each.passage and problem.place == each.old.place
        hint = advice(known, each, plan.language) if quoted else ""
        yield Fault(str(each.id), problem._replace(hint=hint or problem.hint))


def _conflicts(plans: tuple[Plan, ...], ids: tuple[str, ...]) -> Iterator[Fault]:
    """The conflicts of some amendments with any others, each told once."""
    for place, plan in enumerate(plans):
        id = str(plan.amendment.id)
        for number, other in enumerate(plans):
            twice = str(other.amendment.id) in ids and number >= place
            if id in ids and not twice:
                yield from (Fault(id, each) for each in conflicts((other, plan)))
