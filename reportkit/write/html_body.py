"""HTML out of the blocks of a document: sections, paragraphs, lists, tables.

Blocks and inlines come in, HTML text goes out, every word of it escaped. The
page around it is made in `html`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape
from itertools import groupby, zip_longest
from types import MappingProxyType
from typing import TypeVar

from reportkit.document.nodes import (
    DELETED,
    INSERTED,
    MOVED_FROM,
    MOVED_TO,
    Block,
    Cell,
    Change,
    Content,
    Deletion,
    Fate,
    Heading,
    Inline,
    Insertion,
    Item,
    Link,
    Listing,
    NoteReference,
    Paragraph,
    Reference,
    Run,
    Table,
)

Words = Mapping[str, str]
P = TypeVar("P", Heading, Paragraph, Item)

# Any other scheme (javascript:, data:) could run something when it is followed.
_FOLLOWED = re.compile(r"(https?://|mailto:)[^\s]", re.IGNORECASE)
_LAST_HEADING = 6
_TAGS = MappingProxyType(
    {INSERTED: "ins", MOVED_TO: "ins", DELETED: "del", MOVED_FROM: "del"}
)


def write_content(content: Content) -> str:
    """HTML of a run of text; neighbouring missing runs share one mark."""
    return "".join(
        _write_together(language, inlines)
        for language, inlines in groupby(content, _missing_language)
    )


def write_blocks(blocks: Iterable[Block], words: Words) -> str:
    """HTML of the blocks, a section for each heading and what stands under it."""
    levels: list[int] = []
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Heading):
            lines.extend(_close_sections(levels, block.level))
            levels.append(block.level)
            lines.append("<section>")
        lines.append(BLOCKS[type(block)](block, words))
    lines.extend(_close_sections(levels, 0))
    return "\n".join(lines)


def note_anchor(note: str) -> str:
    """The id of a footnote's mark; ids of passages never begin with a line."""
    return f"_{note}"


def attribute(name: str, value: str) -> str:
    """` name="value"`, or nothing where the value is empty."""
    return f' {name}="{escape(value)}"' if value else ""


def write_label(label: str, fate: Fate | None = None) -> str:
    """A typed label with the space after it, which is copied along."""
    text = mark_fate(fate, f"{_text(label)} ")
    return f'<span class="label">{text}</span>' if label else ""


def _text(text: str) -> str:
    return escape(text, quote=False)


def _close_sections(levels: list[int], level: int) -> list[str]:
    """End tags of the open sections that a heading of this level ends."""
    ends = []
    while levels and levels[-1] >= level:
        levels.pop()
        ends.append("</section>")
    return ends


def _missing_language(inline: Inline) -> str | None:
    """The language of source text that stands in for a translation."""
    return inline.language if isinstance(inline, Run) and inline.missing else None


def _write_together(language: str | None, inlines: Iterable[Inline]) -> str:
    text = "".join(INLINES[type(inline)](inline) for inline in inlines)
    if language is None:
        return text
    return f'<mark class="missing"{_of_language(language)}>{text}</mark>'


def _of_language(language: str) -> str:
    """Attributes of text of another language, which settles its own direction."""
    return f'{attribute("lang", language)} dir="auto"' if language else ""


def _write_run(run: Run) -> str:
    text = _text(run.text)
    for tag, wanted in (("sup", run.superscript), ("b", run.bold), ("i", run.italic)):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    if run.language and not run.missing:
        return f"<span{_of_language(run.language)}>{text}</span>"
    return text


def _write_reference(reference: Reference) -> str:
    if reference.elsewhere:
        return _text(reference.text)
    return f'<a href="#{escape(reference.target)}">{_text(reference.text)}</a>'


def _write_link(link: Link) -> str:
    if not _FOLLOWED.match(link.address):
        return _text(link.text)
    # A symbol keeps its own direction among Arabic words, asterisk included.
    return f'<a href="{escape(link.address)}" dir="auto">{_text(link.text)}</a>'


def _write_note_reference(mark: NoteReference) -> str:
    return (
        f'<sup><a id="{escape(note_anchor(mark.note))}" href="#{escape(mark.note)}"'
        f' role="doc-noteref">{_text(mark.label)}</a></sup>'
    )


def _write_insertion(inserted: Insertion) -> str:
    return f"<ins{_change(inserted.change)}>{write_content(inserted.content)}</ins>"


def _write_deletion(deleted: Deletion) -> str:
    return f"<del{_change(deleted.change)}>{write_content(deleted.content)}</del>"


def _change(change: Change) -> str:
    """When and by whom something was changed, as attributes of its tag.

    The day comes first: after an Arabic name, its figures would change places.
    """
    told = ", ".join(each for each in (change.date, change.author) if each)
    return attribute("datetime", change.date) + attribute("title", told)


def mark_fate(fate: Fate | None, text: str) -> str:
    """HTML inside a tag that tells its fate, or as it is where it stays."""
    if fate is None:
        return text
    tag = _TAGS[fate.kind]
    start = f"<{tag}{attribute('class', fate.kind)}{_change(fate.change)}>"
    return f"{start}{text}</{tag}>"


