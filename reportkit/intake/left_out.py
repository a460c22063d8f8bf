"""Proposals that leave passages out: those that an edited file has no more."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.intake.printed import CELL, HEADING, NOTE, PARAGRAPH, POINT, Printed
from reportkit.intake.proposals import Proposal, Untaken
from reportkit.intake.segments import NOBODY
from reportkit.intake.stood import Stood, shown
from reportkit.revise.levels import points_below

Made = Proposal | Untaken
# A file with fewer of the passages than this is a part of the document.
WHOLE = 0.5


def left_out(stood: Stood) -> Iterator[Made]:
    """The passages that the file has no more."""
    found = {line for m in stood.matches.values() for line in (m.line, *m.joined)}
    own = [n for n, each in enumerate(stood.lines) if each.id and each.kind != NOTE]
    missing = [
        stood.lines[n]
        for n in own
        if n not in found and not stood.is_printed_since(stood.lines[n])
    ]
    tracked = [each for each in missing if stood.who_deleted(each) != NOBODY]
    if len(missing) - len(tracked) > WHOLE * len(own):
        message = f"{len(missing)} of {len(own)} passages are not in the file"
        yield Untaken(0, message, "taken for a part of the document: none is deleted")
        missing = tracked
    ids = {each.id for each in missing}
    for each in missing:
        yield from _deletion(stood, each, ids)
    cells = [each for each in missing if each.kind == CELL]
    if cells:
        message = f"{len(cells)} cells of tables are gone, from {shown(cells[0].text)}"
        yield Untaken(0, message, "rows are taken out in the `table:` of a passage")
    yield from _notes_left_out(stood, found)


def _deletion(stood: Stood, line: Printed, ids: set[str]) -> Iterator[Made]:
    entries = stood.sources.draft.entries
    entry = entries.get(line.id)
    if entry is None:
        if line.id in stood.sources.draft.made:
            yield _deleted(stood, line)
        elif line.kind in (PARAGRAPH, POINT, HEADING):
            message = f"{shown(line.text)} is not in the file"
            yield Untaken(0, message, "it comes from facts or from the outline")
        return
    below = [str(each.id) for each in points_below(entry)]
    if not set(below) <= ids:
        message = f"{shown(line.text)} is not in the file, and points under it are"
        yield Untaken(0, message, "delete it or move its points with `amend`")
        return
    above = (e for e in ids if e in entries and e != line.id)
    if not any(line.id in map(_id, points_below(entries[e])) for e in above):
        yield _deleted(stood, line)


def _id(entry: object) -> str:
    return str(getattr(entry, "id", ""))


def _deleted(stood: Stood, line: Printed) -> Proposal:
    fields = {"action": "delete", "passage": line.id}
    return Proposal(fields, stood.who_deleted(line))


def _notes_left_out(stood: Stood, found: set[int]) -> Iterator[Untaken]:
    for place, each in enumerate(stood.lines):
        is_gone = each.kind == NOTE and place not in found
        if is_gone and not stood.is_printed_since(each):
            message = f"footnote {each.label}, {shown(each.text)}, is gone"
            hint = "take its {note: …} out of the text, if that is meant"
            yield Untaken(0, message, hint)
