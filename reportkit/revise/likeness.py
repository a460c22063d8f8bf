"""How alike two texts are, by their words; signs that are set otherwise say nothing."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from reportkit.document.fingerprints import SAME
from reportkit.revise.difference import TOKEN, WORD

SPACES = re.compile(r"\s+")
# Spaces that French sets inside quotation marks and before high signs.
INSIDE = re.compile(r'(?<=")\s+|\s+(?=["?!:;»])')


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """A text as it is compared: signs of typography are alike, spaces are one."""
    known = unicodedata.normalize("NFC", text).translate(SAME)
    known = known.replace("…", "...").replace("\u00a0", " ").replace("\u202f", " ")
    return INSIDE.sub("", SPACES.sub(" ", known)).strip()


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, without case."""
    found = TOKEN.findall(folded(text))
    return tuple(word.casefold() for word in found if WORD.search(word))


def likeness(one: str, other: str) -> float:
    """From 0 to 1: the share of their words that two texts have in common."""
    first, second = words_of(one), words_of(other)
    if not first or not second:
        return float(folded(one) == folded(other))
    common = Counter(first) & Counter(second)
    return 2 * common.total() / (len(first) + len(second))


def contained(part: str, whole: str) -> float:
    """From 0 to 1: the share of a text's words that another one has."""
    words = Counter(words_of(part))
    if not words:
        return 0.0
    return (words & Counter(words_of(whole))).total() / words.total()
