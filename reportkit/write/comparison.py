"""A web page with two texts side by side, out of one document that carries changes.

A document whose passages and words have their fates comes in, the bytes of one page
go out: the earlier text stands first, the later one second, a row a passage. What a
text has is settled in `sides`, what a passage looks like in `html_body`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from types import MappingProxyType
from typing import NamedTuple

from reportkit.document.nodes import (
    DELETED,
    INSERTED,
    MOVED_FROM,
    MOVED_TO,
    Block,
    Document,
    Fate,
    Item,
    Listing,
    Note,
    Paragraph,
)
from reportkit.document.text import text_of
from reportkit.write.html import read_part, render_page
from reportkit.write.html_body import (
    BLOCKS,
    Words,
    attribute,
    mark_fate,
    note_anchor,
    write_content,
    write_label,
)
from reportkit.write.sides import (
    LATER,
    Side,
    anchor_on,
    block_on,
    content_on,
    earlier_side,
    is_amended,
    notes_called,
)

PAGE = "html/comparison.html"
STYLES = "html/comparison.css"
# The words that the page prints, by their keys in this section of words.yaml.
SECTION = "comparison"
WORDS = ("title", "earlier", "later", "new", "dropped", "moved", "moved-and-amended")

_WORD_OF = MappingProxyType(
    {INSERTED: "new", DELETED: "dropped", MOVED_FROM: "moved", MOVED_TO: "moved"}
)
_OTHER_PLACE = MappingProxyType({MOVED_FROM: MOVED_TO, MOVED_TO: MOVED_FROM})
_NO_LABELS: Mapping[str, str] = MappingProxyType({})


class Row(NamedTuple):
    """A passage and what became of it; of a listing, one point alone."""

    block: Block
    fate: Fate | None = None
    look: str = ""


class Columns(NamedTuple):
    """What every row is written with; `reworded` are moves with changed words."""

    sides: tuple[Side, Side]
    words: Words
    reworded: frozenset[str]


def write_comparison(
    document: Document,
    parts: Mapping[str, bytes],
    earlier_labels: Mapping[str, str] = _NO_LABELS,
) -> bytes:
    """Return the page, in UTF-8; `parts` holds its template and its style sheet.

    `earlier_labels` are those of the earlier text, by passage and by note. Where one
    is lacking, a passage that stays has no label there, and a note has the later one.
    Raises jinja2's TemplateError where the page's template is wrong.
    """
    words = {word.name: word.value for word in document.words}
    front, text = tuple(_front(document)), tuple(_rows(document.blocks))
    columns = Columns(
        (earlier_side(earlier_labels), LATER), words, _reworded_moves(text)
    )
    return render_page(
        read_part(parts, PAGE),
        document=document,
        words=words,
        styles=read_part(parts, STYLES),
        name=_name_page(document, words),
        front="\n".join(_write_row(row, columns) for row in front),
        text="\n".join(_write_row(row, columns) for row in text),
        notes="\n".join(_write_notes(document.notes, (*front, *text), columns)),
    ).encode()


def _name_page(document: Document, words: Words) -> str:
    """The page's name in a tab: `Comparison – A/C.1/80/L.1 – Report`."""
    names = (words.get("title", ""), document.symbol, text_of(document.title))
    return " – ".join(filter(None, names))


def _front(document: Document) -> Iterator[Row]:
    """The corner and the titles, which may have changed as well."""
    for corner in document.corner:
        yield Row(Paragraph("", "", corner.body), look="body")
        if corner.session:
            yield Row(Paragraph("", "", corner.session), look="body")
        yield Row(Paragraph("", "", corner.place_and_dates), look="place")
    titles = {"title": document.title, "subtitle": document.subtitle}
    for look, content in titles.items():
        if content:
            yield Row(Paragraph("", "", content), look=look)


def _rows(blocks: Iterable[Block]) -> Iterator[Row]:
    for block in blocks:
        if isinstance(block, Listing):
            yield from _rows_of_items(block.kind, block.items, 1)
        else:
            yield Row(block, block.fate)


