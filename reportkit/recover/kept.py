"""Which paragraphs of those that facts can say are taken as facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reportkit.model.facts import CATEGORIES
from reportkit.recover.agenda_of import Agenda
from reportkit.recover.choices import Choices
from reportkit.recover.facts import Attended, Person, Took
from reportkit.recover.manuscripts_of import takes_up
from reportkit.recover.proceedings_of import attendance_id
from reportkit.recover.reading import Said

IdsOf = Callable[[Said], tuple[str, ...]]


class Deciding(NamedTuple):
    """What it is decided by: `every` derived passage that a paragraph says, and those
    that are `printed` for it.
    """

    agenda: Agenda
    choices: Choices
    every: IdsOf
    printed: IdsOf


def kept(said: Sequence[Said], by: Deciding) -> list[Said]:
    """What was read, but for what is left out and what another paragraph is.

    A chapter that opens as a summary makes its item known to the agenda.
    """
    made: list[Said] = []
    known: set[str] = set()
    for each in said:
        _take_up(each, by.agenda)
        own = _led(_apart(each, known | by.choices.dropped), by.agenda)
        if own.opens and not takes_up(own, _item(own, by.agenda)):
            continue
        printed = set(by.printed(own))
        if not (by.choices.dropped.intersection(by.every(own)) or known & printed):
            made.append(own)
            known |= printed
    return made


def _item(said: Said, agenda: Agenda) -> str:
    return agenda.summaries.get(said.chunk.summary, "")


def _apart(said: Said, known: set[str] | frozenset[str]) -> Said:
    """Somebody who attended alone, in the first category that is still free.

    A sentence on one organization does not say of which sort it is.
    """
    attended = said.facts(Attended)
    if len(attended) != 1 or len(attended[0].names) != 1:
        return said
    category = attended[0].category
    later = CATEGORIES[CATEGORIES.index(category) :]
    free = [each for each in later if attendance_id(each) not in known]
    fact = attended[0]._replace(category=next(iter(free), category))
    return said._replace(read=said.read._replace(facts=(fact,)))


def _take_up(said: Said, agenda: Agenda) -> None:
    """Know the item that a chapter is on by the sentence that opens it."""
    number = said.chunk.summary
    items = [item for took in said.facts(Took) for item in took.items]
    is_new = items and not set(items) & set(agenda.summaries.values())
    if said.opens and is_new and number not in agenda.summaries:
        agenda.summaries[number] = items[0]
        if len(items) > 1:
            agenda.together[items[0]] = tuple(items)


def _led(said: Said, agenda: Agenda) -> Said:
    """An opening with who led on the item of its summary."""
    item = _item(said, agenda)
    if not (said.opens and item):
        return said
    facts = tuple(
        fact._replace(item=item) if isinstance(fact, Person) else fact
        for fact in said.read.facts
    )
    return said._replace(read=said.read._replace(facts=facts))
