"""The words of a content, and contents put together."""

from __future__ import annotations

from collections.abc import Iterable

from reportkit.document.nodes import (
    Content,
    Deletion,
    Inline,
    Insertion,
    NoteReference,
    Plain,
    Run,
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
