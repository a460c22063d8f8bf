"""Notes that stand together after the text, and the figures that call them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reportkit.published.text_notes import (
    Call,
    Parted,
    calls_in,
    with_call,
    without_calls,
)
from reportkit.published.text_source import Row, Source

# How sure a call is that may stand on any page.
SURE = 3


def with_calls_before(source: Source, parted: Parted) -> Parted:
    """A text with the calls of its last notes on whatever page they stand.

    Far from its note a figure may be any number: only what is sure to be a call, in
    the order of the notes, is one.
    """
    rows, missed = list(parted.rows), parted.uncalled
    if not missed or not _are_at_the_end(parted):
        return parted
    alone = [row if len(row.spans) == 1 else row._replace(text="") for row in rows]
    calls = [_sole_call(alone, note.label) for note in missed]
    found = [call.at for call in calls if call]
    if found != sorted(found):
        return parted
    for at, start, end in reversed(found):
        rows[at] = with_call(source, rows[at], start, end)
    left = (n for n, call in zip(missed, calls, strict=True) if call is None)
    made = (without_calls(source, row) for row in rows)
    return parted._replace(rows=tuple(made), uncalled=tuple(left))


def _are_at_the_end(parted: Parted) -> bool:
    """Whether the notes that nothing calls are after the text, and alone so called."""
    labels = Counter(note.label for note in parted.notes)
    is_text_before = parted.rows[-1].spans[-1].end <= parted.uncalled[0].sign.start
    return is_text_before and all(labels[n.label] == 1 for n in parted.uncalled)


def _sole_call(rows: Sequence[Row], label: str) -> Call | None:
    """The one place where a figure calls a note for sure; none where there are more."""
    calls = [
        each
        for each in calls_in(rows, label, frozenset())
        if each.sure >= SURE and not _is_apart(rows, each)
    ]
    most = max((each.sure for each in calls), default=0)
    best = [each for each in calls if each.sure == most]
    return best[0] if len(best) == 1 else None


def _is_apart(rows: Sequence[Row], call: Call) -> bool:
    """Whether a space stands before a figure, as it does before a number of things."""
    place, start, _ = call.at
    return rows[place].text[start].isspace()
