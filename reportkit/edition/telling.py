"""Amendments told in a line: what each changes, from what to what, and where."""

from __future__ import annotations

from typing import NamedTuple

from reportkit.edition.facts_as_typed import fact_as_typed, on_one_line
from reportkit.edition.motion import folded
from reportkit.edition.pointing import Known
from reportkit.model.amendments import Amendment

SHORT = 40
SIDES = ("after", "before", "under")
# What an amendment does, in words, by its action and by what it has.
TOLD = {
    "throughout": "replaces {old} by {new} {places}throughout {throughout}",
    "replace": "replaces {old} by {new} in {passage}",
    "rewrite": "rewrites {passage}: {old} -> {new}",
    "insert": "inserts {made} {side} {neighbour}: {new}",
    "delete": "deletes {passage}",
    "move": "moves {passage} {side} {neighbour}",
    "merge": "merges {other} into {passage}",
    "rewritten merge": "merges {other} into {passage}: {new}",
    "split": "splits {passage} at {old}",
    "correct": "corrects {fact}: {old} -> {new}",
}


class Wordings(NamedTuple):
    """What an amendment takes away and what it puts there, both whole.

    Of a split, `old` are the words that begin the second passage.
    """

    old: str
    new: str


def wordings_of(each: Amendment, known: Known) -> Wordings:
    """The words, or the fact, before and after an amendment."""
    if each.action == "correct":
        return Wordings(fact_as_typed(known.given, each.fact), on_one_line(each.new))
    language = str(each.language or known.session.facts.written_in)
    texts = known.draft.texts.get(language, {})
    rewrites = _kind_of(each) == "rewrite"
    old = texts.get(each.passage, "") if rewrites else each.old
    return Wordings(folded(old), folded(each.words))


def told(each: Amendment, known: Known, places: int = 0, whole: bool = False) -> str:
    """What an amendment does; `whole` gives its texts in full.

    `places` is how often it changes the words that it changes throughout.
    """
    old, new = wordings_of(each, known)
    quoted = each.action != "correct"
    derived = each.passage in known.draft.derived
    count = f"in {places} place{'s' * (places != 1)} " if places else ""
    return TOLD[_kind_of(each)].format(
        old=_shown(old, whole, quoted) or ("what is derived" if derived else "nothing"),
        new=_shown(new, whole, quoted) or "nothing",
        places=count,
        passage=each.passage,
        throughout=each.throughout,
        made=each.made,
        other=each.other,
        fact=each.fact,
        side=next((key for key in SIDES if getattr(each, key)), ""),
        neighbour=each.beside,
    )


def _kind_of(each: Amendment) -> str:
    """The row of an amendment in the table of what is told."""
    if each.action == "merge" and each.words:
        return "rewritten merge"
    if each.action != "replace":
        return str(each.action)
    return "throughout" if each.throughout else "replace" if each.old else "rewrite"


def _shown(text: str, whole: bool, quoted: bool) -> str:
    cut = text if whole or len(text) <= SHORT else f"{text[:SHORT].rstrip()}…"
    return f'"{cut}"' if cut and quoted else cut


def place_of(each: Amendment, known: Known) -> tuple[str, str]:
    """The document and the number of what is changed, else of what is beside it."""
    named = (each.passage, each.throughout, each.made, each.beside)
    found = (known.stands(id) for id in named if id)
    return next((place for place in found if any(place)), ("", ""))
