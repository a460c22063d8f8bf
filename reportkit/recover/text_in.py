"""The text of a paragraph as sentences are looked for in it."""

from __future__ import annotations

import re

from reportkit.languages.order import base_letters

_MARKS = re.compile(r"\{note: [^}]*\}|[*^\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"[\s\u00a0\u2007\u202f]+")
_TYPED = str.maketrans({"'": "’", "ʼ": "’", "\u2011": "-", "\u2010": "-", "؛": ";"})
_END = re.compile(r"[.!?؟][”»\"]?\s+(?=[\W_]*[^\W\d_a-zà-öø-ÿа-яё])|。[”»]?")
# What a full stop after does not end a sentence: a title, an initial, a number.
_SHORT = re.compile(
    r"(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|M|MM|Mme|Mmes|Sr|Sra|Sres|St|No|Nos|pp?|vol|art"
    r"|[^\W\d_]"
    r"|г-н|г-жа|г)$"
)


def plain(text: str) -> str:
    """A text without its marks, with one kind of space, hyphen and apostrophe."""
    bare = _MARKS.sub("", text).replace("{{", "{").replace("}}", "}")
    return _SPACES.sub(" ", bare.translate(_TYPED)).strip()


def sentences_in(text: str) -> tuple[str, ...]:
    """The sentences of a text, with the signs that end them."""
    made, start = [], 0
    for end in _END.finditer(text):
        if not _SHORT.search(text[start : end.start()]):
            made.append(text[start : end.end()].strip())
            start = end.end()
    return tuple(each for each in (*made, text[start:].strip()) if each)


def unended(sentence: str) -> str:
    """A sentence without the sign that ends it."""
    return sentence.rstrip(" .;:。；：؛")


def letters(text: str) -> str:
    """The letters and digits of a text alone, to compare names and titles by."""
    return base_letters(text).replace(" ", "")
