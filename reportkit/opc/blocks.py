"""The paragraphs, tables and text boxes of a story."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportkit.opc.changes import ACCEPTED, REJECTED, stays
from reportkit.opc.names import GRID_SPAN, TBL, VAL, P, W
from reportkit.opc.numbering import level_of_style
from reportkit.opc.parts import Element
from reportkit.opc.ranges import RANGES, change_in, close_comment, open_comments
from reportkit.opc.runs import RUNS
from reportkit.opc.story import (
    Draft,
    Grid,
    Handler,
    Sources,
    Story,
    begin_story,
    skip,
    walk,
)
from reportkit.opc.styles import ParagraphStyle, integer, is_on, list_of, outline_of
from reportkit.opc.word_file import Cell, Change, WordParagraph, WordTable

_NO_LIST = "0"


def read_story(root: Element, sources: Sources, links: Mapping[str, str]) -> Story:
    """The story of a part, or of one element of it, read to its end."""
    story = begin_story(root, sources, HANDLERS, links)
    walk(story, root)
    return story


def _paragraph(story: Story, element: Element) -> None:
    properties = element.find(f"{W}pPr")
    outer, story.draft = story.draft, _begin(story, properties)
    open_comments(story, story.draft)
    walk(story, element)
    for id in tuple(story.draft.comments):
        close_comment(story.draft, id)
    finished = _finished(story, story.draft)
    inner, story.draft = story.draft.inner, outer
    target = outer.inner if outer else story.done
    target.append(finished)
    target.extend(inner)


def _begin(story: Story, properties: Element | None) -> Draft:
    """A paragraph with what its properties say; its words come later."""
    told = None if properties is None else properties.find(f"{W}pStyle")
    id = "" if told is None else told.get(VAL) or ""
    style = story.sources.styles.paragraph(id)
    marks = None if properties is None else properties.find(f"{W}rPr")
    number, level = _number(story, properties, (id, style), marks)
    paragraph = WordParagraph(
        style.name,
        id,
        (),
        (outline_of(properties, style.outline) + 1) % 10,
        number,
        level,
        story.cell,
        story.box,
        rtl=is_on(properties, "bidi", style.rtl),
    )
    bookmarks, story.pending = story.pending, {}
    return Draft(paragraph, marks, bookmarks=bookmarks)


def _finished(story: Story, draft: Draft) -> WordParagraph:
    names = {**draft.bookmarks, **dict.fromkeys(story.bookmarks.values())}
    runs = (look._replace(text="".join(pieces)) for look, pieces in draft.runs)
    return draft.paragraph._replace(
        runs=tuple(runs),
        bookmarks=tuple(name for name in names if name),
        comments=tuple(draft.ranges),
        mark=change_in(story, draft.mark, story.change),
    )


def _number(
    story: Story,
    properties: Element | None,
    named: tuple[str, ParagraphStyle],
    marks: Element | None,
) -> tuple[str, int]:
    """The automatic label of a paragraph, and the level of its list.

    What is deleted has the number that it had, and the rest counts without it.
    """
    id, style = named
    own, level = list_of(properties)
    number = (style.number if own is None else own) or ""
    found = None if number == _NO_LIST else story.sources.lists.find(number)
    if found is None:
        return "", 0
    if level is None:
        level = level_of_style(found, id) if style.level is None else style.level
    mark = change_in(story, marks, story.change)
    row = story.cell.change if story.cell else None
    label = ""
    for view in (REJECTED, ACCEPTED):
        if stays(mark, view) and stays(row, view):
            label = story.sources.counters[view].next(number, found, level)
    return label, level


def _table(story: Story, element: Element) -> None:
    before = story.grid, story.cell
    place = len(story.tables)
    story.tables.append(WordTable(0, (), story.cell))
    story.grid = Grid(place + 1, change=story.cell.change if story.cell else None)
    walk(story, element)
    table = WordTable(story.grid.columns, tuple(story.grid.rows), before[1])
    story.tables[place] = table
    story.grid, story.cell = before


def _row(story: Story, element: Element) -> None:
    grid = story.grid
    if grid is None:
        return walk(story, element)
    outer = grid.change
    properties = element.find(f"{W}trPr")
    skipped = None if properties is None else properties.find(f"{W}gridBefore")
    grid.row += 1
    grid.column = 1 + _columns(story, skipped, 0)
    grid.change = change_in(story, properties, outer or story.change)
    grid.rows.append(grid.change)
    walk(story, element)
    grid.change = outer
    grid.columns = max(grid.columns, grid.column - 1)


def _cell(story: Story, element: Element) -> None:
    grid, before = story.grid, story.cell
    if grid is None:
        return walk(story, element)
    properties = element.find(f"{W}tcPr")
    change: Change | None = change_in(story, properties, grid.change)
    story.cell = Cell(grid.number, grid.row, grid.column, change)
    walk(story, element)
    span = None if properties is None else properties.find(GRID_SPAN)
    grid.column += max(1, _columns(story, span, 1))
    story.cell = before


def _columns(story: Story, element: Element | None, default: int) -> int:
    return default if element is None else max(0, integer(element.get(VAL), default))


def _text_box(story: Story, element: Element) -> None:
    """The paragraphs of a box; tables in it are in no cell of the story's."""
    sources = story.sources
    sources.boxes += 1
    before = story.box, story.grid, story.cell, story.fields, story.change
    if story.cell:  # a box goes with its row
        story.change = story.change or story.cell.change
    story.box, story.grid, story.cell, story.fields = sources.boxes, None, None, []
    walk(story, element)
    story.box, story.grid, story.cell, story.fields, story.change = before


BLOCKS: Mapping[str, Handler] = MappingProxyType(
    {
        P: _paragraph,
        TBL: _table,
        f"{W}tr": _row,
        f"{W}tc": _cell,
        f"{W}txbxContent": _text_box,
        **{
            f"{W}{name}": skip
            for name in ("pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr")
        },
    }
)
HANDLERS: Mapping[str, Handler] = MappingProxyType({**BLOCKS, **RUNS, **RANGES})
