"""Which derived passage a paragraph of a report is, by its id."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.recover.facts import (
    Adopted,
    Attended,
    Fact,
    Held,
    Person,
    Spoke,
)
from reportkit.recover.outline_of import Bodies
from reportkit.recover.proceedings_of import Room, attendance_id, statements_id
from reportkit.recover.reading import Said

REPORT = "report"


def body_of(said: Said, bodies: Bodies) -> str:
    """The body that a paragraph is of: of its group, else the first it names."""
    known = [id for id, _ in bodies.names]
    group = said.chunk.group if said.chunk.group in known else ""
    named = bodies.named(said.chunk.line.text)
    return group or next(iter(named), known[0])


def ids_of(said: Said, bodies: Bodies, room: Room) -> tuple[str, ...]:
    """The derived passages that a paragraph is: one, or one for each of its lists."""
    if said.chunk.section == "documentation":
        return (f"documentation-{body_of(said, bodies)}",)
    if said.opens:
        return (f"opening-{room.agenda.summaries[said.chunk.summary]}",)
    made = (id for fact in said.read.facts for id in _of_fact(fact, said, bodies, room))
    return tuple(dict.fromkeys(made))


def _of_fact(fact: Fact, said: Said, bodies: Bodies, room: Room) -> Iterator[str]:
    if isinstance(fact, Held):
        yield f"duration-{fact.body}"
    elif isinstance(fact, Attended):
        yield attendance_id(fact.category)
    elif isinstance(fact, Spoke):
        yield statements_id(fact, room)
    elif isinstance(fact, Person):
        own = fact.bodies if len(fact.bodies) < len(bodies.names) else ()
        yield "-".join(("officers", fact.role, *own))
    elif isinstance(fact, Adopted) and fact.what == REPORT:
        yield "adoption-of-report"
    elif isinstance(fact, Adopted):
        yield f"agenda-{fact.body or body_of(said, bodies)}"
