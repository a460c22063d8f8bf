"""The body of a Word report: corner block, titles, blocks, end rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import assert_never

from reportkit.document.nodes import (
    Block,
    Corner,
    Document,
    Fate,
    Heading,
    Item,
    Listing,
    Paragraph,
    Table,
)
from reportkit.write.word_changes import is_gone, paragraph_mark
from reportkit.write.word_comments import commented
from reportkit.write.word_inlines import inlines
from reportkit.write.word_pages import first_section, running_section
from reportkit.write.word_story import (
    DECLARATION,
    NAMESPACES,
    Story,
    bookmarked,
    paragraph,
    story_paragraph,
    story_text,
    typed,
)
from reportkit.write.word_tables import report_table, rows_with_fates

_HEADING_STYLES = ("HCh", "H1", "H23", "H4", "H56", "H56")
_DASH_STYLES = ("Bullet1", "Bullet2", "Bullet3")
_EN_DASH = "\u2013"
_NO_SPACE_BEFORE = '<w:spacing w:before="0"/>'


def body(document: Document, story: Story) -> Iterator[str]:
    """The XML of word/document.xml, piece by piece.

    When the last piece is out, the story holds all links of the body.
    """
    yield f"{DECLARATION}<w:document {NAMESPACES}><w:body>"
    yield paragraph("OnePoint", "", story.rtl, late=first_section(document.setting))
    yield from _front(document, story)
    yield from _blocks(document, story)
    yield paragraph("EndRule", "", story.rtl)
    yield f"{running_section(document.setting)}</w:body></w:document>"


def passages(document: Document) -> Iterator[str]:
    """The ids that a document's bookmarks are made from; none of what is gone."""
    for block in document.blocks:
        yield from _passages_of(block)
    for note in document.notes:
        yield from _kept(note.id, note.fate)


def _passages_of(block: Block | Item) -> Iterator[str]:
    match block:
        case Listing():
            for item in block.items:
                yield from _passages_of(item)
        case Item():
            yield from _kept(block.id, block.fate)
            for item in block.items:
                yield from _passages_of(item)
        case Table():
            yield from _kept(block.id, block.fate)
            for row, fate in ((block.header, block.fate), *rows_with_fates(block)):
                yield from (id for cell in row for id in _kept(cell.id, fate))
        case Heading() | Paragraph():
            yield from _kept(block.id, block.fate)
        case _:
            assert_never(block)


def _kept(id: str, fate: Fate | None) -> tuple[str, ...]:
    return () if is_gone(fate) else (id,)


def _front(document: Document, story: Story) -> Iterator[str]:
    for corner in document.corner:
        yield _corner(story, corner)
    titles = (("TitleHCH", document.title), ("TitleH1", document.subtitle))
    for style, title in titles:
        if title:
            words = typed("\t\t", story.rtl) + inlines(story, title)
            yield paragraph(style, words, story.rtl)


def _corner(story: Story, corner: Corner) -> str:
    lines = (
        *(("Session", corner.body), ("Session", corner.session)),
        ("AgendaItemNormal", corner.place_and_dates),
    )
    return "".join(
        paragraph(style, inlines(story, text), story.rtl)
        for style, text in lines
        if text
    )


def _blocks(document: Document, story: Story) -> Iterator[str]:
    above: Block | None = None
    for block in document.blocks:
        yield BLOCKS[type(block)](story, block, above)
        above = block


def _heading(story: Story, heading: Heading, above: Block | None) -> str:
    """A heading with its label hanging, the space before it once only: under
    another heading it is that one's space after that counts.
    """
    # An annex's label ("Annex I") is wider than the margin: a line of its own.
    label = f"\t\t{heading.label}\n" if heading.new_page else f"\t{heading.label}\t"
    own = story.marked(paragraph_mark(heading.fate))
    words = story_text(own, label if heading.label else "\t\t")
    words += inlines(own, (*heading.content, *heading.note))
    close = heading.new_page or isinstance(above, Heading)
    return story_paragraph(
        own,
        _HEADING_STYLES[heading.level - 1],
        _passage(own, heading.id, words),
        early="<w:pageBreakBefore/>" if heading.new_page else "",
        late=_NO_SPACE_BEFORE if close else "",
    )


def _paragraph(story: Story, block: Paragraph, _above: Block | None) -> str:
    own = story.marked(paragraph_mark(block.fate))
    label = f"{block.label}\t" if block.label or not block.quotation else ""
    words = story_text(own, label) if label else ""
    words += inlines(own, block.content)
    style = "Quotation" if block.quotation else "SingleTxt"
    return story_paragraph(own, style, _passage(own, block.id, words))


def _passage(story: Story, id: str, words: str) -> str:
    """The words of a passage in its bookmark and its comments."""
    return bookmarked(story, id, commented(story, id, words))


def _listing(story: Story, listing: Listing, _above: Block | None) -> str:
    return "".join(_items(story, listing.kind, listing.items, 0))


def _table(story: Story, table: Table, _above: Block | None) -> str:
    return report_table(story, table)


def _items(
    story: Story, kind: str, items: tuple[Item, ...], depth: int
) -> Iterator[str]:
    for item in items:
        style, label, indent = _LISTINGS[kind](story, item.label, depth)
        own = story.marked(paragraph_mark(item.fate))
        words = story_text(own, label) + inlines(own, item.content)
        yield story_paragraph(own, style, _passage(own, item.id, words), late=indent)
        yield from _items(story, kind, item.items, depth + 1)


def _point(_: Story, label: str, depth: int) -> tuple[str, str, str]:
    """Style, typed label and indent: `(a)` one tab in, turning back to the margin."""
    tabs = "\t" * (depth + 1)
    return "SingleTxt", f"{tabs}{label}\t", ""


def _dash(_: Story, label: str, depth: int) -> tuple[str, str, str]:
    """Style, typed label and indent: a dash hanging before its text."""
    style = _DASH_STYLES[min(depth, len(_DASH_STYLES) - 1)]
    return style, f"{label or _EN_DASH}\t", ""


def _agenda_item(story: Story, label: str, depth: int) -> tuple[str, str, str]:
    """Style, typed label and indent: set in, a tab stop deeper at each level."""
    stop = min(depth + 1, len(story.stops) - 2)
    start, text = story.stops[stop : stop + 2]
    indent = f'<w:ind w:left="{text}" w:hanging="{text - start}"/>'
    return "SingleTxt", f"{label}\t", indent


_LISTINGS = MappingProxyType(
    {"points": _point, "dashes": _dash, "agenda": _agenda_item}
)

BLOCKS: Mapping[type, Callable[..., str]] = MappingProxyType(
    {
        Heading: _heading,
        Paragraph: _paragraph,
        Listing: _listing,
        Table: _table,
    }
)
