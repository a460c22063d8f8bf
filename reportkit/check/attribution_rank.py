"""How many speakers: a translation may not make many of several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from reportkit.assemble.wording import Wording
from reportkit.check.agreement import translations, where
from reportkit.check.attribution import Ladder
from reportkit.check.checked import Checked, Stretch
from reportkit.problems import Problem, warning

Said = tuple[tuple[str, str, int], ...]


class Rungs:
    """The phrases of a language that say how many, each with its rung's name."""

    def __init__(self, wording: Wording) -> None:
        self.ladder = Ladder(wording)

    @cached_property
    def names(self) -> dict[str, str]:
        words = self.ladder.wording.words
        rows = words.find("attribution").items() if self.ladder.least else ()
        return {_folded(p): str(name) for name, row in rows for p in row["phrases"]}

    def said(self, text: str) -> Said:
        """The phrases of a text: the rung of each, its words and where they stand."""
        pattern = self.ladder.pattern
        matches = pattern.finditer(_folded(text)) if pattern else ()
        found = ((match[match.lastindex or 0], match.start()) for match in matches)
        return tuple((self.names[phrase], phrase, at) for phrase, at in found)


def _folded(text: str) -> str:
    """A text as the phrases are looked for."""
    return text.lower().replace("’", "'")


def ranks_agree(checked: Checked) -> Iterator[Problem]:
    """Phrases for fewer or more speakers than the source speaks of."""
    rungs = {code: Rungs(wording) for code, wording in checked.wordings.items()}
    known: dict[str, Said] = {}
    for stretch, source in translations(checked):
        if stretch.language not in rungs or source.language not in rungs:
            continue
        if source.id not in known:
            known[source.id] = rungs[source.language].said(source.text)
        if known[source.id]:
            own = rungs[stretch.language].said(stretch.text)
            yield from _differing(stretch, source, known[source.id], own)


def _differing(
    stretch: Stretch, source: Stretch, wanted: Said, own: Said
) -> Iterator[Problem]:
    """One finding where a rung is lost and another came in its place.

    A phrase that the table lacks is neither: it may say the same.
    """
    lost = _beyond(wanted, own)
    for (_, phrase, at), (_, said, _) in zip(_beyond(own, wanted), lost, strict=False):
        message = f'"{phrase}" stands here for "{said}" of the source'
        yield warning(stretch.text.place_at(at), message, where(source))


def _beyond(some: Said, others: Said) -> Said:
    """The phrases of rungs that others have less often, the last of each first."""
    room = Counter(rung for rung, _, _ in others)
    made = []
    for each in some:
        room[each[0]] -= 1
        if room[each[0]] < 0:
            made.append(each)
    return tuple(made)
