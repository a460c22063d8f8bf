"""Plain text out of a document: lines of 78 columns, for mail and for diffs.

A finished document comes in, UTF-8 goes out. Looks are left out; labels hang,
tables are aligned, footnotes stand at the end. Lines are broken in
`text_lines`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from reportkit.document.nodes import (
    Block,
    Cell,
    Content,
    Deletion,
    Document,
    Heading,
    Inline,
    Insertion,
    Item,
    Link,
    Listing,
    Masthead,
    Note,
    NoteReference,
    Paragraph,
    Reference,
    Run,
    Table,
)
from reportkit.write.text_lines import (
    GAP,
    break_text,
    columns_of,
    hang,
    lay_columns,
    share_columns,
)

WIDTH = 78
STEP = 5
_DISTRIBUTION = 24
_ORGAN = WIDTH - _DISTRIBUTION - GAP
_UNDERLINES = {1: "=", 2: "-"}


def write_txt(document: Document, parts: Mapping[str, bytes]) -> bytes:
    """Return the document in UTF-8 with LF; `parts` is not looked at."""
    lines = [
        *_write_masthead(document.masthead),
        *_write_front(document),
        *_write_blocks(document.blocks),
        *_write_notes(document.notes),
        "",
        *([document.job.text] if document.job else ()),
    ]
    return ("\n".join(line.rstrip() for line in lines).strip("\n") + "\n").encode()


def write_content(content: Content) -> str:
    """The words of a content; source text that stands in is put in brackets."""
    return "".join(
        _write_together(language, inlines)
        for language, inlines in groupby(content, _missing_language)
    )


def _missing_language(inline: Inline) -> str | None:
    return inline.language if isinstance(inline, Run) and inline.missing else None


def _write_together(language: str | None, inlines: Iterable[Inline]) -> str:
    text = "".join(INLINES[type(inline)](inline) for inline in inlines)
    if language is None:
        return text
    return f"[{language}: {text}]" if language else f"[{text}]"


def _write_words(inline: Run | Reference | Link) -> str:
    return inline.text


def _write_insertion(inserted: Insertion) -> str:
    """Words that are new, marked as wdiff marks them."""
    return f"{{+{write_content(inserted.content)}+}}"


def _write_deletion(deleted: Deletion) -> str:
    return f"[-{write_content(deleted.content)}-]"


def _write_note_reference(mark: NoteReference) -> str:
    return f"[{mark.label}]"


def _write_masthead(masthead: Masthead) -> Iterator[str]:
    """Organization and symbols over a rule, organ and distribution under it."""
    texts = (*_given(masthead.distribution, masthead.date), *_languages(masthead))
    facts = [line for text in texts for line in break_text(text, _DISTRIBUTION)]
    organ = break_text(masthead.organ, _ORGAN)
    yield from _write_head_line(masthead)
    yield "-" * WIDTH
    yield from lay_columns((organ, facts), (_ORGAN, _DISTRIBUTION))
    yield "-" * WIDTH


def _write_head_line(masthead: Masthead) -> Iterator[str]:
    """The organization at the start of the line, the symbols at its end."""
    room = max((columns_of(symbol) for symbol in masthead.symbols), default=0)
    widths = (max(WIDTH - room - GAP, 0), room)
    organization = break_text(masthead.organization, widths[0] or WIDTH)
    yield from lay_columns((organization, masthead.symbols), widths, (False, True))


def _languages(masthead: Masthead) -> list[str]:
    languages = _given(masthead.language, masthead.original)
    return ["", *languages] if languages else []


def _given(*texts: str) -> list[str]:
    return [text for text in texts if text]


def _write_front(document: Document) -> Iterator[str]:
    """The corner, the title and the line under it."""
    for corner in document.corner:
        yield ""
        yield from break_text(write_content(corner.body), WIDTH)
        if corner.session:
            yield from break_text(write_content(corner.session), WIDTH)
        yield from break_text(write_content(corner.place_and_dates), WIDTH)
    yield ""
    for line in filter(None, (document.title, document.subtitle)):
        yield ""
        yield from break_text(write_content(line), WIDTH)


def _write_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield ""
        yield from BLOCKS[type(block)](block)


def _write_heading(heading: Heading) -> Iterator[str]:
    title = write_content((*heading.content, *heading.note))
    lines = hang(heading.label, title, 0, STEP, WIDTH)
    yield ""
    yield from lines
    if heading.level in _UNDERLINES:
        yield _UNDERLINES[heading.level] * max(map(columns_of, lines))


def _write_paragraph(paragraph: Paragraph) -> list[str]:
    indent = 2 * STEP if paragraph.quotation else 0
    return hang(paragraph.label, write_content(paragraph.content), indent, STEP, WIDTH)


def _write_listing(listing: Listing) -> Iterator[str]:
    for number, item in enumerate(listing.items):
        if number:
            yield ""
        yield from _write_item(item, STEP)


def _write_item(item: Item, indent: int) -> Iterator[str]:
    yield from hang(item.label, write_content(item.content), indent, STEP, WIDTH)
    for below in item.items:
        yield ""
        yield from _write_item(below, indent + STEP)


def _write_table(table: Table) -> Iterator[str]:
    """The caption, the header over dashes, and the rows in aligned columns."""
    rows = (table.header, *table.rows) if table.header else table.rows
    texts = [[write_content(cell.content) for cell in row] for row in rows]
    widths = share_columns(texts, WIDTH)
    if table.caption:
        yield from break_text(write_content(table.caption), WIDTH)
        yield ""
    for number, (row, cells) in enumerate(zip(rows, texts, strict=True)):
        yield from _write_row(row, cells, widths)
        if table.header and not number:
            yield (" " * GAP).join("-" * width for width in widths)


def _write_row(
    row: tuple[Cell, ...], texts: list[str], widths: tuple[int, ...]
) -> list[str]:
    cells = [
        break_text(text, width)
        for text, width in zip(texts, widths[: len(texts)], strict=True)
    ]
    return lay_columns(cells, widths, tuple(cell.figure for cell in row))


def _write_notes(notes: tuple[Note, ...]) -> Iterator[str]:
    if not notes:
        return
    yield from ("", "_" * 18)
    for note in notes:
        yield ""
        yield from hang(f"[{note.label}]", write_content(note.content), 0, STEP, WIDTH)


INLINES: Mapping[type, Callable[..., str]] = MappingProxyType(
    {
        Run: _write_words,
        Reference: _write_words,
        Link: _write_words,
        NoteReference: _write_note_reference,
        Insertion: _write_insertion,
        Deletion: _write_deletion,
    }
)

BLOCKS: Mapping[type, Callable[..., Iterable[str]]] = MappingProxyType(
    {
        Heading: _write_heading,
        Paragraph: _write_paragraph,
        Listing: _write_listing,
        Table: _write_table,
    }
)
