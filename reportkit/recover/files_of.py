"""The files of a recovered session, as trees: facts, titles, overrides, words."""

from __future__ import annotations

from datetime import date
from typing import Any

from reportkit.languages.states import state_names
from reportkit.languages.words import Words
from reportkit.model.facts import CATEGORIES
from reportkit.recover.agenda_of import Entry
from reportkit.recover.chapters_of import outline_tree
from reportkit.recover.choices import Choices
from reportkit.recover.documents_of import document_of
from reportkit.recover.facts import Adopted, Held, Person
from reportkit.recover.front_of import DRAFT, REPORT
from reportkit.recover.meetings_of import Sitting
from reportkit.recover.proceedings_of import (
    SECRETARIAT,
    Spoken,
    tree_of_paper,
)
from reportkit.recover.recovered import Recovered
from reportkit.recover.terms import Terms
from reportkit.source.emission import Inline, Prose, emit_flow

OFFICERS = ("chair", "vice-chair", "rapporteur")
LEADERS = {"leader": "", "expert": "expert"}
AS_GIVEN = "as-given"
PARTICIPANTS, STATEMENTS = "participants.yaml", "statements.yaml"
# States that make a list.
FEWEST = 2
# Characters that braces on a line may hold.
LONGEST = 82
Tree = dict[str, Any]


def files_of(got: Recovered, choices: Choices, terms: Terms) -> dict[str, Tree]:
    """Every file by path below the session's folder; those with nothing left out."""
    language = terms.language
    meetings = got.meetings.numbered()
    made: dict[str, Tree] = {
        "session.yaml": session_tree(got, choices, terms, meetings),
        "agenda.yaml": agenda_tree(got, choices, meetings),
        PARTICIPANTS: participants_tree(got, choices),
        STATEMENTS: statements_tree(got, choices, meetings),
        "papers.yaml": papers_tree(got),
        f"{language}/titles.yaml": _texts("titles", got.titles),
        f"{language}/overrides.yaml": _texts(
            "overrides", overrides(got, choices, terms.words)
        ),
    }
    if got.outlined:
        kind = REPORT if got.front.kind == REPORT else DRAFT
        known = (got.chunks, got.own, terms, kind)
        outline = outline_tree(*known, got.agenda.summaries)
        made[f"outlines/{kind}.yaml"] = outline
    made |= {f"{language}/{path}": tree for path, tree in got.words.items()}
    return {path: tree for path, tree in made.items() if tree}


def _texts(key: str, texts: dict[str, str]) -> Tree:
    return {key: {id: Prose(text) for id, text in texts.items()}} if texts else {}


def overrides(got: Recovered, choices: Choices, words: Words) -> dict[str, str]:
    """The report's own words for derived passages that facts would word otherwise.

    A list of States in them is a mark, where it prints the same.
    """
    day = max(last for _, last in got.days.values())
    chosen = (id for id in got.derived if id in choices.overrides)
    return {
        id: with_states(got.derived[id].text, got.states.get(id, ()), words, day)
        for id in chosen
    }


def with_states(text: str, codes: tuple[str, ...], words: Words, day: date) -> str:
    """A text with its list of States as a mark; as it is where it has no such list."""
    names = state_names(words.language.code, day)
    if len(codes) < FEWEST or not all(code in names for code in codes):
        return text
    listed = words.joined(tuple(names[code].list for code in codes))
    return text.replace(listed, f"{{states: {' '.join(codes)}; order: as-given}}")


def session_tree(
    got: Recovered, choices: Choices, terms: Terms, meetings: dict[str, Sitting]
) -> Tree:
    """session.yaml."""
    tree: Tree = {
        "original": got.front.original or terms.language,
        "written_in": terms.language,
        "parent": got.organ,
        "instrument": got.treaty,
        "place": got.place,
        "bodies": {
            id: Inline({"from": first.isoformat(), "to": last.isoformat()})
            for id, (first, last) in got.days.items()
        },
        "meetings": {id: _sitting(each) for id, each in meetings.items()},
        "held": Inline(_held(got)),
        "officers": _officers(got, choices),
        "adopted": _adopted(got),
    }
    id, document = document_of(got, terms)
    tree["documents"] = {id: document}
    return {key: value for key, value in tree.items() if value}


def _sitting(sitting: Sitting) -> Tree:
    tree: Tree = {
        "of": {body: str(number) for body, number in sitting.of.items()},
        "on": sitting.on.isoformat(),
        "part": sitting.part,
        "items": sitting.items,
    }
    return short_or_long({key: value for key, value in tree.items() if value})


def short_or_long(tree: Tree) -> Tree:
    """A mapping in braces where they fit on a line; else what is in it is."""
    if len(emit_flow(Inline(tree))) <= LONGEST:
        return Inline(tree)
    return {
        key: Inline(value) if isinstance(value, dict) else value
        for key, value in tree.items()
    }