def _rows_of_items(kind: str, items: Iterable[Item], depth: int) -> Iterator[Row]:
    for item in items:
        alone = Listing(kind, (item._replace(items=()),))
        yield Row(alone, item.fate, f"depth-{depth}")
        yield from _rows_of_items(kind, item.items, depth + 1)


def _reworded_moves(rows: Iterable[Row]) -> frozenset[str]:
    """The moves on whose way words changed, as seen at either of their places."""
    moved = ((row.fate.move, row.block) for row in rows if row.fate)
    return frozenset(move for move, block in moved if move and is_amended(block))


def _write_row(row: Row, columns: Columns) -> str:
    stays = "amended" if is_amended(row.block) else "same"
    kind = row.fate.kind if row.fate else stays
    classes = " ".join(filter(None, ("row", kind, row.look)))
    place = _move_anchor(row.fate.kind, row.fate.move) if row.fate else ""
    cells = (_write_cell(row, side, columns) for side in columns.sides)
    start = f"<div{attribute('class', classes)}{attribute('id', place)}>"
    return "\n".join((start, *cells, "</div>"))


def _write_cell(row: Row, side: Side, columns: Columns) -> str:
    """A passage on a side, under it who changed it; or the gap that it leaves."""
    if not side.has(row.fate):
        return _write_gap(side)
    block = block_on(side, row.block)
    text = mark_fate(row.fate, BLOCKS[type(block)](block, columns.words))
    told = _write_fate(row.fate, columns) if row.fate else ""
    return f'<div class="{side.name}">\n{text}{told}\n</div>'


def _write_gap(side: Side) -> str:
    return f'<div class="{side.name} gap"></div>'


def _write_fate(fate: Fate, columns: Columns) -> str:
    """What became of a passage, by whom and when, and the way to its other place."""
    suffix = "-and-amended" if fate.move in columns.reworded else ""
    word = escape(columns.words.get(f"{_WORD_OF[fate.kind]}{suffix}", ""), quote=False)
    if fate.move:
        other = _move_anchor(_OTHER_PLACE[fate.kind], fate.move)
        word = f"<a{attribute('href', f'#{other}')}>{word or '⇄'}</a>"
    # Apart from each other, so that an Arabic name leaves the figures in order.
    told = (escape(each, quote=False) for each in fate.change if each)
    line = " · ".join(filter(None, (word, *(f"<bdi>{each}</bdi>" for each in told))))
    return f'\n<p class="fate">{line}</p>' if line else ""


def _move_anchor(kind: str, move: str) -> str:
    """The anchor of one of the two places of a move."""
    return f"_{kind}_{move}" if move else ""


def _write_notes(
    notes: Iterable[Note], rows: tuple[Row, ...], columns: Columns
) -> Iterator[str]:
    """The notes, each on the sides whose text calls it."""
    called = tuple(
        frozenset(
            note
            for row in rows
            if side.has(row.fate)
            for note in notes_called(side, row.block)
        )
        for side in columns.sides
    )
    for note in notes:
        sides = zip(columns.sides, called, strict=True)
        cells = [
            _write_note(note, side, columns) if note.id in ids else _write_gap(side)
            for side, ids in sides
        ]
        same = all(note.id in ids for ids in called) and not _is_reworded(note)
        kind = "same" if same else "amended"
        yield "\n".join((f'<div class="row {kind}">', *cells, "</div>"))


def _is_reworded(note: Note) -> bool:
    return is_amended(Paragraph("", "", note.content))


def _write_note(note: Note, side: Side, columns: Columns) -> str:
    anchor = anchor_on(side, note.id)
    label = (side.labels or {}).get(note.id, note.label)
    back = columns.words.get("back", "")
    return (
        f'<div class="{side.name}">\n<p{attribute("id", anchor)} class="note">'
        f"{write_label(label)}{write_content(content_on(side, note.content))} "
        f'<a class="back"{attribute("href", f"#{note_anchor(anchor)}")}'
        f"{attribute('title', back)}{attribute('aria-label', back or '↩')}"
        ' role="doc-backlink"></a></p>\n</div>'
    )
