"""Who made statements, by groups of items and by standing.

statements.yaml is private: what leaves it is these lists and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportkit.assemble.opening import titles
from reportkit.assemble.tree import Clause
from reportkit.assemble.wording import SECRETARIAT, Wording
from reportkit.languages.words import Marked
from reportkit.model.facts import CATEGORIES
from reportkit.model.proceedings import Item, Statement
from reportkit.model.session import Session

# The categories whose members speak as States; the others are observers.
STATES = CATEGORIES[: CATEGORIES.index("other_entities") + 1]
IN_ROOM = ("chair", SECRETARIAT)
CAPACITIES = {
    "party": "states_parties",
    "signatory": "signatories",
    "observer": "non_signatories",
    "state": "states",
}
JOINT = ""
JOINT_GROUP = "joint"
OBSERVERS = "observers"
PRESENTATIONS = "presentations"


class Speaker(NamedTuple):
    """Someone who spoke on an item of an agenda; `body` is empty where it is joint."""

    code: str
    category: str
    body: str
    item: Item
    statement: Statement


def statements(wording: Wording) -> Iterator[Clause]:
    """The paragraphs on statements, in the order of bodies and categories."""
    speakers = tuple(_speakers(wording, "statement"))
    groups = [*wording.session.facts.bodies, JOINT]
    for category in STATES:
        for body in groups:
            group = [s for s in speakers if s.category == category and s.body == body]
            if group:
                yield _of_states(wording, category, body, group)
    for body in groups:
        observers = [s for s in speakers if s.category not in STATES and s.body == body]
        if observers:
            yield _of_observers(wording, body, observers)
    yield from _presentations(wording, groups)


def _speakers(wording: Wording, kind: str) -> Iterator[Speaker]:
    """Everyone who made a counted statement of a kind, but for the podium."""
    items = wording.session.items
    for statement in wording.session.statements.statements:
        if statement.kind != kind or not statement.counted:
            continue
        for code in statement.by:
            if (code in IN_ROOM) == (kind == "statement"):
                continue
            item = items[statement.item]
            body = body_of_statement(wording, statement)
            category = CAPACITIES.get(statement.capacity) or category_of(wording, code)
            yield Speaker(code, category, body, item, statement)


def body_of_statement(wording: Wording, statement: Statement) -> str:
    """The body under whose agenda a statement falls; empty for a joint item."""
    item = wording.session.items[statement.item]
    if statement.body:
        return statement.body
    if len(item.number) == 1:
        return next(iter(item.number))
    if item.joint:
        return JOINT
    meeting = wording.session.facts.meetings[statement.meeting]
    return next((body for body in meeting.of if body in item.number), JOINT)


def category_of(wording: Wording, code: str) -> str:
    """The category under which someone attended; a State unknown there is a party."""
    participants = wording.session.participants
    for category in CATEGORIES:
        if code in getattr(participants, category):
            return category
    if not wording.is_state(code):
        return "intergovernmental"
    return "states_parties" if wording.session.facts.instrument else "states"


def _of_states(
    wording: Wording, category: str, body: str, speakers: list[Speaker]
) -> Clause:
    codes = tuple(dict.fromkeys(speaker.code for speaker in speakers))
    facts = {"under": under(wording, body, speakers), **instrument_of(wording)}
    id = _statements_id(category, body)
    if len(codes) == 1:
        group = _behalf(speakers).get(codes[0])
        said = wording.say(
            "statements-one",
            state=wording.member(codes[0]),
            group=wording.group(group) if group else "",
            capacity=wording.say(f"capacity-{category}", **instrument_of(wording)),
            **facts,
        )
        return Clause(id, said)
    said = wording.say(
        "statements-list",
        category=wording.say(f"category-{category}", **instrument_of(wording)),
        states=_listed(wording, codes, speakers),
        **facts,
    )
    return Clause(id, said)


def statements_ids(session: Session) -> Iterator[str]:
    """The ids that the paragraphs on statements can have."""
    for body in (*session.facts.bodies, JOINT):
        yield from (_statements_id(category, body) for category in (*STATES, OBSERVERS))
    yield PRESENTATIONS


def _statements_id(category: str, body: str) -> str:
    short = category.removesuffix("_organizations").replace("_", "-")
    return f"statements-{short}-{body or JOINT_GROUP}"


def _listed(
    wording: Wording, codes: tuple[str, ...], speakers: list[Speaker]
) -> Marked:
    """The States that spoke, once each; for whom they spoke stands in brackets."""
    behalf = _behalf(speakers)
    named = (
        _on_behalf(wording, code, behalf.get(code, ""))
        for code in _ordered(wording, codes)
    )
    return wording.words.joined(tuple(named))


def _ordered(wording: Wording, codes: tuple[str, ...]) -> list[str]:
    """Speakers as the lists have them: by name, or in the order of first mention."""
    if wording.session.statements.order != "sorted":
        return list(codes)
    return sorted(codes, key=lambda e: wording.order(wording.form_of(e, "list"), e))


def _behalf(speakers: list[Speaker]) -> dict[str, str]:
    """The group that a speaker spoke for, even if it also spoke for itself."""
    spoken = ((each.code, each.statement.on_behalf_of) for each in speakers)
    return {code: group for code, group in spoken if group}


def _on_behalf(wording: Wording, code: str, group: str) -> str:
    name = wording.form_of(code, wording.words.form_of_speakers)
    if not group:
        return name
    return wording.say("statement-behalf", state=name, group=wording.group(group))


def _of_observers(wording: Wording, body: str, speakers: list[Speaker]) -> Clause:
    codes = _ordered(wording, tuple(dict.fromkeys(each.code for each in speakers)))
    said = wording.say(
        "statements-observers",
        under=under(wording, body, speakers),
        count=len(codes),
        observers=tuple(wording.member(code) for code in codes),
    )
    return Clause(_statements_id(OBSERVERS, body), said)


def _presentations(wording: Wording, groups: list[str]) -> Iterator[Clause]:
    """The paragraph on what the Secretariat presented."""
    given = tuple(_speakers(wording, "presentation"))
    by_group = [(body, [s for s in given if s.body == body]) for body in groups]
    unders = [under(wording, body, group) for body, group in by_group if group]
    items = len({(speaker.body, speaker.item.id) for speaker in given})
    if unders:
        said = wording.say("presentations", items=items, unders=tuple(unders))
        yield Clause(PRESENTATIONS, said)


def under(wording: Wording, body: str, speakers: list[Speaker]) -> Marked:
    """The items under which statements were made, as their agendas number them."""
    items = tuple({s.item.id: s.item for s in speakers}.values())
    if body == JOINT:
        return _under_joint(wording, items)
    key = "under-single" if len(wording.session.facts.bodies) == 1 else "under-body"
    return _numbered(wording, key, items, body)


def _under_joint(wording: Wording, items: tuple[Item, ...]) -> Marked:
    """Joint items with their numbers in every agenda; a lone one by its title."""
    if len(items) == 1:
        said = titles(wording, items)
        count = len(items[0].number)
        return wording.say("under-joint-one", titles=said, bodies=count)
    bodies = [body for body in wording.session.facts.bodies if body in items[0].number]
    shares = (_numbered(wording, "under-joint-share", items, body) for body in bodies)
    return wording.say("under-joint", shares=tuple(shares), items=len(items))


def _numbered(wording: Wording, key: str, items: tuple[Item, ...], body: str) -> Marked:
    numbers = tuple(item.number[body] for item in items if body in item.number)
    joined = wording.words.numbers_joined(numbers)
    return wording.say(key, items=len(numbers), numbers=joined, body=wording.body(body))


def instrument_of(wording: Wording) -> dict[str, object]:
    """The treaty whose parties meet, as a place of a sentence, or nothing."""
    id = wording.session.facts.instrument
    return {"instrument": wording.instrument(id) if id else ""}
