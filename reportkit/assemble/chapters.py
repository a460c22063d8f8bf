"""The chapters of a report, grown from its outline: sections, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from reportkit.assemble.derived import DERIVED, Derived, lead_id, opening_id
from reportkit.assemble.manuscript import clauses_of, grown
from reportkit.assemble.opening import opening
from reportkit.assemble.outline import ChapterOutline, Outline, SectionOutline
from reportkit.assemble.tree import Clause, Leaf, Node, Section
from reportkit.assemble.wording import Rendering, Wording
from reportkit.model.passages import Manuscript
from reportkit.model.proceedings import Item

OPENING = "{opening}"


class Growth(NamedTuple):
    """What a chapter grows from: the wording, the outline, and its own document.

    `derived_part` is the document that derived paragraphs go into.
    """

    wording: Wording
    outline: Outline
    derived_part: str
    chapter: str = ""
    level: int = 1


def grow(wording: Wording, outline: Outline, derived_part: str) -> tuple[Node, ...]:
    """The chapters of an outline, then the annexes, over all parts of a session."""
    growth = Growth(wording, outline, derived_part)
    chapters = (_section(growth, each, "chapter") for each in outline.chapters)
    return (*chapters, *_annexes(wording))


def _section(
    growth: Growth, spec: ChapterOutline | SectionOutline, role: str
) -> Section:
    """A chapter or a section of one, with what its outline says it holds."""
    id, by, texts = spec.id, spec.by, spec.text
    inner = growth._replace(chapter=growth.chapter or id, level=growth.level + 1)
    content: list[Node] = []
    if by == "groups":
        content += _by_group(inner)
    elif by == "bodies":
        content += _by_body(inner, id, texts)
    else:
        content += [node for text in texts for node in TEXTS[text](inner, "")]
    sections = spec.sections if isinstance(spec, ChapterOutline) else ()
    content += [_section(inner, each, "section") for each in sections]
    heading = _heading(growth, id)
    return Section(f"{role}-{id}", role, growth.level, heading, tuple(content))


def _heading(growth: Growth, key: str) -> str:
    count = len(growth.wording.session.facts.bodies)
    return growth.wording.sentences.say("headings", key, count=count)


def _by_body(growth: Growth, id: str, texts: tuple[str, ...]) -> Iterator[Node]:
    """A group a body; without its heading where a single body meets."""
    bodies = tuple(growth.wording.session.facts.bodies)
    for body in bodies:
        content = tuple(node for text in texts for node in TEXTS[text](growth, body))
        if len(bodies) == 1:
            yield from content
        else:
            heading = growth.wording.body(body).full.name
            yield Section(f"group-{id}-{body}", "group", growth.level, heading, content)


def _by_group(growth: Growth) -> Iterator[Node]:
    """Summaries of each body's items, then of those that are joint."""
    bodies = tuple(growth.wording.session.facts.bodies)
    if len(bodies) == 1:
        yield from _items(growth, bodies[0])
        return
    inner = growth._replace(level=growth.level + 1)
    for body in bodies:
        heading = growth.wording.body(body).full.name
        content = tuple(_items(inner, body))
        id = f"group-{growth.chapter}-{body}"
        yield Section(id, "group", growth.level, heading, content)
    named = tuple(growth.wording.body(body) for body in bodies)
    heading = growth.wording.sentences.say("headings", "joint", bodies=named)
    joint = tuple(_items(inner, ""))
    id = f"group-{growth.chapter}-joint"
    yield Section(id, "group", growth.level, heading, joint)


def _items(growth: Growth, body: str) -> Iterator[Node]:
    """The summaries of a body's items, or of joint ones, in the agenda's order."""
    known = growth.wording.session.items
    summaries = [
        each for each in growth.wording.session.manuscripts
        if each.chapter == "deliberations" and each.taken_up
        and group_of(growth.wording, each) == body
    ]  # fmt: skip
    for id in known:
        own = [each for each in summaries if each.taken_up[0] == id]
        if own:
            yield _summary(growth, own, body)


def group_of(wording: Wording, manuscript: Manuscript) -> str:
    """The body whose summary a manuscript is; empty for a joint item."""
    items = wording.session.items
    if manuscript.body:
        return manuscript.body
    bodies = {body for id in manuscript.taken_up for body in items[id].number}
    return next(iter(bodies)) if len(bodies) == 1 else ""


