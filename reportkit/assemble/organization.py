"""The organization of the meetings: duration, officers, agenda, attendance, papers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportkit.assemble.opening import by_state, gender_of
from reportkit.assemble.sentences import capital
from reportkit.assemble.speakers import instrument_of
from reportkit.assemble.tree import Clause, Leaf
from reportkit.assemble.wording import Wording
from reportkit.languages.dates import span
from reportkit.languages.words import Marked
from reportkit.model.facts import CATEGORIES, ROLES, Officer
from reportkit.model.proceedings import Item, Paper
from reportkit.model.session import Session

ADOPTION = "adoption-of-report"


def duration(wording: Wording) -> Iterator[Clause]:
    """A paragraph a body: how many meetings it held, when, and how many jointly."""
    for body, facts in wording.session.facts.bodies.items():
        others = (wording.body(each) for each in wording.session.facts.bodies)
        said = wording.say(
            "duration",
            body=wording.body(body),
            held=held(wording, body),
            joint=joint(wording, body),
            others=tuple(each for each in others if each != wording.body(body)),
            span=span(wording.words, facts.first, facts.last, year=False),
        )
        yield Clause(f"duration-{body}", said)


def duration_ids(session: Session) -> Iterator[str]:
    """The ids that the paragraphs on the duration can have."""
    return (f"duration-{body}" for body in session.facts.bodies)


def held(wording: Wording, body: str) -> int:
    """How many meetings a body held: as given, or as listed."""
    facts = wording.session.facts
    return facts.held.get(body) or len(wording.session.meetings_of(body))


def joint(wording: Wording, body: str) -> int:
    """How many of a body's meetings were joint."""
    listed = [m for m in wording.session.meetings_of(body) if len(m.of) > 1]
    return wording.session.facts.held.get("joint") or len(listed)


def officers(wording: Wording) -> Iterator[Clause]:
    """A paragraph on who chaired, then on the other officers."""
    for role in ROLES:
        known = [each for each in wording.session.facts.officers if each.role == role]
        for of in dict.fromkeys(_of_bodies(wording.session, each) for each in known):
            persons = [e.person for e in known if _of_bodies(wording.session, e) == of]
            yield _officers(wording, role, tuple(persons), of)


def _of_bodies(session: Session, officer: Officer) -> tuple[str, ...]:
    """The bodies that an officer was elected for, or nothing for all of them."""
    bodies = session.facts.bodies
    own = tuple(str(body) for body in bodies if body in officer.of)
    return own if len(own) < len(bodies) else ()


def officers_ids(session: Session) -> Iterator[str]:
    """The ids that the paragraphs on officers can have: of all, of some, of one."""
    facts = session.facts
    given = (_of_bodies(session, officer) for officer in facts.officers)
    alone = ((str(body),) for body in facts.bodies) if len(facts.bodies) > 1 else ()
    for of in dict.fromkeys(((), *alone, *given)):
        yield from (_officers_id(role, of) for role in ROLES)


def _officers_id(role: str, of: tuple[str, ...]) -> str:
    return "-".join(("officers", role, *of))


def _officers(
    wording: Wording, role: str, persons: tuple[str, ...], of: tuple[str, ...]
) -> Clause:
    bodies = of or tuple(wording.session.facts.bodies)
    said = wording.say(
        role,
        persons=by_state(wording, persons),
        officers=len(persons),
        gender=gender_of(wording, persons),
        count=len(bodies),
        body=wording.body(bodies[0]),
        apart=wording.apart(bodies),
        of=tuple(wording.body(body) for body in of),
    )
    return Clause(_officers_id(role, of), said)


def agenda(wording: Wording, body: str) -> Iterator[Clause]:
    """The agenda as a body adopted it, as an inner list."""
    items = agenda_of(wording, body)
    meeting = _adopted_at(wording, body)
    if not items or not meeting:
        return
    said = wording.say(
        "agenda",
        meeting=wording.words.ordinal(meeting[0]),
        day=wording.on_days((meeting[1],)),
        body=wording.body(body),
    )
    marks = _joint_marks(wording, items)
    leaves = tuple(_agenda_item(wording, item, body, marks) for item in items)
    yield Clause(f"agenda-{body}", said, listing="agenda", leaves=leaves)


def agenda_ids(session: Session) -> Iterator[str]:
    """The ids that the paragraphs on agendas can have."""
    return (f"agenda-{body}" for body in session.facts.bodies)


def agenda_of(wording: Wording, body: str) -> list[Item]:
    """A body's items by their numbers."""
    items = [item for item in wording.session.agenda.items if body in item.number]
    return sorted(items, key=lambda item: item.number[body])


