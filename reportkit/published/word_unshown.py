"""What of a Word paragraph is not printed: hidden words, and signs without a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.opc.word_file import WordParagraph, WordRun
from reportkit.problems import Place
from reportkit.published.lines import Left
from reportkit.published.unseen import UNSEEN, UNSEEN_SIGNS
from reportkit.source.encoding import FORBIDDEN

HIDDEN, SIGN = "hidden text", "a sign of a font of its own"
# What Unicode leaves to a font, and what no document may hold.
_SIGNS = re.compile(f"[\ue000-\uf8ff]|{UNSEEN_SIGNS.pattern}|{FORBIDDEN.pattern}")


def visible(paragraph: WordParagraph) -> tuple[WordRun, ...]:
    """The runs that are printed, without signs that no other font has."""
    runs = (run for run in paragraph.runs if not run.hidden)
    return tuple(
        run._replace(text=_SIGNS.sub("", run.text)) if _SIGNS.search(run.text) else run
        for run in runs
    )


def unshown(paragraph: WordParagraph, place: Place) -> Iterator[Left]:
    """What a paragraph does not print, which is left."""
    hidden = "".join(run.text for run in paragraph.runs if run.hidden)
    if hidden.strip():
        yield Left(hidden, place, HIDDEN)
    for run in paragraph.runs:
        signs = "" if run.hidden else "".join(_SIGNS.findall(run.text))
        of_a_font, unseen = UNSEEN_SIGNS.sub("", signs), UNSEEN_SIGNS.findall(signs)
        if of_a_font.strip():
            yield Left(of_a_font, place, SIGN)
        if unseen:
            yield Left("".join(unseen), place, UNSEEN)


def named(signs: str) -> str:
    """Signs that cannot be shown, by their codes."""
    return ", ".join(f"U+{ord(sign):04X}" for sign in signs)
