"""Set sentences with contents in their places, every look of theirs kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportkit.assemble.wording import Wording
from reportkit.document.nodes import (
    Content,
    Deletion,
    Inline,
    Insertion,
    NoteReference,
    Plain,
    Reference,
    Run,
)
from reportkit.document.text import put_together
from reportkit.model.marks import pieces_of

# Letters of private use hold the places until the sentence is said.
FIRST_HELD = 0xE000
HELD = re.compile("([\ue000-\ue0ff])")


def say(wording: Wording, key: str, **contents: Content) -> tuple[Plain, ...]:
    """A set sentence with its places filled with contents, which are quoted."""
    held = {chr(FIRST_HELD + n): each for n, each in enumerate(contents.values())}
    said = wording.say(key, **dict(zip(contents, held, strict=True)))
    return put_together(_filled(wording.words.closed_up(said), held))


def _filled(said: str, held: dict[str, Content]) -> Iterator[Plain]:
    for piece in pieces_of(said):
        for part in HELD.split(piece.text):
            if part in held:
                yield from quoted(held[part])
            elif part:
                yield Run(part, italic=piece.italic)


def quoted(content: Content) -> tuple[Plain, ...]:
    """A content as it is quoted in another document, where nothing leads anywhere."""
    return put_together(_quoted(content))


def _quoted(content: Iterable[Inline]) -> Iterator[Plain]:
    for each in content:
        if isinstance(each, Reference):
            yield Run(each.text)
        elif isinstance(each, NoteReference):
            yield Run(each.label, superscript=True)
        elif isinstance(each, Insertion | Deletion):
            raise ValueError("a comparison is not quoted")
        else:
            yield each
