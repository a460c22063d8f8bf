"""The difference between two contents, by words.

As many words stay as can stay in their order. A word is compared with its look, so
that a title set in italics is a change. Han has a word a character; Arabic is not
parted at its vowel signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportkit.document.nodes import (
    Content,
    Deletion,
    Inline,
    Insertion,
    NoteReference,
    Plain,
    Run,
)
from reportkit.document.text import text_of

HAN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Letters with the marks that are set on them.
MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
TOKEN = re.compile(rf"[{HAN}]|(?:[^\W{HAN}]|[{MARKS}])+|\s+|.", re.DOTALL)
WORD = re.compile(rf"[\w{MARKS}]")
Pairs = Iterator[tuple[int, int]]


class Stretch(NamedTuple):
    """Words that both texts have, or that stand on one side or on each."""

    same: bool
    old: tuple[Plain, ...]
    new: tuple[Plain, ...]


def stretches(old: Content, new: Content) -> tuple[Stretch, ...]:
    """What stays and what changes, in order; together they are both texts.

    Between two changes stands a word that stays: spaces and signs alone part none.
    """
    before, after = tokens_of(old), tokens_of(new)
    return tuple(_parted(before, after))


def _parted(before: tuple[Plain, ...], after: tuple[Plain, ...]) -> Iterator[Stretch]:
    """Both texts as stretches that stay and stretches that change, by turns."""
    i = j = 0
    for start, other, length in _blocks(before, after):
        if start > i or other > j:
            yield Stretch(False, before[i:start], after[j:other])
        i, j = start + length, other + length
        if length:
            yield Stretch(True, before[start:i], after[other:j])


def _blocks(
    before: tuple[Plain, ...], after: tuple[Plain, ...]
) -> Iterator[tuple[int, int, int]]:
    """Where both texts are alike, and how far; the last one is empty, at their ends."""
    start = other = length = 0
    for i, j in _pairs(tuple(map(_known_by, before)), tuple(map(_known_by, after))):
        if (i, j) != (start + length, other + length):
            yield start, other, length
            start, other, length = i, j, 0
        length += 1
    yield start, other, length
    yield len(before), len(after), 0


def _pairs(before: tuple[Plain, ...], after: tuple[Plain, ...]) -> Pairs:
    """The tokens that stay: words, and the spaces and signs that hang on them."""
    end = len(before), len(after)
    for (i, j), (k, m) in pairwise(((-1, -1), *_words_that_stay(before, after), end)):
        if i >= 0:
            yield i, j
        lead = _alike(before[i + 1 : k], after[j + 1 : m])
        yield from ((i + n, j + n) for n in range(1, lead + 1))
        tail = _alike(before[i + 1 + lead : k][::-1], after[j + 1 + lead : m][::-1])
        yield from ((k - n, m - n) for n in range(tail, 0, -1))


def _alike(one: Sequence[Plain], other: Sequence[Plain]) -> int:
    """How many tokens two sequences begin with alike."""
    parted = (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(parted, min(len(one), len(other)))


def _words_that_stay(before: tuple[Plain, ...], after: tuple[Plain, ...]) -> Pairs:
    one, other = (
        [n for n, token in enumerate(tokens) if _is_word(token)]
        for tokens in (before, after)
    )
    pairs = _longest_common([before[n] for n in one], [after[n] for n in other])
    return ((one[i], other[j]) for i, j in reversed(tuple(pairs)))


def _longest_common(one: Sequence[Plain], other: Sequence[Plain]) -> Pairs:
    """The pairs of a longest common subsequence, the last one first.

    The rows of the table are numbers with a bit a word of the first text (H. Hyyrö,
    "Bit-parallel LCS-length computation revisited", 2004): Python adds thousands of
    bits at once. A bit is out where a word more is common.
    """
    places: dict[Plain, int] = {}
    for n, word in enumerate(one):
        places[word] = places.get(word, 0) | 1 << n
    full = (1 << len(one)) - 1
    rows = [full]
    for word in other:
        shared = rows[-1] & places.get(word, 0)
        rows.append((rows[-1] + shared | rows[-1] - shared) & full)
    i, j = len(one), len(other)
    while i and j:
        if rows[j] >> i - 1 & 1:
            i -= 1
        elif not rows[j - 1] >> i - 1 & 1:
            j -= 1
        else:
            i, j = i - 1, j - 1
            yield i, j


def tokens_of(content: Content) -> tuple[Plain, ...]:
    """The words, spaces and signs of a content, each with its look."""
    return tuple(token for inline in content for token in _tokens(inline))


def _tokens(inline: Inline) -> Iterator[Plain]:
    if isinstance(inline, Insertion | Deletion):
        raise ValueError("a comparison cannot be compared again")
    if isinstance(inline, Run):
        for match in TOKEN.finditer(inline.text):
            yield inline._replace(text=match.group())
    else:
        yield inline


def _known_by(token: Plain) -> Plain:
    """A token as it is compared: the number of a footnote says nothing."""
    return token._replace(label="") if isinstance(token, NoteReference) else token


def _is_word(token: Plain) -> bool:
    return not isinstance(token, Run) or bool(WORD.search(token.text))


def words_in(tokens: Iterable[Plain]) -> frozenset[str]:
    """The words among some tokens, without case."""
    return frozenset(
        text.casefold() for text in (text_of((t,)) for t in tokens) if WORD.search(text)
    )
