"""The summaries of items: by body, each with the opening that facts give it."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.derived import opening_id
from reportkit.assemble.growth import Growth
from reportkit.assemble.headings import group_of, item_note, title_of
from reportkit.assemble.manuscript import clauses_of, grown
from reportkit.assemble.opening import opening
from reportkit.assemble.tree import Clause, Node, Section
from reportkit.assemble.wording import Wording
from reportkit.model.passages import Manuscript
from reportkit.model.proceedings import Item

OPENING = "{opening}"


def by_group(growth: Growth) -> Iterator[Node]:
    """Summaries of each body's items, then of those that are joint."""
    bodies = tuple(growth.wording.session.facts.bodies)
    if len(bodies) == 1:
        yield from items_of(growth, bodies[0])
        return
    inner = growth._replace(level=growth.level + 1)
    for body in bodies:
        heading = growth.wording.body(body).full.name
        content = tuple(items_of(inner, body))
        id = f"group-{growth.chapter}-{body}"
        yield Section(id, "group", growth.level, heading, content)
    named = tuple(growth.wording.body(body) for body in bodies)
    heading = growth.wording.sentences.say("headings", "joint", bodies=named)
    joint = tuple(items_of(inner, ""))
    id = f"group-{growth.chapter}-joint"
    yield Section(id, "group", growth.level, heading, joint)


def items_of(growth: Growth, body: str) -> Iterator[Node]:
    """The summaries of a body's items, or of joint ones, in the agenda's order."""
    known = growth.wording.session.items
    summaries = [
        each for each in growth.wording.session.manuscripts
        if each.chapter == growth.chapter and each.taken_up
        and group_of(growth.wording, each) == body
    ]  # fmt: skip
    for id in known:
        own = [each for each in summaries if each.taken_up[0] == id]
        if own:
            yield _summary(growth, own, body)


def _summary(growth: Growth, manuscripts: list[Manuscript], body: str) -> Section:
    """An item's section: its title, the opening, and the rapporteur's passages."""
    wording = growth.wording
    items = tuple(wording.session.items[id] for id in manuscripts[0].taken_up)
    content = grown(
        tuple(n for each in manuscripts for n in clauses_of(wording, each)),
        growth.level + 1,
    )
    content = opened(wording, content, items, body)
    title = next((each.title for each in manuscripts if each.title), None)
    heading = title_of(wording, title.id if title else "", items)
    note = item_note(wording, items, body) if growth.outline.item_numbers else ""
    id, missing = items[0].id, heading.missing
    return Section(
        id, "item", growth.level, heading.text, content, note=note, missing=missing
    )


def opened(
    wording: Wording, content: tuple[Node, ...], items: tuple[Item, ...], body: str
) -> tuple[Node, ...]:
    """The content with its opening: where {opening} stands, else as a paragraph."""
    id = opening_id(items[0].id)
    said = wording.override(id) or wording.once(
        (id, body), lambda: opening(wording, items, body)
    )
    holder = next((n for n in _clauses(content) if OPENING in n.text), None)
    if holder:
        return _replaced(content, holder, _opening_in(holder, said))
    if not said:
        return content
    first = next(_clauses(content), None)
    return (Clause(id, said, first.part if first else ""), *content)


def _opening_in(clause: Clause, said: str) -> Clause:
    """A clause with its opening; of an untranslated one it stays a text of its own."""
    before, _, after = clause.text.partition(OPENING)
    if clause.missing and said and not before.strip():
        return clause._replace(opening=said, text=after.lstrip())
    return clause._replace(text=f"{before}{said}{after}".strip())


def _clauses(nodes: tuple[Node, ...]) -> Iterator[Clause]:
    for node in nodes:
        if isinstance(node, Clause):
            yield node
        elif isinstance(node, Section):
            yield from _clauses(node.content)


def _replaced(nodes: tuple[Node, ...], old: Clause, new: Clause) -> tuple[Node, ...]:
    return tuple(
        new
        if node is old
        else node._replace(content=_replaced(node.content, old, new))
        if isinstance(node, Section)
        else node
        for node in nodes
    )
