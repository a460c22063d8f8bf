"""What an import of several reports tells: which passage of a draft became which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportkit.edition.importing import Imported
from reportkit.edition.importing_together import AMENDMENTS, Gathered
from reportkit.published.lines import Line
from reportkit.recover.together import Paired

SURE = 0.995


def pairs_of(gathered: Gathered) -> Iterator[str]:
    """A line a passage of a draft that is not the final's word for word in its place:
    where the final has it, and what share of the words is the same.
    """
    known = {made.document: made.got.lines for made in gathered.each}
    final = known.get(gathered.final, {})
    for document, pairs in gathered.pairs.items():
        for pair in pairs:
            if pair.sure <= SURE or pair.moved:
                yield _line(pair, known[document], final, gathered.final)
        same = sum(pair.sure > SURE and not pair.moved for pair in pairs)
        yield f"{document}: {same} of {len(pairs)} passages stand word for word"
    yield from _facts(gathered)


def _line(
    pair: Paired, old: Mapping[str, Line], new: Mapping[str, Line], final: str
) -> str:
    first = old.get(pair.old)
    place = f"{first.place}: {first.label}" if first else pair.old
    second = new.get(pair.new)
    if second is None:
        return f"{place.strip()} is not in {final}"
    share = "word for word" if pair.sure > SURE else f"{pair.sure:.0%} of the words"
    moved = ", moved" if pair.moved else ""
    label = f"{second.label} of {final}" if second.label else final
    return f"{place.strip()} is {label} ({second.place}; {share}{moved})"


def _facts(gathered: Gathered) -> Iterator[str]:
    """The facts that a draft gives otherwise than the final."""
    for each in gathered.trees.get(AMENDMENTS, {}).get("amendments", ()):
        if each["action"] == "correct":
            was = _before(gathered.trees, str(each["fact"]))
            words = f"the draft gives {was}, and {gathered.final} {each['new']}"
            yield f"{each['fact']}: {words} ({each['id']})"


def _before(trees: Mapping[str, Any], fact: str) -> str:
    path, _, keys = fact.partition(" ")
    value: Any = trees[path]
    for key in keys.split("."):
        value = value[key]
    return str(value)


def reports_of(gathered: Gathered) -> tuple[Imported, ...]:
    """The reports, with what the session of all of them prints otherwise."""
    return tuple(
        made._replace(differences=gathered.differences[made.document])
        for made in gathered.each
    )
