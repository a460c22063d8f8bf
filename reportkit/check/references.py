"""Names that fact files and passages refer to, each of which something must have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reportkit.assemble.derived import session_id
from reportkit.check.checked import Checked
from reportkit.check.unknown import unknown
from reportkit.model.facts import ELSEWHERE
from reportkit.model.session import Session
from reportkit.problems import Place, Problem
from reportkit.source.values import Text

JOINT = "joint"


class Pointing(NamedTuple):
    """The places that name a kind of thing, and the names that such things have."""

    kind: str
    named: Callable[[Session], Iterable[str]]
    known: Callable[[Session], Iterable[str]]
    where: str = ""


def unknown_ids(checked: Checked) -> Iterator[Problem]:
    """Names of items, meetings, bodies, persons and so on that nothing has."""
    session = checked.session
    for pointing in POINTINGS:
        if pointing.kind == "item" and not session.items:
            continue
        known = tuple(map(str, pointing.known(session)))
        for name in pointing.named(session):
            if name and name not in known:
                place = place_of(name, session.facts.place)
                yield unknown(pointing.kind, name, place, known, pointing.where)


def no_items(checked: Checked) -> Iterator[Problem]:
    """An agenda without items to which files refer: one mistake, told once."""
    session = checked.session
    titled = {id for each in session.manuscripts for id in each.titles}
    named = any(_items(session)) or titled - set(map(session_id, checked.bodies))
    if named and not session.items:
        known = session.agenda.place.path
        place = session.agenda.place if known else session.facts.place
        message = "agenda.yaml has no items" if known else "there is no agenda.yaml"
        hint = "items: [{id: …, number: 1}], a line for each item of the agenda"
        yield Problem(place, message, hint)


def place_of(name: str, default: Place) -> Place:
    """Where a name was typed; the default for one that was made."""
    return name.place if isinstance(name, Text) and hasattr(name, "file") else default


def _bodies(session: Session) -> Iterator[str]:
    """Every place in the facts and the words that names a body."""
    facts = session.facts
    for meeting in facts.meetings.values():
        yield from meeting.of
    yield from (body for body in facts.held if body != JOINT)
    for officer in facts.officers:
        yield from officer.of
    for item in session.agenda.items:
        yield from item.number
    yield from session.agenda.adopted_at
    yield from (statement.body for statement in session.statements.statements)
    for paper in session.papers.papers:
        yield from (*paper.symbols, *paper.before)
    for manuscript in session.manuscripts:
        yield manuscript.body
        yield from (passage.body for passage in manuscript.passages)


def _meetings(session: Session) -> Iterator[str]:
    if session.facts.adopted:
        yield session.facts.adopted.at
    yield from session.agenda.adopted_at.values()
    yield from (statement.meeting for statement in session.statements.statements)


def _items(session: Session) -> Iterator[str]:
    for meeting in session.facts.meetings.values():
        yield from meeting.items
    yield from (statement.item for statement in session.statements.statements)
    for manuscript in session.manuscripts:
        yield from dict.fromkeys((manuscript.item, *manuscript.items))


def _persons(session: Session) -> Iterator[str]:
    yield from (officer.person for officer in session.facts.officers)
    for item in session.agenda.items:
        for leading in item.led_by:
            yield from leading.persons


def _documents(session: Session) -> Iterator[str]:
    issues = session.facts.documents.values()
    yield from (issue.of for issue in issues if issue.of != ELSEWHERE)
    for manuscript in session.manuscripts:
        yield manuscript.part
        for passage in manuscript.passages:
            yield passage.part
            yield from (point.part for point in passage.points)


def _groups(session: Session) -> Iterator[str]:
    yield from (each.on_behalf_of for each in session.statements.statements)


POINTINGS = (
    Pointing("body", _bodies, lambda s: s.facts.bodies, "session.yaml"),
    Pointing("meeting", _meetings, lambda s: s.facts.meetings, "session.yaml"),
    Pointing("item", _items, lambda s: s.items, "agenda.yaml"),
    Pointing("person", _persons, lambda s: s.names.persons, "names.yaml"),
    Pointing("document", _documents, lambda s: s.facts.documents, "session.yaml"),
    Pointing("group", _groups, lambda s: s.names.groups, "names.yaml"),
    Pointing("body", lambda s: s.facts.bodies, lambda s: s.names.bodies, "names.yaml"),
    Pointing(
        "organ", lambda s: (s.facts.parent,), lambda s: s.names.organs, "names.yaml"
    ),
    Pointing(
        "place",
        lambda s: (s.facts.place_of_session,),
        lambda s: s.names.places,
        "names.yaml",
    ),
    Pointing(
        "instrument",
        lambda s: (s.facts.instrument,),
        lambda s: s.instruments.instruments,
        "instruments.yaml",
    ),
)


def unknown_headings(checked: Checked) -> Iterator[Problem]:
    """Headings of `continued:` and `headings:` that no document has."""
    known = frozenset(heading_ids(checked))
    for issue in checked.session.facts.documents.values():
        for id in (*issue.continued, *issue.headings) if checked.outlines else ():
            if id not in known:
                place = place_of(id, issue.place)
                yield unknown("heading", id, place, sorted(known))


def heading_ids(checked: Checked) -> Iterator[str]:
    """The ids of all headings that a session's documents can have."""
    for id in outline_ids(checked):
        yield id
        yield from (f"{id}-{body}" for body in (*checked.bodies, JOINT))
    yield from map(str, checked.session.items)
    for stretch in checked.sources.values():
        if stretch.role in ("heading", "title"):
            yield stretch.id


def outline_ids(checked: Checked) -> Iterator[str]:
    """The ids of the chapters of the outlines, and of their sections."""
    for outline in checked.outlines.values():
        for chapter in outline.chapters:
            yield str(chapter.id)
            yield from (str(section.id) for section in chapter.sections)
