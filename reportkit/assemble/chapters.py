"""The chapters of a report, grown from its outline: sections, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportkit.assemble.derived import (
    DERIVED,
    Derived,
    derived_clause,
    lead_id,
    placed_ids,
)
from reportkit.assemble.growth import Growth
from reportkit.assemble.headings import group_of, heading_of, item_note, title_of
from reportkit.assemble.manuscript import clauses_of, grown
from reportkit.assemble.outline import ChapterOutline, Outline, SectionOutline
from reportkit.assemble.summaries import by_group, items_of, opened
from reportkit.assemble.tree import Clause, Leaf, Node, Section
from reportkit.assemble.wording import Wording
from reportkit.model.passages import Manuscript


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
    inner = growth._replace(level=growth.level + 1)
    if role == "chapter":
        inner = inner._replace(chapter=id, texts=texts)
    content: list[Node] = []
    if by == "groups":
        content += by_group(inner)
    elif by == "bodies":
        content += _by_body(inner, id, texts)
    else:
        content += [node for text in texts for node in TEXTS[text](inner, "")]
    sections = spec.sections if isinstance(spec, ChapterOutline) else ()
    content += [_section(inner, each, "section") for each in sections]
    if role == "chapter" and (own := _of_its_own(inner)):
        return own._replace(content=tuple(content))
    heading = heading_of(growth, id) if content else ""
    return Section(f"{role}-{id}", role, growth.level, heading, tuple(content))


def _of_its_own(growth: Growth) -> Section | None:
    """A chapter whose heading stands in a file of its own, or is that of an item."""
    wording = growth.wording
    for manuscript in _manuscripts(growth):
        items = tuple(wording.session.items[id] for id in manuscript.taken_up)
        if not (items or manuscript.title):
            continue
        title = manuscript.title
        heading = title_of(wording, title.id if title else "", items)
        body = group_of(wording, manuscript)
        prints_number = items and growth.outline.item_numbers
        note = item_note(wording, items, body) if prints_number else ""
        id = title.id if title else items[0].id
        section = Section(id, "chapter", 1, heading.text, note=note)
        return section._replace(missing=heading.missing)
    return None


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


def _passages(growth: Growth, body: str) -> Iterator[Node]:
    """A chapter's own passages, with their headings as sections."""
    nodes = (n for each in _manuscripts(growth) for n in _nodes(growth, each))
    yield from grown(tuple(nodes), growth.level)


def _manuscripts(growth: Growth) -> Iterator[Manuscript]:
    """The files that a chapter is made of, but for the summaries in it."""
    for each in growth.wording.session.manuscripts:
        is_summary = each.taken_up and "items" in growth.texts
        if each.chapter == growth.chapter and not is_summary:
            yield each


def _nodes(growth: Growth, manuscript: Manuscript) -> Iterator[Node]:
    """A file's passages; a chapter on an item has its opening like a summary."""
    wording = growth.wording
    nodes = tuple(clauses_of(wording, manuscript))
    if manuscript.taken_up:
        items = tuple(wording.session.items[id] for id in manuscript.taken_up)
        nodes = opened(wording, nodes, items, group_of(wording, manuscript))
    return (each for node in nodes for each in _in_place(growth, node))


def _in_place(growth: Growth, node: Node) -> Iterator[Node]:
    """A node; in place of a derived passage what the facts say, if they say it."""
    if not isinstance(node, Clause) or not node.derived:
        yield node
        return
    said = derived_clause(growth.wording, node.id)
    if said:
        own = growth.wording.override(node.id)
        # An addendum has of these only what is put into it.
        is_whole = growth.outline.kind == "report"
        usual = growth.derived_part if is_whole else growth.wording.session.default_part
        yield said._replace(text=own or said.text, part=node.part or usual)


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
        placed = wording.once(("placed",), lambda: placed_ids(wording))
        for clause in wording.once(
            (name, body), lambda: tuple(derived.clauses(wording, body))
        ):
            if clause.id in placed:
                continue
            own = growth.wording.override(clause.id)
            said = own or clause.text
            yield clause._replace(text=said, part=growth.derived_part)

    return text


TEXTS: dict[str, Callable[[Growth, str], Iterator[Node]]] = {
    "passages": _passages,
    "recommendations": _recommendations,
    "items": items_of,
    **{name: _derived(name, derived) for name, derived in DERIVED.items()},
}
