"""What is chosen after a recovered session was printed and held against its report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from reportkit.assemble.opening import opening
from reportkit.assemble.wording import Wording
from reportkit.edition.importing_rows import Printed
from reportkit.problems import Problem
from reportkit.published.lines import Line
from reportkit.recover.choices import Choices
from reportkit.recover.facts import Person
from reportkit.recover.files_of import PARTICIPANTS, STATEMENTS
from reportkit.recover.folding import folded, plain
from reportkit.recover.manuscripts_of import sentence_ends
from reportkit.recover.proceedings_of import SECRETARIAT
from reportkit.recover.recovered import Recovered

OPENING, LEAD = "opening-", "lead-"
# The derived passages that the facts of a file give.
GIVEN_BY: Mapping[str, tuple[str, ...]] = {
    PARTICIPANTS: ("attendance-",),
    STATEMENTS: ("statements-", "presentations"),
    "papers.yaml": ("documentation-",),
    "agenda.yaml": ("agenda-",),
}
ORDERED = (PARTICIPANTS, STATEMENTS)


class Proof(NamedTuple):
    """A session as it was made in one round, and what its document prints."""

    got: Recovered
    choices: Choices
    printed: Mapping[str, Printed]
    wording: Wording | None
    problems: tuple[Problem, ...]


def without_faults(proof: Proof) -> Choices:
    """The choices without the facts of files that hold an error.

    Where that leaves out nothing more, all facts of the closing chapters go.
    """
    wrong = [p.place.path for p in proof.problems if p.severity == "error"]
    names = {path.rpartition("/")[2] for path in wrong}
    begins = tuple(begin for name in names for begin in GIVEN_BY.get(name, ()))
    known = proof.got.derived
    dropped = {id for id in known if begins and id.startswith(begins)}
    if not dropped - proof.choices.dropped:
        dropped = {id for id in known if not id.startswith(LEAD)}
    return proof.choices._replace(dropped=proof.choices.dropped | dropped)


def as_printed(proof: Proof) -> Choices:
    """The choices with what is printed otherwise than in the report set right."""
    choices = proof.choices
    for id, line in proof.got.derived.items():
        said = proof.printed.get(id)
        if id.startswith(OPENING):
            choices = _opened(proof, id, choices)
        elif not said:
            # Other facts keep it from being said, such as a second list of its kind.
            choices = choices._replace(dropped=choices.dropped | {id})
        elif folded(said.text) != folded(plain(line.text)):
            choices = _mended(proof, id, choices)
    return choices


def _mended(proof: Proof, id: str, choices: Choices) -> Choices:
    """Lists in the order of the report first; if that was done, the report's words."""
    for path in ORDERED:
        if id.startswith(GIVEN_BY[path]) and path not in proof.choices.as_given:
            return choices._replace(as_given=choices.as_given | {path})
    return choices._replace(overrides=choices.overrides | {id})


def _opened(proof: Proof, id: str, choices: Choices) -> Choices:
    """An opening: where the derived one ends in the paragraph, else the next guess."""
    item = id.removeprefix(OPENING)
    line = first_line(proof.got, item)
    if id in choices.overrides or line is None:
        return choices
    said = derived_opening(proof, item)
    end = _end_of(said, line.text) if said else None
    if end is None:
        guess = next(iter(_guesses(proof, item)), _as_written)
        return guess(choices, item) if said else _as_written(choices, item)
    settled = {**dict(choices.openings), item: end}
    return choices._replace(openings=tuple(settled.items()))


def _end_of(said: str, text: str) -> int | None:
    """Where a paragraph has said what the facts say; None where it says otherwise."""
    wanted = folded(plain(said))
    ends = (at for at in sentence_ends(text) if folded(plain(text[:at])) == wanted)
    return next(ends, None)


Guess = Callable[[Choices, str], Choices]


def _guesses(proof: Proof, item: str) -> Iterator[Guess]:
    """What may make an opening right and was not tried: who led, and how."""
    own = proof.got.agenda.together.get(item, (item,))
    led = [f for f in proof.got.facts(Person) if f.item in own]
    names = frozenset(fact.name for fact in led if fact.name)
    if names - proof.choices.women:
        yield lambda choices, _: choices._replace(women=choices.women | names)
    silent = item in proof.choices.silent
    if not silent and any(fact.role == SECRETARIAT for fact in led):
        yield lambda choices, item: choices._replace(silent=choices.silent | {item})
    if names:
        yield lambda choices, item: _as_written(
            choices._replace(women=choices.women - names), item
        )


def _as_written(choices: Choices, item: str) -> Choices:
    return choices._replace(overrides=choices.overrides | {f"{OPENING}{item}"})


def first_line(got: Recovered, item: str) -> Line | None:
    """The paragraph that opens the summary of an item."""
    for said in got.said:
        summary = said.chunk.summary
        if summary and got.agenda.summaries.get(summary) == item:
            return said.chunk.line
    return None


def derived_opening(proof: Proof, item: str) -> str:
    """The opening that the facts give a summary; empty where they give none."""
    if proof.wording is None:
        return ""
    session = proof.wording.session
    for manuscript in session.manuscripts:
        if item in manuscript.taken_up:
            own = tuple(session.items[id] for id in manuscript.taken_up)
            numbered = {body for each in own for body in each.number}
            alone = next(iter(numbered)) if len(numbered) == 1 else ""
            return str(opening(proof.wording, own, str(manuscript.body) or alone))
    return ""
