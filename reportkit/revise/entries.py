"""Passages, points and subpoints of manuscripts: found by id, put in, taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from reportkit.model.fields import replaced
from reportkit.model.passages import (
    Footnote,
    Grid,
    Manuscript,
    Passage,
    Point,
    Subpoint,
)
from reportkit.source.values import Text

Entry = Passage | Point | Subpoint
Manuscripts = tuple[Manuscript, ...]
Make = Callable[[Entry], tuple[Entry, ...]]
E = TypeVar("E", Point, Subpoint, Footnote)


def entries_of(manuscripts: Manuscripts) -> Iterator[Entry]:
    """Every passage and every point, in the order of the text."""
    for manuscript in manuscripts:
        for passage in manuscript.passages:
            yield passage
            for point in passage.points:
                yield point
                yield from point.points


def put(manuscripts: Manuscripts, id: str, make: Make) -> Manuscripts:
    """The manuscripts with the entry of an id made into some entries, or none."""
    return tuple(
        replaced(each, passages=_spliced(each.passages, id, make))
        if any(entry.id == id for entry in entries_of((each,)))
        else each
        for each in manuscripts
    )


def _spliced(entries: tuple[Any, ...], id: str, make: Make) -> tuple[Any, ...]:
    made: list[Entry] = []
    for entry in entries:
        if entry.id == id:
            made += make(entry)
        elif isinstance(entry, Subpoint) or not entry.points:
            made.append(entry)
        else:
            points = _spliced(entry.points, id, make)
            made.append(replaced(entry, points=points))
    return tuple(made)


def beside(neighbour: Entry, id: Text, text: Text) -> Entry:
    """A new entry of a neighbour's kind: a passage, a point or a subpoint."""
    if isinstance(neighbour, Passage):
        kept = {"part": neighbour.part, "body": neighbour.body}
        return Passage(id=id, text=text, place=text.place, **kept)
    if isinstance(neighbour, Point):
        return Point(id=id, text=text, part=neighbour.part, place=text.place)
    return Subpoint(id=id, text=text, place=text.place)


def below(above: Entry, id: Text, text: Text) -> Entry:
    """An entry with a new point as the last of those under it."""
    if isinstance(above, Passage):
        point = Point(id=id, text=text, place=text.place)
        return replaced(above, points=(*above.points, point))
    if isinstance(above, Point):
        last = Subpoint(id=id, text=text, place=text.place)
        return replaced(above, points=(*above.points, last))
    return above


def with_texts(manuscript: Manuscript, texts: Mapping[str, Text]) -> Manuscript:
    """The manuscript with other texts under some of its ids."""
    title = manuscript.title
    if title and title.id in texts:
        title = replaced(title, text=texts[title.id])
    return replaced(
        manuscript,
        title=title,
        titles={id: texts.get(id, text) for id, text in manuscript.titles.items()},
        passages=tuple(_with_texts(each, texts) for each in manuscript.passages),
        notes=tuple(_retold(each, texts) for each in manuscript.notes),
    )


def _with_texts(passage: Passage, texts: Mapping[str, Text]) -> Passage:
    new = texts.get(passage.id)
    kind = next((k for k in ("heading", "quotation") if getattr(passage, k)), "text")
    return replaced(
        passage,
        points=tuple(_with_points(each, texts) for each in passage.points),
        table=_with_cells(passage.id, passage.table, texts) if passage.table else None,
        **({} if new is None else {kind: new}),
    )


def _with_points(point: Point, texts: Mapping[str, Text]) -> Point:
    below = tuple(_retold(each, texts) for each in point.points)
    return replaced(_retold(point, texts), points=below)


def _retold(entry: E, texts: Mapping[str, Text]) -> E:
    return replaced(entry, text=texts[entry.id]) if entry.id in texts else entry


def _with_cells(id: str, table: Grid, texts: Mapping[str, Text]) -> Grid:
    """A table with other cells; a cell's id is TABLE-ROW-COLUMN."""
    columns = tuple(
        replaced(each, text=texts.get(f"{id}-{each.id}", each.text))
        for each in table.columns
    )
    rows = tuple(
        replaced(row, cells={
            name: texts.get(f"{id}-{row.id}-{name}", text)
            for name, text in row.cells.items()
        })
        for row in table.rows
    )  # fmt: skip
    caption = texts.get(f"{id}-caption", table.caption)
    return replaced(table, columns=columns, rows=rows, caption=caption)
