"""An edited file beside the document it was made from, paragraph for passage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reportkit.document.fingerprints import fingerprint_of
from reportkit.intake.edited import Edited, Gone
from reportkit.intake.pairing import Match
from reportkit.intake.printed import Printed
from reportkit.intake.proposals import Sources
from reportkit.intake.segments import NOBODY, Author
from reportkit.revise.likeness import folded

LONGEST = 60


class Stood(NamedTuple):
    """The file beside the document it was made from."""

    lines: Sequence[Printed]
    paragraphs: Sequence[Edited]
    matches: Mapping[int, Match]
    gone: Sequence[Gone]
    sources: Sources

    def line_of(self, place: int) -> Printed | None:
        """The passage that a paragraph was found to be."""
        match = self.matches.get(place)
        return self.lines[match.line] if match else None

    def who_deleted(self, line: Printed) -> Author:
        """Who took a passage out while changes were tracked."""
        for each in self.gone:
            same = folded(each.text) == folded(line.text)
            if same or (line.name and line.name in each.names and not each.text):
                return each.by
        named = (each.by for each in self.gone if line.name in each.names)
        return next(named, NOBODY)

    def is_printed_since(self, line: Printed) -> bool:
        """Whether the sources say this only since the file was made."""
        known = self.sources.fingerprints
        return bool(known) and seal_of(line) not in known


def seal_of(line: Printed) -> str:
    """The fingerprint of a passage as the document has it now."""
    text = line.text.removesuffix(line.aside) if line.aside else line.text
    return fingerprint_of(line.id, text)


def shown(text: str) -> str:
    """The beginning of a text, in quotation marks."""
    cut = text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
    return f"“{cut}”"
