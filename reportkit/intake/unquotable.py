"""Changes of a passage that no amendment can quote: looks, and calls of footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportkit.intake.edited import Edited
from reportkit.intake.own_words import END
from reportkit.intake.printed import HEADING, Printed
from reportkit.intake.proposals import Untaken
from reportkit.intake.segments import Segment
from reportkit.revise.likeness import folded


def of_notes(line: Printed, edited: Edited) -> Iterator[Untaken]:
    """Footnotes that are not called any more, or that are new in a passage."""
    calls = sum(bool(each.note) for each in edited.segments if each.after)
    if line.id and calls != len(line.calls):
        what = "fewer" if calls < len(line.calls) else "more"
        message = f"`{line.id}` calls {what} footnotes than it did"
        hint = "put {note: …} into its file, or take it out there"
        yield Untaken(edited.number, message, hint)


def of_looks(
    line: Printed, edited: Edited, segments: Sequence[Segment]
) -> Iterator[Untaken]:
    """Italics and raised signs that came or went, which no amendment quotes."""
    after = tuple(
        (each.text, (each.italic, each.superscript)) for each in segments if each.after
    )
    for place, what in enumerate(("italics", "raised signs")):
        ours = _packed(text for text, looks in line.looks if looks[place])
        theirs = _packed(text for text, looks in after if looks[place])
        if line.id and line.kind != HEADING and ours != theirs:
            message = f"{what} were changed in `{line.id}`"
            yield Untaken(edited.number, message, "change the marks in its file")


def _packed(texts: Iterable[str]) -> str:
    return "".join("".join(folded(text).split()) for text in texts).strip(f"{END}*,")
