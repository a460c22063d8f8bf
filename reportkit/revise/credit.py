"""Whose each change is: the proposer's name in a language, and the day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from reportkit.assemble.wording import SECRETARIAT, Wording
from reportkit.document.nodes import Change, Run
from reportkit.model.amendments import Amendment
from reportkit.model.state_codes import PODIUM
from reportkit.revise.amending import Amended
from reportkit.revise.comparison import Credit, Credits
from reportkit.revise.difference import tokens_of, words_in

CHAIR = PODIUM[1]


def credits_of(amended: Amended, wording: Wording, day: date | None) -> Credits:
    """The changes of a session in a language, by passage.

    What nobody proposed, such as an edit after a draft was issued or a derived
    sentence, is the Secretariat's at the day of the final report.
    """
    known = {
        id: tuple(_credits(amendments, wording))
        for id, amendments in amended.touched.items()
    }
    moved = (each for row in amended.touched.values() for each in row)
    last = day or max(body.last for body in wording.session.facts.bodies.values())
    return Credits(
        {id: credits for id, credits in known.items() if credits},
        Change(_named(wording, SECRETARIAT), last.isoformat()),
        frozenset(str(each.passage) for each in moved if each.action == "move"),
    )


def _credits(amendments: tuple[Amendment, ...], wording: Wording) -> list[Credit]:
    """A credit an amendment where its words can be told, else one for all.

    A translation is given for all amendments of a passage together.
    """
    own = [each for each in amendments if each.language in ("", wording.code)]
    if wording.code == wording.session.facts.written_in or len(own) < 2:
        return [Credit(change_of(each, wording), _words(each)) for each in own]
    changes = tuple(dict.fromkeys(change_of(each, wording) for each in own))
    names = dict.fromkeys(change.author for change in changes)
    return [Credit(Change(", ".join(names), max(each.date for each in changes)))]


def _words(each: Amendment) -> frozenset[str]:
    return words_in(tokens_of((Run(f"{each.old} {each.words}"),)))


def change_of(each: Amendment, wording: Wording) -> Change:
    """Who proposed an amendment, as the language names them, and on which day."""
    facts = wording.session.facts
    meeting = facts.meetings.get(each.meeting)
    adoption = facts.adopted
    at = facts.meetings.get(adoption.at) if adoption else None
    last = max(body.last for body in facts.bodies.values())
    days = (meeting and meeting.on, adoption and adoption.on, at and at.on, last)
    day = next(day for day in days if day)
    return Change(proposers(each.by, wording), day.isoformat())


def proposers(by: Iterable[str], wording: Wording) -> str:
    """The names of who proposed something; the floor where nobody is named."""
    names = tuple(_named(wording, str(each)) for each in by)
    return str(wording.words.joined(names)) or str(
        wording.words.find("comparison", "floor")
    )


def _named(wording: Wording, id: str) -> str:
    if id == CHAIR:
        return str(wording.words.find("names", CHAIR)["name"])
    if wording.is_state(id):
        return str(wording.state(id).form("list"))
    if id in wording.session.facts.bodies:
        return str(wording.body(id).full.name)
    return str(wording.organization(id).name)
