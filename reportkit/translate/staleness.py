"""How far a source has changed since it was translated."""

from __future__ import annotations

import re

from reportkit.model.fingerprint import fingerprint
from reportkit.model.kinds import SYMBOL
from reportkit.translate.units import FIGURES, SUBSTANTIVE, TYPOGRAPHIC

# Signs of one meaning: quotation marks, apostrophes, dashes, spaces.
QUOTES, DASHES, SPACES = '’‘ʼ“”„"«»‹›', "–—‑−", "\u00a0\u2009\u202f\u3000"
ALIKE = {
    ord(sign): plain
    for signs, plain in ((QUOTES, "'"), (DASHES, "-"), (SPACES, " "))
    for sign in signs
}
LOOKS = re.compile(r"(?<![\w*])\*|\*(?!\w)|\^")
FIGURE = re.compile(r"\{ref:[^}]*\}|\d[\d.,:/\u00a0 ]*\d|\d|\([a-z]{1,3}\)")
GAPS = re.compile(r"\s+")


def grade(old: str, new: str) -> str:
    """What a translation of the old text has to catch up with: one of the grades.

    Empty where both are the same text. Typographic are quotation marks, dashes,
    spaces and looks; figures are numbers, letters of points, references and
    symbols; everything else is substantive. Where the old text is not known it
    is empty, and all may have changed.
    """
    if old and fingerprint(old) == fingerprint(new):
        return ""
    if old and _plain(old) == _plain(new):
        return TYPOGRAPHIC
    if old and _without_figures(old) == _without_figures(new):
        return FIGURES
    return SUBSTANTIVE


def _plain(text: str) -> str:
    return GAPS.sub(" ", LOOKS.sub("", text.translate(ALIKE))).strip()


def _without_figures(text: str) -> str:
    bare = SYMBOL.sub("#", text)
    return GAPS.sub(" ", FIGURE.sub("#", _plain(bare)))
