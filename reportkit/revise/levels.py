"""The three levels of a text: passages, points, points below points.

What moves to another level becomes what stands there, with the points under it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportkit.model.passages import NONE, Passage, Point, Subpoint
from reportkit.revise.entries import Entry

LEVELS: tuple[type[Any], ...] = (Passage, Point, Subpoint)


def level_of(entry: Entry) -> int:
    """0 for a passage, 1 for a point, 2 for one below a point."""
    return LEVELS.index(type(entry))


def points_of(entry: Entry) -> tuple[Entry, ...]:
    """The points right under an entry."""
    return tuple(getattr(entry, "points", ()))


def points_below(entry: Entry) -> Iterator[Entry]:
    """The points under a passage or a point, on every level."""
    for point in points_of(entry):
        yield point
        yield from points_below(point)


def at_level(entry: Entry, level: int) -> Entry:
    """The entry as one of a level; it has to fit there."""
    if level_of(entry) == level:
        return entry
    text = entry.words if isinstance(entry, Passage) else entry.text
    kept: dict[str, Any] = {"id": entry.id, "text": text, "note": entry.note}
    if level < len(LEVELS) - 1:
        kept["part"] = getattr(entry, "part", NONE)
        kept["points"] = tuple(at_level(each, level + 1) for each in points_of(entry))
    made: Entry = LEVELS[level](**kept, place=entry.place)
    return made


def misfit(entry: Entry, level: int) -> str:
    """Why an entry cannot stand on a level; nothing where it can."""
    if level and isinstance(entry, Passage) and not entry.text:
        return "is no paragraph and cannot become a point"
    deepest = max((level_of(each) for each in points_below(entry)), default=0)
    below = max(deepest - level_of(entry), 0)
    return "has points that would stand too deep" if level + below > 2 else ""
