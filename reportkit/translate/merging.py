"""What translators sent back, held against the sources as they are now.

Nothing is overwritten in silence: every unit is taken, unchanged or refused, and
the report says which and why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reportkit.model.fingerprint import fingerprint
from reportkit.opc.limits import quoted
from reportkit.problems import Place, nearest
from reportkit.source.encoding import FORBIDDEN
from reportkit.translate.placeholders import (
    UNKNOWN,
    codes_in,
    parts_like,
    parts_of,
    seal_of,
)
from reportkit.translate.recording import Change
from reportkit.translate.standing import Standing
from reportkit.translate.units import DRAFT, TYPOGRAPHIC, Return, Returned

TAKEN, UNCHANGED, REFUSED, ABSENT = "taken", "unchanged", "refused", "absent"
CONFIRMED = "still right"
MEANWHILE = "its text here was changed since it was sent: this one is kept as a comment"
ANOTHER = "another translation: "
A_NAME = 3  # words that may be the same in two languages
PAIRS = ("italic", "superscript", "raised")
LONGEST_ID = 80  # of which a misspelling is looked for


class Verdict(NamedTuple):
    """What became of a unit that came back, and why."""

    place: Place
    id: str
    fate: str
    reason: str = ""


class Merged(NamedTuple):
    """The changes that returns make, by key, and a verdict on every unit."""

    changes: dict[str, Change]
    verdicts: tuple[Verdict, ...]

    @property
    def refused(self) -> bool:
        return any(each.fate == REFUSED for each in self.verdicts)


def merge(
    returns: Iterable[tuple[str, Return]], standings: Iterable[Standing]
) -> Merged:
    """What some files, by their paths, change in the translations of a language.

    Where two give different texts for a passage the first is taken, and the other
    is kept as a comment above it.
    """
    known = {each.key: each for each in standings}
    changes: dict[str, Change] = {}
    verdicts: list[Verdict] = []
    for path, sent in returns:
        verdicts += _absent(path, sent)
        for unit in sent.units:
            place = Place(path, unit.line)
            fate, reason = _judged(unit, known)
            if fate == TAKEN:
                fate, reason = _taken(unit, known[unit.id], changes, reason)
            verdicts.append(Verdict(place, unit.id, fate, reason))
    return Merged(changes, tuple(verdicts))


def _absent(path: str, sent: Return) -> Iterator[Verdict]:
    """The units that went out in a file and did not come back in it."""
    back = {unit.id for unit in sent.units}
    for id in sent.sent:
        if id not in back:
            yield Verdict(Place(path), id, ABSENT, "it went out in this file")


def _taken(
    unit: Returned, standing: Standing, changes: dict[str, Change], reason: str
) -> tuple[str, str]:
    """Take a translation in, or keep it beside the one that was taken before."""
    before = changes.get(unit.id)
    folded = " ".join(unit.target.split())
    if before is None and reason == MEANWHILE:
        changes[unit.id] = Change(comment=f"{ANOTHER}{folded}")
        return REFUSED, reason
    if before is None:
        of = fingerprint(standing.source)
        if reason == CONFIRMED:
            changes[unit.id] = Change(of=of)
            return TAKEN, reason
        changes[unit.id] = Change(_bare(unit.target), of, unit.state or DRAFT)
        return TAKEN, "in place of another text" if standing.text else ""
    # A translation that is still right is not written again.
    if _same(before.text or standing.text, unit.target):
        return UNCHANGED, "the same came back before"
    told = f"{before.comment} | " if before.comment else ANOTHER
    changes[unit.id] = before._replace(comment=f"{told}{folded}")
    return REFUSED, "another text came back for it: this one is kept as a comment"


def _judged(unit: Returned, known: Mapping[str, Standing]) -> tuple[str, str]:
    """Whether a unit can be taken, and if not, why."""
    standing = known.get(unit.id)
    if standing is None:
        near = nearest(unit.id[:LONGEST_ID], tuple(known))
        return REFUSED, "there is no such passage" + (
            f" (did it mean {near}?)" if near else ""
        )
    if parts_of(unit.source) != parts_of(standing.source):
        return REFUSED, "its source has changed meanwhile"
    if unit.sent and seal_of(unit.target) == unit.sent != seal_of(standing.text):
        # Nobody touched it there; here somebody did.
        return UNCHANGED, ""
    if not unit.target.strip():
        emptied = bool(standing.text)
        return (REFUSED, "its translation was emptied") if emptied else (UNCHANGED, "")
    if _same(unit.target, standing.text):
        return _confirmed(unit, standing)
    if _same(unit.target, standing.source) and len(unit.target.split()) > A_NAME:
        return REFUSED, "it is the same as its source"
    if unfit := FORBIDDEN.search(unit.target):
        return REFUSED, f"it has the character U+{ord(unfit[0]):04X}"
    wrong = next(_wrong_codes(unit, str(standing.source)), "")
    if wrong:
        return REFUSED, wrong
    meanwhile = unit.sent and unit.sent != seal_of(standing.text)
    return TAKEN, MEANWHILE if meanwhile else ""


def _bare(text: str) -> str:
    """A text without white space at its ends, its lines ended as in our files."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n")


def _same(one: str, other: str) -> bool:
    return parts_of(_bare(one)) == parts_of(_bare(other))


def _confirmed(unit: Returned, standing: Standing) -> tuple[str, str]:
    """The same text again: of a stale one, a state that was set says "still right".

    One that is stale in its typography alone goes out with its state in XLIFF, so
    that the state says nothing when it comes back.
    """
    if standing.grade not in ("", TYPOGRAPHIC) and unit.state:
        return TAKEN, CONFIRMED
    return UNCHANGED, ""


def _wrong_codes(unit: Returned, source: str) -> Iterator[str]:
    """Codes that a translation lost, made up or doubled."""
    wanted = Counter(name for _, name in codes_in(source) if name[0] not in PAIRS)
    found = Counter(name for _, name in codes_in(unit.target) if name[0] not in PAIRS)
    if UNKNOWN in unit.target or any("{?}" in part for part in _words(unit, source)):
        yield "it has a code that the source does not have"
    for name in wanted - found:
        yield f"the code {_shown(name)} was lost"
    for name in found - wanted:
        yield f"the code {_shown(name)} is not in the source, or stands twice"


def _words(unit: Returned, source: str) -> Iterator[str]:
    return (p for p in parts_like(unit.target, source) if isinstance(p, str))


def _shown(name: tuple[str, ...]) -> str:
    kind, *words = name
    shown = f"{{{kind}: {' '.join(words)}}}" if words else f"{{{kind}}}"
    return quoted(shown)[1:-1]
