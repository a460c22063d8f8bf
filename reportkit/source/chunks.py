"""A file's top-level entries as stretches of its text, comments and all.

An entry begins with the comments right above its key, and reaches to the next
entry; what is kept is kept byte for byte.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reportkit.source.extents import CannotEdit, Source

COMMENT = re.compile(r"[ \t]*#[^\r\n]*(?:\r\n|\r|\n)?")


class Chunk(NamedTuple):
    """An entry: its key, the comment lines above it, and the rest of its text."""

    key: str
    comments: str
    text: str

    @property
    def whole(self) -> str:
        return self.comments + self.text


class Chunked(NamedTuple):
    """A file in pieces: what stands before the first entry, then the entries."""

    preamble: str
    chunks: tuple[Chunk, ...]

    @property
    def whole(self) -> str:
        """The text of the file; two entries never share a line."""
        if not self.chunks:
            return self.preamble
        entries = "".join(ended(each.whole) for each in self.chunks)
        return ended(self.preamble) + entries


def ended(text: str) -> str:
    """A text whose last line has an end."""
    if not text or text.endswith(("\n", "\r")):
        return text
    return text + ("\r\n" if "\r\n" in text else "\n")


def chunks_of(source: Source) -> Chunked:
    """The entries of a file; CannotEdit where its top stands in braces."""
    top = source.top
    if top and source.is_flow(top):
        raise CannotEdit(top.place, "the whole file stands in braces")
    if not top:
        return Chunked(source.text, ())
    keys = [source.line_start(key.start) for key in top]
    heads = [_head(source.text, start) for start in keys]
    ends = (*heads[1:], len(source.text))
    chunks = tuple(
        Chunk(str(key), source.text[head:start], source.text[start:end])
        for key, head, start, end in zip(top, heads, keys, ends, strict=True)
    )
    return Chunked(source.text[: heads[0]], chunks)


def _head(text: str, start: int) -> int:
    """Where the comment lines right above a line begin."""
    while start:
        end = start - (2 if text.endswith("\r\n", 0, start) else 1)
        above = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1
        if not COMMENT.fullmatch(text, above, start):
            break
        start = above
    return start
