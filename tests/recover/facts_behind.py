"""The derived paragraphs of a session, each with the facts that it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportkit.assemble.derived import DERIVED
from reportkit.assemble.headings import group_of
from reportkit.assemble.opening import meetings_on, opening
from reportkit.assemble.organization import held, joint
from reportkit.assemble.speakers import (
    CAPACITIES,
    STATES,
    body_of_statement,
    category_of,
)
from reportkit.assemble.wording import SECRETARIAT, Wording
from reportkit.model.facts import CATEGORIES
from reportkit.model.proceedings import Item, Statement
from reportkit.recover.facts import (
    Adopted,
    Attended,
    Context,
    Fact,
    Held,
    KnownBody,
    KnownItem,
    Person,
    Spoke,
    Took,
)

CAPACITY_OF = {"signatories": "signatory", "non_signatories": "observer"}


class Printed(NamedTuple):
    """A paragraph as it is printed, where it stands, and what it says."""

    text: str
    section: str
    body: str
    facts: tuple[Fact, ...]
    points: tuple[str, ...] = ()


def context_of(wording: Wording) -> Context:
    """What is known of a session before its paragraphs are read."""
    facts = wording.session.facts
    bodies = tuple(
        KnownBody(str(id), wording.body(id).full.name, str(wording.body(id).short.name))
        for id in facts.bodies
    )
    items = tuple(
        KnownItem(
            str(item.id),
            wording.title(item.id),
            {str(body): str(number) for body, number in item.number.items()},
            len(item.number) > 1 and item.joint,
        )
        for item in wording.session.agenda.items
    )
    days = [day for body in facts.bodies.values() for day in (body.first, body.last)]
    return Context(wording.code, min(days), max(days), bodies, items)


def printed(wording: Wording) -> Iterator[Printed]:
    """Every derived paragraph of a session but the leads of its recommendations."""
    yield from (_opening(wording, *each) for each in _summaries(wording))
    for name, derived in DERIVED.items():
        bodies = tuple(wording.session.facts.bodies) if derived.by_body else ("",)
        for body in bodies:
            for clause in derived.clauses(wording, body):
                section = {"officers": "duration"}.get(name, name)
                facts = tuple(FACTS[name](wording, clause.id, body))
                points = tuple(leaf.text for leaf in clause.leaves)
                yield Printed(clause.text, section, body, facts, points)


def _summaries(wording: Wording) -> Iterator[tuple[tuple[Item, ...], str]]:
    """The items of each summary, and the body in whose group it stands."""
    items = wording.session.items
    written = [m for m in wording.session.manuscripts if m.chapter == "deliberations"]
    for each in written:
        taken = tuple(items[id] for id in each.taken_up)
        if taken and meetings_on(wording, taken, group_of(wording, each)):
            yield taken, group_of(wording, each)
    for item in () if written else items.values():
        joint = item.joint and len(item.number) > 1
        for body in ("",) if joint else tuple(map(str, item.number)):
            if meetings_on(wording, (item,), body):
                yield (item,), body


def _opening(wording: Wording, items: tuple[Item, ...], body: str) -> Printed:
    meetings = meetings_on(wording, items, body)
    ids = tuple(str(item.id) for item in items)
    days = tuple(sorted({meeting.on for meeting in meetings}))
    numbers = {body: tuple(sorted(m.of[body] for m in meetings))} if body else {}
    alone = not body and len(meetings) == 1 and bool(meetings[0].part)
    count = 0 if body or alone else len(meetings)
    part = str(meetings[0].part) if alone else ""
    took = Took(numbers, days, ids, count, part)
    text = opening(wording, items, body)
    return Printed(text, "opening", body, (took, *_leading(wording, items, body)))


def _leading(wording: Wording, items: tuple[Item, ...], body: str) -> Iterator[Fact]:
    known = [leading for item in items for leading in item.led_by]
    expert = any(each.capacity == "expert" for each in known)
    role = "expert" if expert else "leader"
    first = str(items[0].id)
    for each in known:
        yield from (_person(wording, id, role, first) for id in each.persons)
    for each in known:
        who = str(each.representative_of)
        if who == SECRETARIAT:
            yield Person("", "", "secretariat", first)
            if each.presentation:
                yield Spoke((first,), (who,), kind="presentation", body=body)
        elif who:
            state = who if wording.is_state(who) else ""
            name = "" if state else wording.organization(who).name
            yield Person(name, state, "representative", first)


def _person(
    wording: Wording, id: str, role: str, item: str = "", of: tuple[str, ...] = ()
) -> Person:
    person = wording.session.names.persons[id]
    return Person(wording.person(id), str(person.state), role, item, of)


def _duration(wording: Wording, id: str, _: str) -> Iterator[Fact]:
    body = id.removeprefix("duration-")
    own = wording.session.facts.bodies[body]
    count = joint(wording, body)
    others = tuple(str(e) for e in wording.session.facts.bodies if e != body)
    shared = (count, others) if count else (0, ())
    yield Held(body, held(wording, body), own.first, own.last, *shared)


def _officers(wording: Wording, id: str, _: str) -> Iterator[Fact]:
    _, *words = id.split("-")
    role = "vice-chair" if words[0] == "vice" else words[0]
    bodies = wording.session.facts.bodies
    wanted = tuple(words[2:] if role == "vice-chair" else words[1:])
    for officer in wording.session.facts.officers:
        of = tuple(str(body) for body in bodies if body in officer.of)
        of = of if len(of) < len(bodies) else ()
        if officer.role == role and "-".join(of) == "-".join(wanted):
            yield _person(wording, officer.person, role, of=of)


def _agenda(wording: Wording, _: str, body: str) -> Iterator[Fact]:
    meeting = wording.session.facts.meetings[wording.session.agenda.adopted_at[body]]
    yield Adopted("agenda", body, meeting.of[body], meeting.on)


def _attendance(wording: Wording, id: str, _: str) -> Iterator[Fact]:
    category = id.removeprefix("attendance-").replace("-", "_")
    members: tuple[str, ...] = getattr(wording.session.participants, category)
    if len(members) == 1 and category in CATEGORIES[6:]:
        # Nothing in the sentence tells one kind of organization from another.
        category = "intergovernmental"
    states = {str(each) for each in members if wording.is_state(each)}
    order = wording.session.participants.order
    ordered = list(members)
    if order != "as-given":
        ordered.sort(key=lambda e: wording.order(wording.form_of(e, "list"), e))
    names = tuple(wording.form_of(e, "list") for e in ordered if e not in states)
    yield Attended(category, tuple(str(e) for e in ordered if e in states), names)


def _adoption(wording: Wording, _: str, __: str) -> Iterator[Fact]:
    facts = wording.session.facts
    adopted = facts.adopted
    assert adopted
    meeting = facts.meetings.get(adopted.at)
    body = str(next(iter(facts.bodies))) if len(facts.bodies) == 1 else ""
    manner = "orally-amended" if adopted.how == "orally-amended" else ""
    yield Adopted("report", body, 0, meeting.on if meeting else adopted.on, manner)


def _statements(wording: Wording, id: str, _: str) -> Iterator[Fact]:
    if id == "presentations":
        yield from _presentations(wording)
        return
    groups = (*map(str, wording.session.facts.bodies), "joint")
    group = next(each for each in groups if id.endswith(f"-{each}"))
    short = id.removeprefix("statements-").removesuffix(f"-{group}")
    body = "" if group == "joint" else group
    spoken = [
        (code, statement)
        for statement in wording.session.statements.statements
        if statement.kind == "statement" and statement.counted
        for code in statement.by
        if code not in ("chair", SECRETARIAT)
        and body_of_statement(wording, statement) == body
        and _short(wording, code, statement) == short
    ]
    codes = list(dict.fromkeys(str(code) for code, _ in spoken))
    if wording.session.statements.order == "sorted":
        codes.sort(key=lambda e: wording.order(wording.form_of(e, "list"), e))
    items = _by_number(wording, {str(s.item) for _, s in spoken})
    states = tuple(code for code in codes if wording.is_state(code))
    names = tuple(wording.organization(c).name for c in codes if c not in states)
    capacity = CAPACITY_OF.get(short.replace("-", "_"), "")
    yield Spoke(items, states, names, capacity, body=body)


def _short(wording: Wording, code: str, statement: Statement) -> str:
    capacity = CAPACITIES.get(statement.capacity)
    category = capacity or category_of(wording, code)
    if category not in STATES:
        return "observers"
    return category.removesuffix("_organizations").replace("_", "-")


def _by_number(wording: Wording, ids: set[str]) -> tuple[str, ...]:
    items = [item for item in wording.session.agenda.items if item.id in ids]
    items.sort(key=lambda item: tuple(item.number.values()))
    return tuple(str(item.id) for item in items)


def _presentations(wording: Wording) -> Iterator[Fact]:
    given: dict[str, set[str]] = {}
    for statement in wording.session.statements.statements:
        own = statement.kind == "presentation" and statement.counted
        if own and SECRETARIAT in statement.by:
            body = body_of_statement(wording, statement)
            given.setdefault(str(body), set()).add(str(statement.item))
    for body in (*wording.session.facts.bodies, ""):
        if body in given:
            items = _by_number(wording, given[body])
            yield Spoke(items, (SECRETARIAT,), kind="presentation", body=str(body))


def _documentation(wording: Wording, id: str, body: str) -> Iterator[Fact]:
    return iter(())


FACTS = {
    "duration": _duration,
    "officers": _officers,
    "statements": _statements,
    "agenda": _agenda,
    "attendance": _attendance,
    "documentation": _documentation,
    "adoption": _adoption,
}
