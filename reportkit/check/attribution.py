"""Attribution: "many speakers" on an item on which few spoke.

Who held a view is nowhere recorded; how many spoke is, and no more than they
can have held it. How many are many is a house rule: no official scale exists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from reportkit.assemble.speakers import IN_ROOM
from reportkit.assemble.wording import Wording
from reportkit.check.checked import Checked, Stretch
from reportkit.languages.words import MissingWord
from reportkit.model.passages import Manuscript
from reportkit.problems import Problem, warning


class Ladder:
    """The phrases of a language that say how many, each with the least it takes."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording

    @cached_property
    def least(self) -> dict[str, int]:
        try:
            rows = self.wording.words.find("attribution").values()
        except MissingWord:
            return {}
        return {_folded(p): int(row["least"]) for row in rows for p in row["phrases"]}

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        phrases = sorted(self.least, key=len, reverse=True)
        every = "|".join(map(re.escape, phrases))
        if not every:
            return None
        if not self.wording.words.language.spaced:
            return re.compile(every)
        joined = self.wording.words.optional("attribution-prefixes")
        before = rf"(?<!\w)[{joined}]?" if joined else r"(?<!\w)"
        return re.compile(rf"{before}({every})(?!\w)")

    def too_many(self, text: str, spoke: int) -> Iterator[tuple[int, str, int]]:
        """Phrases that take more speakers than spoke: where, which, and how many."""
        for match in self.pattern.finditer(_folded(text)) if self.pattern else ():
            phrase = match[match.lastindex or 0]
            if self.least[phrase] > spoke:
                yield match.start(), phrase, self.least[phrase]


def _folded(text: str) -> str:
    return text.lower().replace("’", "'")


def attribution(checked: Checked) -> Iterator[Problem]:
    """Passages that speak of more speakers than spoke; each is named once."""
    if not checked.session.statements.statements:
        return
    ladders = {code: Ladder(wording) for code, wording in checked.wordings.items()}
    counts: dict[tuple[str, ...], int] = {}
    found: set[str] = set()
    for stretch in (*checked.sources.values(), *checked.translated):
        ladder, manuscript = ladders.get(stretch.language), stretch.manuscript
        if not ladder or not manuscript or not manuscript.taken_up:
            continue
        key = (manuscript.body, *manuscript.taken_up)
        if key not in counts:
            counts[key] = speakers_on(checked, manuscript)
        if stretch.id not in found:
            problems = tuple(_findings(stretch, ladder, counts[key]))
            found |= {stretch.id} if problems else set()
            yield from problems


def _findings(stretch: Stretch, ladder: Ladder, spoke: int) -> Iterator[Problem]:
    for offset, phrase, least in ladder.too_many(stretch.text, spoke):
        recorded = f"{spoke} spoke" if spoke else "nobody spoke"
        message = f'"{phrase}" says {least} or more, but {recorded} on this item'
        hint = "statements.yaml has who spoke; the numbers stand in words.yaml"
        yield warning(stretch.text.place_at(offset), message, hint)


def speakers_on(checked: Checked, manuscript: Manuscript) -> int:
    """How many different delegations spoke on what a file summarizes."""
    return len(
        {
            code
            for statement in checked.session.statements.statements
            if statement.item in manuscript.taken_up
            and manuscript.body in ("", statement.body or manuscript.body)
            for code in statement.by
            if code not in IN_ROOM
        }
    )