def _summary(growth: Growth, manuscripts: list[Manuscript], body: str) -> Section:
    """An item's section: its title, the opening, and the rapporteur's passages."""
    wording = growth.wording
    items = tuple(wording.session.items[id] for id in manuscripts[0].taken_up)
    content = grown(
        tuple(n for each in manuscripts for n in clauses_of(wording, each)),
        growth.level + 1,
    )
    content = _opened(wording, content, items, body)
    title = next((each.title for each in manuscripts if each.title), None)
    heading = _title(wording, title.id if title else "", items)
    note = _item_note(wording, items, body) if growth.outline.item_numbers else ""
    id, missing = items[0].id, heading.missing
    return Section(
        id, "item", growth.level, heading.text, content, note=note, missing=missing
    )


def _title(wording: Wording, own: str, items: tuple[Item, ...]) -> Rendering:
    """The heading of a summary: its own title, else those of its items, joined."""
    if own or len(items) == 1:
        return wording.text(own or items[0].id)
    titles = tuple(wording.title(item.id) for item in items)
    return Rendering(wording.words.joined(titles))


def _opened(
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


def _item_note(wording: Wording, items: tuple[Item, ...], body: str) -> str:
    """The bracket after an item's heading: (agenda item 3)."""
    bodies = (body,) if body else tuple(items[0].number)
    several = len(items) > 1
    say = wording.sentences.say
    if len(bodies) == 1:
        numbers = wording.words.numbers_joined(
            tuple(i.number[bodies[0]] for i in items)
        )
        key = "several" if several else "one"
        return say("item_numbers", key, numbers=numbers, items=len(items))
    shares = tuple(
        say(
            "item_numbers",
            "joint-several" if several else "joint-one",
            numbers=wording.words.numbers_joined(tuple(i.number[each] for i in items)),
            body=wording.body(each),
            items=len(items),
        )
        for each in bodies
    )
    return say("item_numbers", "joint", numbers_by_body=shares)


def _passages(growth: Growth, body: str) -> Iterator[Node]:
    """A chapter's own passages, with their headings as sections."""
    known = growth.wording.session.manuscripts
    own = [m for m in known if m.chapter == growth.chapter and not m.taken_up]
    nodes = tuple(n for each in own for n in clauses_of(growth.wording, each))
    yield from grown(nodes, growth.level)


def _recommendations(growth: Growth, body: str) -> Iterator[Node]:
    """The lead sentence of a body's recommendations, with the recommendations."""
    from_files = [
        (manuscript, clause)
        for manuscript in growth.wording.session.manuscripts
        if manuscript.chapter == "recommendations"
        for clause in clauses_of(growth.wording, manuscript)
        if isinstance(clause, Clause) and _is_of(growth, manuscript, clause, body)
    ]
    if not from_files:
        return
    wording, parent = growth.wording, growth.wording.session.facts.parent
    id = lead_id(body)
    said = wording.override(id) or wording.say(
        f"lead-{growth.outline.kind}",
        body=wording.body(body),
        parent=wording.organ(parent) if parent else "",
    )
    leaves = tuple(_recommendation(clause) for _, clause in from_files)
    yield Clause(id, said, leaves=leaves, ends=True, needs_points=True)


def _is_of(growth: Growth, manuscript: Manuscript, clause: Clause, body: str) -> bool:
    passage = next(p for p in manuscript.passages if p.id == clause.id)
    bodies = tuple(growth.wording.session.facts.bodies)
    return (passage.body or manuscript.body or bodies[0]) == body


def _recommendation(clause: Clause) -> Leaf:
    return Leaf(
        clause.id, clause.text, clause.part, clause.missing, leaves=clause.leaves
    )


def _annexes(wording: Wording) -> Iterator[Section]:
    """An annex a manuscript, numbered in their order."""
    for manuscript in wording.session.manuscripts:
        if manuscript.chapter == "annexes" and manuscript.title:
            title = wording.text(manuscript.title.id)
            content = grown(tuple(clauses_of(wording, manuscript)), 2)
            id = manuscript.title.id
            yield Section(id, "annex", 1, title.text, content, missing=title.missing)


def _derived(name: str, derived: Derived) -> Callable[[Growth, str], Iterator[Node]]:
    """A text of the outline out of what derives its clauses."""

    def text(growth: Growth, body: str) -> Iterator[Node]:
        wording = growth.wording
        for clause in wording.once(
            (name, body), lambda: tuple(derived.clauses(wording, body))
        ):
            own = growth.wording.override(clause.id)
            said = own or clause.text
            yield clause._replace(text=said, part=growth.derived_part)

    return text


TEXTS: dict[str, Callable[[Growth, str], Iterator[Node]]] = {
    "passages": _passages,
    "recommendations": _recommendations,
    "items": _items,
    **{name: _derived(name, derived) for name, derived in DERIVED.items()},
}