def _adopted_at(wording: Wording, body: str) -> tuple[int, date] | None:
    meeting = wording.session.agenda.adopted_at.get(body)
    known = wording.session.facts.meetings.get(meeting or "")
    return (known.of[body], known.on) if known and body in known.of else None


def _joint_marks(wording: Wording, items: list[Item]) -> dict[str, Marked]:
    """The marks on joint items: in full on the first, briefly on the others."""
    marks: dict[str, Marked] = {}
    for item in items:
        if len(item.number) > 1 and item.joint:
            key = "agenda-joint-again" if marks else "agenda-joint"
            bodies = tuple(wording.body(body) for body in item.number)
            marks[item.id] = wording.say(key, bodies=bodies)
    return marks


def _agenda_item(
    wording: Wording, item: Item, body: str, marks: dict[str, Marked]
) -> Leaf:
    mark = f" {marks[item.id]}" if item.id in marks else ""
    end = wording.words.end("lead" if item.sub else "last")
    leaves = tuple(
        _sub_item(wording, id, number, number == len(item.sub))
        for number, id in enumerate(item.sub, 1)
    )
    label = wording.words.label("agenda", item.number[body])
    text = f"{wording.title(item.id)}{mark}{end}"
    return Leaf(item.id, text, label=label, leaves=leaves)


def _sub_item(wording: Wording, id: str, number: int, last: bool) -> Leaf:
    end = wording.words.end("last" if last else "item")
    label = wording.words.label("subagenda", number)
    return Leaf(id, f"{wording.title(id)}{end}", label=label)


def attendance(wording: Wording) -> Iterator[Clause]:
    """A paragraph a category: who was represented, a lone one in a sentence."""
    participants = wording.session.participants
    for category in CATEGORIES:
        codes: tuple[str, ...] = getattr(participants, category)
        if codes:
            name = wording.member(codes[0])
            said = wording.say(
                f"attendance-{category}",
                count=len(codes),
                bodies=len(wording.session.facts.bodies),
                name=name,
                gender=name.gender,
                names=_attending(wording, codes),
                **instrument_of(wording),
            )
            yield Clause(_attendance_id(category), said)


def attendance_ids(session: Session) -> Iterator[str]:
    """The ids that the paragraphs on attendance can have."""
    return map(_attendance_id, CATEGORIES)


def _attendance_id(category: str) -> str:
    return f"attendance-{category.replace('_', '-')}"


def _attending(wording: Wording, codes: tuple[str, ...]) -> Marked:
    if wording.session.participants.order == "as-given":
        return wording.words.joined(tuple(wording.form_of(c, "list") for c in codes))
    return wording.words.joined(wording.sorted_names(codes))


def documentation(wording: Wording, body: str) -> Iterator[Clause]:
    """The papers that were before a body, with their symbols."""
    known = wording.session.papers.papers
    papers = [paper for paper in known if body in paper.symbols or body in paper.before]
    if papers:
        said = wording.say("documentation", body=wording.body(body), count=len(papers))
        leaves = tuple(_paper(wording, paper) for paper in papers)
        yield Clause(f"documentation-{body}", said, leaves=leaves, ends=True)


def documentation_ids(session: Session) -> Iterator[str]:
    """The ids that the paragraphs on documents can have."""
    return (f"documentation-{body}" for body in session.facts.bodies)


def _paper(wording: Wording, paper: Paper) -> Leaf:
    symbol = symbol_of(wording, paper)
    key = "paper" if symbol else "paper-without-symbol"
    said = wording.say(key, title=wording.title(paper.id), symbol=symbol)
    return Leaf(paper.id, said)


def symbol_of(wording: Wording, paper: Paper) -> str:
    """The symbols of a paper as they are printed: a joint one joined by hyphens."""
    bodies = wording.session.facts.bodies
    ordered = (paper.symbols[body] for body in bodies if body in paper.symbols)
    return "-".join(dict.fromkeys(ordered))


def adoption(wording: Wording) -> Iterator[Clause]:
    """The closing paragraph: when the report was adopted, and how."""
    facts = wording.session.facts
    adopted = facts.adopted
    meeting = facts.meetings.get(adopted.at) if adopted else None
    when = meeting.on if meeting else adopted.on if adopted else None
    if not adopted or not when:
        return
    said = wording.say(
        "adoption",
        Days=capital(wording.on_days((when,))),
        count=len(facts.bodies),
        body=wording.body(next(iter(facts.bodies))),
        apart=wording.apart(facts.bodies),
        amended=adopted.how == "orally-amended",
    )
    yield Clause(ADOPTION, said)


def adoption_ids(session: Session) -> Iterator[str]:
    """The id of the closing paragraph."""
    yield ADOPTION
