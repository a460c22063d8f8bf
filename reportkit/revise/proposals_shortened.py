"""Long passages cut down to the sentences around what is changed in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from reportkit.document.nodes import Content, Deletion, Inline, Insertion, Plain, Run
from reportkit.document.text import put_together
from reportkit.languages.table import language_of
from reportkit.revise.difference import WORD, tokens_of

# The words of a passage that is still shown whole; a Chinese word has two characters.
LONG, LONG_UNSPACED = 90, 180
ELLIPSIS = "…"
# The end of a sentence: what follows a stop inside one has a small letter.
END = re.compile(r"[.!?؟]\s+(?![\sa-zà-ÿа-яё])|[。！？]")


def shortened(content: Content, code: str, always: bool = False) -> Content:
    """A content without sentences in which nothing changes, if it is a long one.

    Of one in which nothing changes at all its beginning is left. `always` cuts short
    ones, too.
    """
    spaced = language_of(code).spaced
    if not always and _length(content) <= (LONG if spaced else LONG_UNSPACED):
        return content
    groups = [
        (changes, tuple(inlines)) for changes, inlines in groupby(content, _is_change)
    ]
    last = len(groups) - 1
    made: list[Inline] = []
    for place, (changes, inlines) in enumerate(groups):
        if changes:
            made += inlines
        else:
            made += _cut(inlines, place > 0 or last == 0, place < last)
    return tuple(made)


def _is_change(inline: Inline) -> bool:
    return isinstance(inline, Insertion | Deletion)


def _length(content: Content) -> int:
    """How many words there are, of what goes, comes and stays."""
    plain = (each for inline in content for each in _plain(inline))
    return sum(
        isinstance(token, Run) and bool(WORD.search(token.text))
        for token in tokens_of(tuple(plain))
    )


def _plain(inline: Inline) -> tuple[Plain, ...]:
    return inline.content if isinstance(inline, Insertion | Deletion) else (inline,)


def _cut(inlines: tuple[Inline, ...], after: bool, before: bool) -> Iterator[Inline]:
    """Words that stay: the sentence that goes on after a change, and before one."""
    tokens = tokens_of(inlines)
    text = "".join(token.text for token in tokens if isinstance(token, Run))
    ends = [match.end() for match in END.finditer(text, 0, len(text) - 1)]
    head = ends[0] if after and ends else len(text) if after else 0
    tail = ends[-1] if before and ends else 0 if before else len(text)
    if head >= tail:
        yield from inlines
        return
    yield from put_together(_between(tokens, 0, head))
    look = next((each for each in tokens if isinstance(each, Run)), Run(""))
    sign = f"{ELLIPSIS} " if before else ELLIPSIS
    yield look._replace(text=sign, italic=False, superscript=False)
    yield from put_together(_between(tokens, tail, len(text)))


def _between(tokens: tuple[Plain, ...], start: int, end: int) -> Iterator[Plain]:
    """The tokens of a stretch, which sentences part between two of them."""
    at = 0
    for token in tokens:
        if start <= at < end:
            yield token
        at += len(token.text) if isinstance(token, Run) else 0
