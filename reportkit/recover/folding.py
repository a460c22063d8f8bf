"""Texts as they are held against each other: without looks and typography."""

from __future__ import annotations

import re
import unicodedata

from reportkit.languages.order import base_letters
from reportkit.model.marks import pieces_of

_QUOTES = dict.fromkeys("“”«»„", '"') | dict.fromkeys("’‘ʼ", "'")
_HYPHENS = {"\u2011": "-"}
_SPACES = dict.fromkeys("\u00a0\u202f\u2009\u2007", " ")
_UNSEEN = dict.fromkeys("\u00ad\u200e\u200f\u061c\ufeff\u2066\u2067\u2068\u2069", None)
FOLD = str.maketrans({**_QUOTES, **_HYPHENS, **_SPACES, **_UNSEEN})
# A span of days is printed with spaces around its dash or without, and typed with a
# hyphen: 30 March–3 April, 6-10 May.
SPAN = re.compile(r"(?<=\w) ?– ?(?=\d)|(?<=\d)-(?=\d)|(?<=\w) - (?=\d)")
# Chinese sentences stand beside each other without a space.
HAN_SPACE = re.compile(r"(?<=[。！？]) (?=\w)")


def plain(text: str) -> str:
    """A text without its marks: what is printed of it, calls of notes left out."""
    shown = (p.text for p in pieces_of(text) if p.kind in ("text", "raised", "brace"))
    return "".join(shown)


def folded(text: str) -> str:
    """A printed text with its quotation marks, hyphens and spaces made alike."""
    text = unicodedata.normalize("NFC", text).translate(FOLD)
    text = HAN_SPACE.sub("", re.sub(r"\s+", " ", text).strip())
    return SPAN.sub("–", text)


def alike(text: str) -> str:
    """The letters and figures of a text: headings and titles are known by them."""
    return " ".join(base_letters(re.sub(r"[^\w\s]", " ", plain(text))).split())


def dense(text: str) -> int:
    """How many characters of a text are no white space."""
    return sum(not each.isspace() for each in text)
