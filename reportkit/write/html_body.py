"""HTML out of the blocks of a document: sections, paragraphs, lists, tables.

Blocks and inlines come in, HTML text goes out, every word of it escaped. The
page around it is made in `html`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape
from itertools import groupby
from types import MappingProxyType

from reportkit.document.nodes import (
    Block,
    Cell,
    Content,
    Heading,
    Inline,
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

# Any other scheme (javascript:, data:) could run something when it is followed.
_FOLLOWED = re.compile(r"(https?://|mailto:)[^\s]", re.IGNORECASE)
_LAST_HEADING = 6


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


def write_label(label: str) -> str:
    """A typed label with the space after it, which is copied along."""
    return f'<span class="label">{_text(label)} </span>' if label else ""


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
    tag = f"h{min(heading.level + 1, _LAST_HEADING)}"
    new_page = ' class="new-page"' if heading.new_page else ""
    return (
        f"<{tag}{attribute('id', heading.id)}{new_page}>{write_label(heading.label)}"
        f"{write_content(heading.content)}"
        f"{_permalink(heading.id, heading.label, words)}</{tag}>"
    )


def _write_paragraph(paragraph: Paragraph, words: Words) -> str:
    numbered = ' class="numbered"' if paragraph.label else ""
    link = _permalink(paragraph.id, paragraph.label, words) if paragraph.label else ""
    text = (
        f"<p{attribute('id', paragraph.id)}{numbered}>{write_label(paragraph.label)}"
        f"{write_content(paragraph.content)}{link}</p>"
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
    below = ""
    if item.items:
        points = _write_items(tag, f'<{tag} role="list">', item.items, words)
        below = f"\n{points}\n"
    link = _permalink(item.id, item.label, words) if tag == "ol" else ""
    return (
        f"<li{attribute('id', item.id)}>{write_label(item.label)}"
        f"{write_content(item.content)}{link}{below}</li>"
    )


def _write_table(table: Table, words: Words) -> str:
    caption = f"<caption>{write_content(table.caption)}</caption>"
    names = _write_row(table.header, "th", attribute("scope", "col"))
    lines = (
        f'<div class="table">\n<table{attribute("id", table.id)}>',
        *((caption,) if table.caption else ()),
        *((f"<thead>\n{names}\n</thead>",) if table.header else ()),
        "<tbody>",
        *(_write_row(row, "td") for row in table.rows),
        "</tbody>\n</table>\n</div>",
    )
    return "\n".join(lines)


def _write_row(row: tuple[Cell, ...], tag: str, scope: str = "") -> str:
    cells = (
        f"<{tag}{attribute('id', cell.id)}{scope}"
        f"{attribute('class', 'figure' if cell.figure else '')}>"
        f"{write_content(cell.content)}</{tag}>"
        for cell in row
    )
    return f"<tr>{''.join(cells)}</tr>"


INLINES: Mapping[type, Callable[..., str]] = MappingProxyType(
    {
        Run: _write_run,
        Reference: _write_reference,
        Link: _write_link,
        NoteReference: _write_note_reference,
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
