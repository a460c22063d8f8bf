"""The rows of a two-column Word file that came back, as they were filled.

Tracked changes are taken as accepted, fields as what they show. What a row holds is
told by the tags of its controls, and by the line above it where they are gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportkit.opc.blocks import read_story
from reportkit.opc.changes import ACCEPTED, paragraphs_as
from reportkit.opc.names import TBL, VAL, W
from reportkit.opc.parts import Element
from reportkit.opc.story import Sources
from reportkit.translate.word_table import (
    CONTEXT,
    EMPTY,
    PLACE,
    PLACEHOLDER,
    TARGET,
)
from reportkit.translate.word_typed import Typed, joined

_ROW, _CELL, _CONTROL = f"{W}tr", f"{W}tc", f"{W}sdt"
_KINDS = (TARGET, PLACE, CONTEXT)


class Row(NamedTuple):
    """A row with both languages; `line` counts the rows of the file from 1.

    `source_key`, `target_key` and `place_key` are what the controls of the row and
    of the line above it say, empty where they are gone; `locked` says that the
    row is context. `notes` tells of footnotes in the translation, `tables` of
    tables: neither can be taken.
    """

    line: int
    source: tuple[Typed, ...]
    target: tuple[Typed, ...]
    source_key: str = ""
    target_key: str = ""
    place_key: str = ""
    locked: bool = False
    notes: bool = False
    tables: bool = False


def rows_of(body: Element, sources: Sources) -> Iterator[Row]:
    """The rows with both languages, in their order."""
    place = ""
    for line, element in enumerate(body.iter(_ROW), 1):
        cells = [each for each in element.iter(_CELL) if _row_of(each) is element]
        tags = dict(_tags(element))
        if not cells or element.find(f"{W}trPr/{W}del") is not None:
            continue
        if len(cells) == 1 and "" not in tags and TARGET not in tags:
            place = tags.get(PLACE) or _id_at_end(cells[0], sources)
            continue
        row = _row(line, cells, tags, sources)
        yield row._replace(place_key=place)
        place = ""


def _row(
    line: int, cells: list[Element], tags: dict[str, str], sources: Sources
) -> Row:
    # The control of a source is in the first cell; a lone cell is a translation's.
    first = cells[0] if len(cells) > 1 else None
    return Row(
        line,
        # Struck words are those of an older source.
        () if first is None else typed_in(first, sources, struck=False),
        typed_in(cells[-1], sources),
        tags.get("", ""),
        tags.get(TARGET, ""),
        locked=CONTEXT in tags,
        notes=next(cells[-1].iter(f"{W}footnoteReference"), None) is not None,
        tables=next(cells[-1].iter(TBL), None) is not None,
    )


def typed_in(cell: Element, sources: Sources, struck: bool = True) -> tuple[Typed, ...]:
    """What stands in a cell, struck words too if they are wanted."""
    _empty(cell)
    story = read_story(cell, sources, {})
    typed: list[Typed] = []
    for number, paragraph in enumerate(paragraphs_as(story.done, ACCEPTED)):
        typed += [Typed("\n")] if number else []
        typed += [
            Typed(run.text, run.italic, run.superscript)
            for run in paragraph.runs
            if not run.hidden and (struck or not run.struck)
        ]
    return joined(typed)


def _empty(cell: Element) -> None:
    """Nothing; what only shows where to type is taken out."""
    for control in list(cell.iter(_CONTROL)):
        if control.find(f"{W}sdtPr/{W}showingPlcHdr") is None:
            continue
        for run in list(control.iter(f"{W}r")):
            style = run.find(f"{W}rPr/{W}rStyle")
            told = "".join(text.text or "" for text in run.iter(f"{W}t"))
            if told == EMPTY or (style is not None and style.get(VAL) == PLACEHOLDER):
                _remove(run)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _row_of(cell: Element) -> Element | None:
    return next(cell.iterancestors(_ROW), None)


def _tags(row: Element) -> Iterator[tuple[str, str]]:
    """What the controls of a row hold, by kind; of several of a kind the first."""
    told = [control.get(VAL) or "" for control in row.iterfind(f".//{W}sdtPr/{W}tag")]
    for tag in reversed(told):
        kind = next((kind for kind in _KINDS if tag.startswith(kind)), "")
        if tag:
            yield kind, tag[len(kind) :]


def _id_at_end(cell: Element, sources: Sources) -> str:
    """The id behind the tab of a line whose control is gone; context has none."""
    text = "".join(each.text for each in typed_in(cell, sources))
    return text.rpartition("\t")[2].strip() if "\t" in text else ""


def is_head(row: Row, languages: Iterable[str]) -> bool:
    """Whether the row is the table's first: the codes of the languages."""
    said = ("".join(t.text for t in side) for side in (row.source, row.target))
    return tuple(text.strip() for text in said) == tuple(languages)