def _place(passage: P) -> P:
    """A passage with its anchors, which what moved away has at its new place."""
    if passage.fate is None or passage.fate.kind != MOVED_FROM:
        return passage
    content = tuple(map(_without_anchor, passage.content))
    return passage._replace(id="", content=content)


def _without_anchor(inline: Inline) -> Inline:
    if isinstance(inline, NoteReference):
        return Run(inline.label, superscript=True)
    return inline


def _permalink(passage: str, label: str, words: Words) -> str:
    """A link to the passage itself; its sign comes from the style sheet."""
    if not passage:
        return ""
    name = f"{words.get('permalink', '')} {label}".strip() or "#"
    return (
        f'<a class="permalink" href="#{escape(passage)}"'
        f'{attribute("title", words.get("permalink", ""))} aria-label="{escape(name)}">'
        "</a>"
    )


def _write_heading(heading: Heading, words: Words) -> str:
    heading = _place(heading)
    tag = f"h{min(heading.level + 1, _LAST_HEADING)}"
    new_page = ' class="new-page"' if heading.new_page else ""
    title = write_content((*heading.content, *heading.note))
    return (
        f"<{tag}{attribute('id', heading.id)}{new_page}>"
        f"{write_label(heading.label, heading.fate)}{mark_fate(heading.fate, title)}"
        f"{_permalink(heading.id, heading.label, words)}</{tag}>"
    )


def _write_paragraph(paragraph: Paragraph, words: Words) -> str:
    paragraph = _place(paragraph)
    numbered = ' class="numbered"' if paragraph.label else ""
    link = _permalink(paragraph.id, paragraph.label, words) if paragraph.label else ""
    text = (
        f"<p{attribute('id', paragraph.id)}{numbered}>"
        f"{write_label(paragraph.label, paragraph.fate)}"
        f"{mark_fate(paragraph.fate, write_content(paragraph.content))}{link}</p>"
    )
    return f"<blockquote>{text}</blockquote>" if paragraph.quotation else text


def _write_listing(listing: Listing, words: Words) -> str:
    tag = "ul" if listing.kind == "dashes" else "ol"
    # Without the role, Safari does not announce a list that has no markers.
    start = f'<{tag} class="{escape(listing.kind)}" role="list">'
    return _write_items(tag, start, listing.items, words)


def _write_items(tag: str, start: str, items: tuple[Item, ...], words: Words) -> str:
    points = (_write_item(tag, item, words) for item in items)
    return "\n".join((start, *points, f"</{tag}>"))


def _write_item(tag: str, item: Item, words: Words) -> str:
    item = _place(item)
    below = ""
    if item.items:
        points = _write_items(tag, f'<{tag} role="list">', item.items, words)
        below = f"\n{points}\n"
    link = _permalink(item.id, item.label, words) if tag == "ol" else ""
    return (
        f"<li{attribute('id', item.id)}>{write_label(item.label, item.fate)}"
        f"{mark_fate(item.fate, write_content(item.content))}{link}{below}</li>"
    )


def _write_table(table: Table, words: Words) -> str:
    caption = mark_fate(table.fate, write_content(table.caption))
    names = _write_row(table.header, "th", table.fate, attribute("scope", "col"))
    away = table.fate is not None and table.fate.kind == MOVED_FROM
    lines = (
        f'<div class="table">\n<table{attribute("id", "" if away else table.id)}>',
        *((f"<caption>{caption}</caption>",) if table.caption else ()),
        *((f"<thead>\n{names}\n</thead>",) if table.header else ()),
        "<tbody>",
        *(
            _write_row(row, "td", fate or table.fate)
            for row, fate in zip_longest(table.rows, table.fates)
        ),
        "</tbody>\n</table>\n</div>",
    )
    return "\n".join(lines)


def _write_row(
    row: tuple[Cell, ...], tag: str, fate: Fate | None, scope: str = ""
) -> str:
    away = fate is not None and fate.kind == MOVED_FROM
    cells = (
        f"<{tag}{attribute('id', '' if away else cell.id)}{scope}"
        f"{attribute('class', 'figure' if cell.figure else '')}>"
        f"{mark_fate(fate, write_content(cell.content))}</{tag}>"
        for cell in row
    )
    return f"<tr{attribute('class', fate.kind if fate else '')}>{''.join(cells)}</tr>"


INLINES: Mapping[type, Callable[..., str]] = MappingProxyType(
    {
        Run: _write_run,
        Reference: _write_reference,
        Link: _write_link,
        NoteReference: _write_note_reference,
        Insertion: _write_insertion,
        Deletion: _write_deletion,
    }
)

BLOCKS: Mapping[type, Callable[..., str]] = MappingProxyType(
    {
        Heading: _write_heading,
        Paragraph: _write_paragraph,
        Listing: _write_listing,
        Table: _write_table,
    }
)