def _held(got: Recovered) -> Tree:
    """How many meetings were held, where it is said; joint ones where all are."""
    facts: list[Held] = got.facts(Held)
    made = {fact.body: str(fact.meetings) for fact in facts if fact.meetings}
    joint = max((fact.joint for fact in facts), default=0)
    is_whole = joint and made.keys() >= set(got.bodies)
    return {**made, "joint": str(joint)} if is_whole else made


def _officers(got: Recovered, choices: Choices) -> list[Inline]:
    made: list[Inline] = []
    for fact in got.facts(Person):
        if fact.role not in OFFICERS or not fact.name:
            continue
        tree: Tree = {"role": fact.role, "person": _person(got, choices, fact)}
        if fact.bodies and len(fact.bodies) < len(got.bodies):
            tree["of"] = list(fact.bodies)
        if tree not in made:
            made.append(Inline(tree))
    return made


def _person(got: Recovered, choices: Choices, fact: Person) -> str:
    # Where sentences agree in the masculine, they do so for want of knowing too.
    gender = "f" if fact.name in choices.women else ""
    return got.register.person(fact.name, fact.state, gender)


def _adopted(got: Recovered) -> Inline:
    for fact in got.facts(Adopted):
        if fact.what == "report" and fact.on:
            tree: Tree = {"on": fact.on.isoformat()}
            return Inline({**tree, "as": fact.manner} if fact.manner else tree)
    return Inline()


def agenda_tree(got: Recovered, choices: Choices, meetings: dict[str, Sitting]) -> Tree:
    """agenda.yaml."""
    tree: Tree = {}
    adopted = {
        fact.body: id
        for fact in got.facts(Adopted)
        for id, sitting in meetings.items()
        if fact.what == "agenda" and sitting.of.get(fact.body) == fact.meeting
    }
    if adopted:
        tree["adopted_at"] = Inline(adopted)
    items = [_item(got, choices, entry) for entry in got.agenda.entries]
    return {**tree, "items": items} if items else tree


def _item(got: Recovered, choices: Choices, entry: Entry) -> Tree:
    numbers = {body: str(number) for body, number in entry.numbers.items()}
    tree: Tree = {"id": entry.id, "number": Inline(numbers)}
    if len(got.bodies) == 1:
        tree["number"] = next(iter(numbers.values()))
    if len(numbers) > 1 and not entry.joint:
        tree["joint"] = "false"
    if entry.sub:
        tree["sub"] = [id for id, _ in entry.sub]
    led = _led_by(got, choices, entry.id)
    return {**tree, "led_by": led} if led else tree


def _led_by(got: Recovered, choices: Choices, item: str) -> list[Inline]:
    """Who led the discussion: persons of one capacity together."""
    made: list[Inline] = []
    led = [fact for fact in got.facts(Person) if fact.item == item]
    named = [fact for fact in led if fact.name]
    for role, capacity in LEADERS.items():
        persons = [_person(got, choices, fact) for fact in named if fact.role == role]
        if persons:
            tree: Tree = {"persons": persons}
            made.append(Inline({**tree, "as": capacity} if capacity else tree))
    if any(fact.role == SECRETARIAT for fact in led):
        tree = {"representative_of": SECRETARIAT}
        if item not in choices.silent:
            tree["presentation"] = "true"
        made.append(Inline(tree))
    return made


def participants_tree(got: Recovered, choices: Choices) -> Tree:
    """participants.yaml."""
    if not got.attended:
        return {}
    order = {"order": AS_GIVEN} if PARTICIPANTS in choices.as_given else {}
    return {**order, **{c: got.attended[c] for c in CATEGORIES if c in got.attended}}


def statements_tree(
    got: Recovered, choices: Choices, meetings: dict[str, Sitting]
) -> Tree:
    """statements.yaml."""
    if not got.spoken:
        return {}
    order = {"order": AS_GIVEN} if STATEMENTS in choices.as_given else {}
    sittings = got.meetings.sittings
    known = list(meetings.items())
    rows = [
        _statement(each, next(n for n, s in known if s is sittings[each.meeting]))
        for each in got.spoken
    ]
    return {**order, "statements": rows}


def _statement(spoken: Spoken, meeting: str) -> Tree:
    tree: Tree = {
        "meeting": meeting,
        "item": spoken.item,
        "body": spoken.body,
        "by": list(spoken.by),
        "kind": spoken.kind,
        "as": spoken.capacity,
    }
    given = {key: value for key, value in tree.items() if value}
    return short_or_long(given)


def papers_tree(got: Recovered) -> Tree:
    """papers.yaml."""
    known = got.papers.papers
    papers = [short_or_long(tree_of_paper(each, got.bodies)) for each in known]
    return {"papers": papers} if papers else {}
