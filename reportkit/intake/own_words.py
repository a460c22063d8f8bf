"""The words of a passage that are its own: without label, end sign and brackets."""

from __future__ import annotations

from collections.abc import Sequence

from reportkit.intake.edited import Edited, unlabelled
from reportkit.intake.printed import Printed
from reportkit.intake.segments import NOBODY, Segment, parted
from reportkit.revise.likeness import folded

END = " .;\u3002\uff1b\u061b\u00a0"


def own_words(line: Printed, edited: Edited) -> tuple[str, tuple[Segment, ...]]:
    """A passage and what became of it, without what is no part of its words.

    The sign that ends a point follows from its place; what stands in brackets after
    a heading is set anew each time.
    """
    printed, segments = line.text, unlabelled(edited, line.label).segments
    if line.aside and printed.endswith(line.aside):
        printed = printed.removesuffix(line.aside)
        segments = without_end(segments, len(_aside_of(edited, line)))
    if line.ends_by_place:
        printed = printed.rstrip(END)
        after = "".join(each.text for each in segments if each.after)
        before = "".join(each.text for each in segments if each.before)
        ends = (len(text) - len(text.rstrip(END)) for text in (before, after))
        segments = _shortened(segments, *ends)
    return printed, segments


def _aside_of(edited: Edited, line: Printed) -> str:
    """What stands in brackets at the end of a heading, if anything still does."""
    for text in (edited.after, edited.before):
        if folded(text).endswith(folded(line.aside)):
            return line.aside
    head, sign, tail = edited.after.rpartition(" (")
    return f"{sign}{tail}" if head and tail.endswith(")") else ""


def without_end(segments: Sequence[Segment], width: int) -> tuple[Segment, ...]:
    """The segments without the last characters of both views."""
    return _shortened(segments, width, width)


def _shortened(
    segments: Sequence[Segment], before: int, after: int
) -> tuple[Segment, ...]:
    """The segments without the last characters of either view.

    What only the earlier view loses was put in by whoever goes on after it.
    """
    made: list[Segment] = []
    by = NOBODY
    for each in reversed(segments):
        own = min(before if each.before else 0, len(each.text))
        other = min(after if each.after else 0, len(each.text))
        before, after = before - own, after - other
        turned = each._replace(text=each.text[::-1])
        for part in parted(turned, own, other):
            kept = part._replace(text=part.text[::-1])
            made.append(kept._replace(by=by) if kept.before != each.before else kept)
        by = each.by if each.by.name else by
    return tuple(reversed(made))
