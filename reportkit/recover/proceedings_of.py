"""Who attended, who spoke and what lay before the bodies, as files have them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from reportkit.model.facts import CATEGORIES
from reportkit.model.kinds import SYMBOL
from reportkit.published.lines import Line
from reportkit.recover.agenda_of import ENDS, Agenda, Entry
from reportkit.recover.facts import Attended, Spoke
from reportkit.recover.folding import alike, plain
from reportkit.recover.forms_of import (
    Usage,
    forms_of,
    in_nominative,
    is_oblique,
    without_article,
)
from reportkit.recover.meetings_of import Meetings, Sitting
from reportkit.recover.naming import Ids, Register
from reportkit.recover.outline_of import JOINT
from reportkit.recover.reading import Said

STATES_PARTIES, OBSERVERS = "states_parties", "observers"
# The capacities of statements.yaml, by category.
CAPACITIES = {
    "signatory": "signatories",
    "observer": "non_signatories",
    "party": STATES_PARTIES,
    "state": "states",
}
SECRETARIAT = "secretariat"
PRESENTATION = "presentation"
SYMBOLS = re.compile(rf"[(（]\s*(?P<symbols>{SYMBOL.pattern}.*?)[)）]\s*$")


BETWEEN = re.compile(r"(?<=[\d*])[-–]\s*(?=[A-Z]+/)")


class Room(NamedTuple):
    """What statements are recorded with."""

    agenda: Agenda
    meetings: Meetings
    register: Register
    usage: Usage
    has_treaty: bool
    attended: Mapping[str, Sequence[str]]


class Spoken(NamedTuple):
    """A line of statements.yaml; `spread` says that the item is one of several."""

    meeting: int  # the place of the meeting among the sittings
    item: str
    by: tuple[str, ...]
    kind: str = ""
    capacity: str = ""
    body: str = ""
    spread: bool = False


def attendance_id(category: str) -> str:
    """The id of the paragraph on a category of participants."""
    return f"attendance-{category.replace('_', '-')}"


def participants_of(
    facts: Iterable[Attended], register: Register, usage: Usage
) -> dict[str, list[str]]:
    """Codes and ids by category, in the order of the report."""
    made: dict[str, list[str]] = {}
    for fact in facts:
        codes = [*fact.codes, *(organization(e, register, usage) for e in fact.names)]
        own = made.setdefault(fact.category, [])
        own += [code for code in codes if code not in own]
    return {category: made[category] for category in CATEGORIES if category in made}


def organization(name: str, register: Register, usage: Usage) -> str:
    """The id of an organization, by its name with an article or without."""
    bare, article = without_article(name, usage.words)
    for each in (name, bare):
        if found := register.find("organizations", each):
            return found
    forms = in_nominative(forms_of(bare, usage), usage)
    if article and not forms.article:
        forms = forms._replace(article=article)
    id = register.id_of(
        "organizations", forms._replace(short="", plural="", short_genitive="")
    )
    if is_oblique(forms.name, usage):
        register.oblique[id] = forms.name
    return id


def statements_id(spoke: Spoke, room: Room) -> str:
    """The id of the paragraph that such statements are listed in."""
    if spoke.kind == PRESENTATION:
        return "presentations"
    category = _category(spoke, room)
    short = category.removesuffix("_organizations").replace("_", "-")
    return f"statements-{short}-{_body_of(spoke, room) or JOINT}"


def _category(spoke: Spoke, room: Room) -> str:
    """The category under which speakers are listed: that in which they attended."""
    if spoke.names and not spoke.by:
        return OBSERVERS
    default = STATES_PARTIES if room.has_treaty else "states"
    own = next(
        (
            category
            for category, codes in room.attended.items()
            if any(code in codes for code in spoke.by)
        ),
        default,
    )
    return CAPACITIES.get(spoke.capacity, own)


def _body_of(spoke: Spoke, room: Room) -> str:
    """The body under whose agenda statements fall; empty for joint items."""
    entries = [room.agenda.entry(item) for item in spoke.items]
    if any(entry and entry.joint for entry in entries):
        return ""
    numbers = next((entry.numbers for entry in entries if entry), {})
    return spoke.body or next(iter(numbers), "")


def spoken_of(spoke: Spoke, room: Room) -> Iterable[Spoken]:
    """The lines for one list: all of it under each of its items.

    A published list does not say who spoke on which of them, and what is recorded
    is an upper bound anyway.
    """
    names = (organization(name, room.register, room.usage) for name in spoke.names)
    by = (*spoke.by, *names) or (SECRETARIAT,)
    entries = (room.agenda.entry(item) for item in spoke.items)
    return [_spoken(spoke, by, entry, room) for entry in entries if entry]


def _spoken(spoke: Spoke, by: tuple[str, ...], entry: Entry, room: Room) -> Spoken:
    """The line for one item of a list."""
    body = _body_of(spoke, room)
    sitting = _sitting(entry.id, (body,) if body else tuple(entry.numbers), room)
    return Spoken(
        room.meetings.sittings.index(sitting),
        entry.id,
        by,
        PRESENTATION if spoke.kind == PRESENTATION else "",
        _capacity(spoke, by, room.attended),
        body if len(entry.numbers) > 1 else "",
        spread=len(spoke.items) > 1 and len(by) > 1,
    )


def _sitting(item: str, bodies: tuple[str, ...], room: Room) -> Sitting:
    """The meeting at which an item was taken up, as far as anybody can tell.

    What no file summarizes is not opened, so its meeting can be recorded there: the
    first, or for the last item of an agenda the last.
    """
    first = room.agenda.summaries.values()
    together = (room.agenda.together.get(id, (id,)) for id in first)
    summarized = any(item in ids for ids in together)
    last = item == room.agenda.entries[-1].id and not summarized
    sitting = room.meetings.on_item(item, bodies, last)
    if not summarized:
        sitting.place(item)
    return sitting


def _capacity(
    spoke: Spoke, by: Sequence[str], attended: Mapping[str, Sequence[str]]
) -> str:
    """The capacity of speakers, where who attended does not tell it."""
    category = CAPACITIES.get(spoke.capacity, "")
    if not category or all(code in attended.get(category, ()) for code in by):
        return ""
    return spoke.capacity


class Paper(NamedTuple):
    """A document that was before bodies: its symbol with each, its title."""

    id: str
    title: str
    symbols: dict[str, str]
    before: tuple[str, ...] = ()


class Papers:
    """The documents that a report lists, each once."""

    def __init__(self, bodies: Sequence[str], ids: Ids) -> None:
        self.bodies, self.ids = bodies, ids
        self.papers: list[Paper] = []

    def take(self, line: Line, body: str) -> str:
        """Add what a line lists, and return its id."""
        text = line.text.strip().rstrip(ENDS)
        match = SYMBOLS.search(text)
        symbols = _symbols(match["symbols"], len(self.bodies)) if match else ()
        title = text[: match.start()].strip() if match and symbols else text
        for place, paper in enumerate(self.papers):
            same = alike(paper.title) == alike(title)
            if set(symbols) & set(paper.symbols.values()) or (same and not symbols):
                if body not in paper.symbols and not symbols:
                    before = (*paper.before, body)
                    self.papers[place] = paper._replace(before=before)
                return paper.id
        id = self.ids.take(title, instead="paper")
        self.papers.append(Paper(id, title, *self._before(symbols, body)))
        return id

    def _before(
        self, symbols: tuple[str, ...], body: str
    ) -> tuple[dict[str, str], tuple[str, ...]]:
        """Whose symbols they are: a joint document has one a body, in their order."""
        if not symbols:
            return {}, (body,)
        if len(symbols) == 1:
            return {body: symbols[0]}, ()
        return dict(zip(self.bodies, symbols, strict=False)), ()


def _symbols(text: str, bodies: int) -> tuple[str, ...]:
    """The symbol in brackets, or those of a joint document, one a body.

    None where there is more, such as an addendum: papers.yaml has one symbol with
    each body, and the brackets stay in the title.
    """
    symbols = tuple(BETWEEN.split(plain(text).strip()))
    known = (SYMBOL.fullmatch(each) and re.search(r"\d", each) for each in symbols)
    return symbols if len(symbols) in (1, bodies) and all(known) else ()


def listed(said: Said) -> list[Line]:
    """The lines that stand under a paragraph itself, and not deeper."""
    return [line for line in said.chunk.under if line.level <= 1]


def tree_of_paper(paper: Paper, bodies: Sequence[str]) -> dict[str, Any]:
    """A paper as papers.yaml has it."""
    tree: dict[str, Any] = {"id": paper.id}
    if paper.symbols:
        alone = len(bodies) == 1
        symbols = dict(paper.symbols)
        tree["symbols"] = next(iter(symbols.values())) if alone else symbols
    if paper.before:
        tree["before"] = list(dict.fromkeys(paper.before))
    return tree
