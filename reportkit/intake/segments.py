"""Characters of an edited paragraph, with who put them in or took them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Author(NamedTuple):
    """Who changed something, as Word knows them, and the day, in ISO 8601."""

    name: str = ""
    day: str = ""


NOBODY = Author()


class Segment(NamedTuple):
    """Characters of one look and one fate.

    `before` says whether they are there when changes are rejected, `after` when
    they are accepted; `by` is who changed them.
    """

    text: str
    before: bool = True
    after: bool = True
    by: Author = NOBODY
    italic: bool = False
    superscript: bool = False
    note: str = ""


def cut(segments: Sequence[Segment], before: int, after: int) -> Iterator[Segment]:
    """The segments without the first characters of either view."""
    for each in segments:
        own = min(before if each.before else 0, len(each.text))
        other = min(after if each.after else 0, len(each.text))
        before, after = before - own, after - other
        yield from parted(each, own, other)


def parted(each: Segment, before: int, after: int) -> Iterator[Segment]:
    """A segment without its first characters; what only one view loses is kept."""
    if not each.before:
        before = after
    if not each.after:
        after = before
    low, high = sorted((before, after))
    if low < high:
        kept = each._replace(before=before < after, after=after < before)
        yield kept._replace(text=each.text[low:high])
    if each.text[high:] or each.note:
        yield each._replace(text=each.text[high:])
