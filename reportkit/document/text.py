"""The words of a content, and contents put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportkit.document.nodes import (
    Content,
    Deletion,
    Document,
    Heading,
    Inline,
    Insertion,
    Item,
    Listing,
    NoteReference,
    Paragraph,
    Plain,
    Run,
    Table,
)


def text_of(content: Content) -> str:
    """The words of a content without their looks; note marks left out.

    Of words that were changed, the later ones.
    """
    return "".join(map(_text_of, content))


def _text_of(inline: Inline) -> str:
    if isinstance(inline, Insertion):
        return text_of(inline.content)
    return "" if isinstance(inline, NoteReference | Deletion) else inline.text


def put_together(inlines: Iterable[Plain]) -> tuple[Plain, ...]:
    """A content in which neighbouring runs of one look are one run."""
    made: list[Plain] = []
    for inline in inlines:
        last = made[-1] if made else None
        if isinstance(inline, Run) and isinstance(last, Run) and inline[1:] == last[1:]:
            made[-1] = last._replace(text=last.text + inline.text)
        else:
            made.append(inline)
    return tuple(made)


def contents_of(document: Document) -> Iterator[tuple[str, Content]]:
    """Every content of a document with its id, the front left out."""
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.id, block.content
        elif isinstance(block, Listing):
            yield from _contents_of_items(block.items)
        elif isinstance(block, Table):
            yield block.id, block.caption
            rows = (block.header, *block.rows)
            yield from ((cell.id, cell.content) for row in rows for cell in row)
    yield from ((note.id, note.content) for note in document.notes)


def _contents_of_items(items: tuple[Item, ...]) -> Iterator[tuple[str, Content]]:
    for item in items:
        yield item.id, item.content
        yield from _contents_of_items(item.items)
