"""Proposals that change where passages stand: new ones, moved ones, those left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportkit.document.nodes import Paragraph, Run
from reportkit.intake.anchors import marked
from reportkit.intake.edited import Edited, author_of, without_typed_label
from reportkit.intake.left_out import left_out
from reportkit.intake.own_words import END
from reportkit.intake.printed import HEADING, NOTE, PARAGRAPH, POINT
from reportkit.intake.proposals import Proposal, Untaken
from reportkit.intake.segments import Author
from reportkit.intake.stood import Stood, shown
from reportkit.model.minting import mint
from reportkit.revise.alignment import Line, paired
from reportkit.revise.likeness import folded
from reportkit.source.values import Text

Made = Proposal | Untaken
# Labels of points: letters, numerals in brackets, dashes.
POINT_LABEL = re.compile(r"\(?[^\W\d]{1,4}\)|\([^\W]{1,4}\)|[–—•●▪·\-o]|[^\W\d]\.")


class Spot(NamedTuple):
    """A paragraph of the file as a neighbour: its passage, and what it is."""

    id: str
    kind: str
    depth: int = 0


def rearranged(stood: Stood) -> Iterator[Made]:
    """What was moved, what came, what went, in the order of the file."""
    old = [
        Line(f"{place}", _node(each.text))
        for place, each in enumerate(stood.lines)
        if each.kind != NOTE
    ]
    new = [
        Line(_key(stood, place), _node(each.after))
        for place, each in enumerate(stood.paragraphs)
        if not each.note
    ]
    places = {_key(stood, n): n for n, _ in enumerate(stood.paragraphs)}
    arrivals = _Arrivals(stood)
    tracked = frozenset(
        f"{match.line}"
        for place, match in stood.matches.items()
        if stood.paragraphs[place].arrived
    )
    for pair in paired(tuple(old), tuple(new), tracked):
        if pair.at == "new" and pair.new:
            place = places[pair.new.key]
            moved = pair.old is not None
            yield from arrivals.moved(place) if moved else arrivals.came(place)
    for place, edited in enumerate(stood.paragraphs):
        if edited.note and place not in stood.matches:
            hint = "put it into `notes:` of a file, and {note: …} where it is called"
            yield Untaken(0, f"the footnote {shown(edited.after)} is new", hint)
    yield from left_out(stood)


def _node(text: str) -> Paragraph:
    return Paragraph("", "", (Run(text),))


def _key(stood: Stood, place: int) -> str:
    match = stood.matches.get(place)
    return f"{match.line}" if match else f"new {place}"


class _Arrivals:
    """Passages that came or moved; remembers the ids of those that came before."""

    def __init__(self, stood: Stood) -> None:
        self.stood = stood
        self.sources = stood.sources
        self.made: dict[int, Spot] = {}

    def moved(self, place: int) -> Iterator[Made]:
        """The move of a passage, to beside its neighbour in the file."""
        stood, line = self.stood, self.stood.line_of(place)
        edited = stood.paragraphs[place]
        if line is None or line.id not in self.sources.draft.entries:
            if line is not None and line.id:
                message = f"{shown(line.text)} was moved"
                hint = "its place follows from the outline or from the agenda"
                yield Untaken(edited.number, message, hint)
            return
        beside = self._beside(place, Spot(line.id, line.kind, line.depth))
        if not beside or "under" in beside:
            message = f"{shown(line.text)} was moved to where no passage stands"
            yield Untaken(edited.number, message, "move it in its file")
            return
        by = edited.arrived or stood.who_deleted(line)
        fields = {"action": "move", "passage": line.id, **beside}
        yield Proposal(fields, by, edited.number)

    def came(self, place: int) -> Iterator[Made]:
        """The insertion of a paragraph that the document does not have."""
        edited = without_typed_label(self.stood.paragraphs[place])
        text = edited.after
        if edited.table:
            hint = "rows and tables are put into the `table:` of a passage"
            yield Untaken(edited.number, f"{shown(text)} is new in a table", hint)
            return
        if edited.heading:
            hint = "headings follow from the outline; in a summary, type `heading:`"
            yield Untaken(edited.number, f"the heading {shown(text)} is new", hint)
            return
        kind = self._kind(place, edited)
        beside = self._beside(place, Spot("", *kind))
        if not beside:
            message = f"{shown(text)} was put in where no passage stands beside it"
            hint = "put it into its file, or beside a passage that is no derived one"
            yield Untaken(edited.number, message, hint)
            return
        yield self._insertion(place, edited, Spot("", *kind), beside)

    def _insertion(
        self, place: int, edited: Edited, spot: Spot, beside: Mapping[str, str]
    ) -> Proposal:
        words = marked(each for each in edited.segments if each.after)
        if spot.kind == POINT:
            words = words.rstrip(END)
        by = edited.arrived or author_of(edited)
        id = self._known(words, beside, by) or self._minted(words, beside)
        self.made[place] = spot._replace(id=id)
        fields = {"action": "insert", "as": id, **beside, "new": words}
        if not self.sources.is_translation:
            return Proposal(fields, by, edited.number)
        fields["worded_in"] = self.sources.language
        return Proposal(fields, by, edited.number, words=words)

    def _known(self, words: str, beside: Mapping[str, str], by: Author) -> str:
        """The id that the same proposal got when the file was pulled before."""
        texts = (self.sources.language, self.sources.original)
        for each in self.sources.amendments:
            if each.action != "insert" or str(each.author) != by.name:
                continue
            given = self._given(str(each.id)) if texts[0] != texts[1] else ""
            if folded(words) in (folded(str(each.words)), folded(given)):
                return str(each.made)
        return ""

    def _given(self, id: str) -> str:
        """What an amendment's new words are in the language of the file."""
        session = self.sources.draft.session
        known = session.amended_texts.get(self.sources.language, {}).get(Text(id))
        return str(known.text) if known else ""

    def _minted(self, words: str, beside: Mapping[str, str]) -> str:
        (neighbour,) = beside.values()
        taken = {*self.sources.taken, *(each.id for each in self.made.values())}
        stem = self.sources.stems.get(neighbour, "")
        if not stem:
            known = (each for each in self.made.values() if each.id == neighbour)
            stem = neighbour.split("-")[0] if any(known) else "passage"
        return mint(stem, words, taken)

    def _kind(self, place: int, edited: Edited) -> tuple[str, int]:
        """What a new paragraph is: a point by its label or between points."""
        before, after = self._spot(place - 1), self._spot(place + 1)
        label = edited.label.strip()
        if edited.listed or (label and POINT_LABEL.fullmatch(label)):
            near = before if before and before.kind == POINT else after
            return POINT, near.depth if near and near.kind == POINT else 1
        if label:
            return PARAGRAPH, 0
        if before and after and before.kind == after.kind == POINT:
            return POINT, after.depth
        return PARAGRAPH, 0

    def _spot(self, place: int) -> Spot | None:
        """A paragraph of the file as a neighbour; None outside the file."""
        if place in self.made:
            return self.made[place]
        if not 0 <= place < len(self.stood.paragraphs):
            return None
        line = self.stood.line_of(place)
        if line is None:
            return Spot("", PARAGRAPH)
        return Spot(line.id, line.kind, line.depth)

    def _stands(self, spot: Spot) -> bool:
        """Whether something can be put beside what stands there."""
        if not spot.id:
            return False
        known = self.sources.draft
        made = any(spot.id == each.id for each in self.made.values())
        return made or spot.id in known.entries or spot.id in known.made

    def _beside(self, place: int, spot: Spot) -> dict[str, str]:
        """After or before which passage something stands, or under which."""
        owner: Spot | None = None
        for other in self._upwards(place):
            if self._fits(other, spot):
                return {"after": other.id}
            if spot.kind == POINT and other.kind == PARAGRAPH:
                owner = other
                break
        for other in self._downwards(place):
            if self._fits(other, spot):
                return {"before": other.id}
            if spot.kind == POINT and other.kind == PARAGRAPH:
                break
        if owner is not None and self._stands(owner):
            return {"under": owner.id}
        return {}

    def _fits(self, other: Spot, spot: Spot) -> bool:
        """Whether two are of one level, so that they can stand side by side.

        A recommendation is a passage, though it is lettered as points are.
        """
        if not self._stands(other):
            return False
        if (other.kind, other.depth) == (spot.kind, spot.depth):
            return True
        entry = self.sources.draft.entries.get(other.id)
        is_passage = entry is not None and hasattr(entry, "quotation")
        return spot.kind == PARAGRAPH and other.kind == POINT and is_passage

    def _upwards(self, place: int) -> Iterator[Spot]:
        for n in range(place - 1, -1, -1):
            spot = self._spot(n)
            if spot is None or spot.kind == HEADING:
                return
            yield spot

    def _downwards(self, place: int) -> Iterator[Spot]:
        for n in range(place + 1, len(self.stood.paragraphs)):
            spot = self._spot(n)
            if spot is None or spot.kind == HEADING:
                return
            yield spot
