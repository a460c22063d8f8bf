"""Where a person should look at what was made of a report, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportkit.recover.choices import Choices
from reportkit.recover.files_of import STATEMENTS
from reportkit.recover.recovered import Recovered
from reportkit.recover.writing import Look

IN_ORDER = (
    "the names stand as the report has them; without this line every language sorts"
    " them"
)
SPREAD = (
    "a list for several items does not say who spoke on which: every name stands under"
    " each of them"
)
GUESSED = "the report does not give the number of this meeting, or its day"
NO_SYMBOL = "the symbol was not found: `symbol: …`"
NO_NUMBER = "the number of this item is not in the report"
MOVED = "the report has this elsewhere, in a chapter that holds no text of one's own"


def looks_of(
    got: Recovered, choices: Choices, language: str, said: Mapping[str, str]
) -> Iterator[Look]:
    """Everything to look at, by file."""
    yield from _guessed(got)
    for path in sorted(choices.as_given):
        yield Look(path, "order:", IN_ORDER)
    if any(each.spread for each in got.spoken):
        yield Look(STATEMENTS, "statements:", SPREAD)
    yield from _words(got, choices, language, said)


def _guessed(got: Recovered) -> Iterator[Look]:
    """What the report does not say and a session needs."""
    for id, sitting in got.meetings.numbered().items():
        if sitting.guessed:
            yield Look("session.yaml", f"{id}:", GUESSED)
    if not got.front.symbols:
        yield Look("session.yaml", "kind:", NO_SYMBOL)
    for entry in got.agenda.entries:
        if entry.guessed:
            yield Look("agenda.yaml", f"id: {entry.id}", NO_NUMBER)


def _words(
    got: Recovered, choices: Choices, language: str, said: Mapping[str, str]
) -> Iterator[Look]:
    """Passages in the report's words, with those of the facts; moved ones."""
    for own in sorted(choices.overrides & set(got.derived)):
        derived = said.get(own, "")
        message = f"the facts say: {derived}" if derived else "not as the facts say it"
        yield Look(f"{language}/overrides.yaml", f"{own}:", message)
    moved = {id(line) for line in got.moved}
    for passage, line in got.lines.items():
        if id(line) in moved:
            path = next(p for p, tree in got.words.items() if _holds(tree, passage))
            yield Look(f"{language}/{path}", f"id: {passage}", MOVED)


def _holds(tree: Mapping[str, Any], passage: str) -> bool:
    return any(each["id"] == passage for each in tree["passages"])
