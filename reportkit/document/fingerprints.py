"""Fingerprints of printed passages: what a Word file remembers of its own making.

When the file comes back, a passage whose words are still those that were printed
was not touched, whatever the sources say by then.
"""

from __future__ import annotations

import base64
import hashlib
import unicodedata
from collections.abc import Mapping

from reportkit.document.nodes import Document, Property
from reportkit.document.text import contents_of, text_of

NAME = "fingerprints"
# Base64 signs of a fingerprint, and bytes: 24 bits. A file holds a few thousand.
SIGNS, BYTES = 4, 3
# Signs that are typed one way and set another; and those that nobody sees.
UNSEEN = "\u200e\u200f\u061c\ufeff\u00ad"
SAME = str.maketrans("’‘“”„«»\u2010\u2011", '\'\'"""""--', UNSEEN)
# Word cuts a property off after 255 characters.
LONGEST = 252


def fingerprint_of(id: str, text: str) -> str:
    """Four signs for the words that a passage is printed with.

    White space, and signs that Word replaces while people type, say nothing.
    """
    known = unicodedata.normalize("NFC", text).translate(SAME)
    words = f"{id}\n{''.join(known.split())}"
    digest = hashlib.blake2b(words.encode(), digest_size=BYTES).digest()
    return base64.b64encode(digest).decode()


def with_fingerprints(document: Document) -> Document:
    """The document with the fingerprints of its passages among its properties.

    A sheet that is no document of a session has no properties, and gets none.
    """
    if not document.properties:
        return document
    marks = (
        fingerprint_of(id, text_of(content))
        for id, content in contents_of(document)
        if id and content
    )
    every = "".join(dict.fromkeys(marks))
    made = (
        Property(f"{NAME}-{start // LONGEST + 1}", every[start : start + LONGEST])
        for start in range(0, len(every), LONGEST)
    )
    return document._replace(properties=(*document.properties, *made))


def fingerprints_in(properties: Mapping[str, str]) -> frozenset[str]:
    """The fingerprints among the properties of a file that came back."""
    kept = (value for name, value in properties.items() if name.startswith(f"{NAME}-"))
    return frozenset(
        value[start : start + SIGNS]
        for value in kept
        for start in range(0, len(value), SIGNS)
    )
