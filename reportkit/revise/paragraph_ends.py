"""The ends of paragraphs in a comparison, written so that every program parts them.

LibreOffice joins a paragraph that ends in inserted words to what follows an
inserted paragraph of the same author, when both are rejected. With something that
was there before at its end, it does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.document.nodes import (
    INSERTED,
    MOVED_TO,
    Content,
    Deletion,
    Insertion,
    Run,
    Table,
)
from reportkit.document.text import put_together
from reportkit.revise.alignment import Line
from reportkit.revise.difference import tokens_of


def ended_apart(lines: tuple[Line, ...]) -> Iterator[Line]:
    """The lines; what stays before an insertion ends in words that were there."""
    for line, after in zip(lines, (*lines[1:], None), strict=True):
        node = line.node
        arrives = (
            after is not None
            and after.node.fate is not None
            and (after.node.fate.kind in (INSERTED, MOVED_TO))
        )
        if arrives and node.fate is None and not isinstance(node, Table):
            content = _ended_in_the_old(node.content)
            line = line._replace(node=node._replace(content=content))
        yield line


def _ended_in_the_old(content: Content) -> Content:
    """A content that ends in inserted words with a deletion after them.

    Where nothing was deleted there, the word before is marked on both sides.
    """
    *rest, before, last = content if len(content) > 1 else (Run(""), Run(""))
    if not isinstance(last, Insertion):
        return content
    if isinstance(before, Deletion):
        return (*rest, last, before)
    if isinstance(before, Insertion):
        return content
    *kept, word = tokens_of((before,))
    new = put_together((word, *last.content))
    return (
        *rest,
        *put_together(kept),
        Insertion(new, last.change),
        Deletion((word,), last.change),
    )
