"""Why quoted words are not found in a passage, or not once: what to quote instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.assemble.parts import Order
from reportkit.assemble.report import assemble
from reportkit.document.text import text_of
from reportkit.edition.pointing import Known
from reportkit.edition.status import contents_of
from reportkit.languages.words import MissingWord
from reportkit.model.amendments import Amendment
from reportkit.model.marks import Piece, pieces_of
from reportkit.problems import has_errors
from reportkit.revise.quotation import occurrences

SPACES = re.compile(r"\s+")
# What may end a passage in print, whatever ends it in its file.
LAST = r"[\s.;。；؛]*"


def advice(known: Known, each: Amendment, language: str) -> str:
    """What to do about a quotation that does not fit; nothing where it fits."""
    text = known.draft.texts.get(language, {}).get(each.passage, "")
    count = len(occurrences(text, each.old))
    if count > 1:
        every = ", or put `g` at the end: s/old/new/g"
        return "quote more words" + (every if each.action == "replace" else "")
    if count or not text:
        return ""
    return _of_mark(known, each, language, text) or _as_amended(known, each)


def _as_amended(known: Known, each: Amendment) -> str:
    """Who puts the words there, where they are no words of the draft."""
    for other in known.session.amendments:
        if other.passage == each.passage and occurrences(other.words, each.old):
            words = f"`{other.id}` puts these words there ({other.place})"
            return f"{words}; quote the draft's"
    return ""


def _of_mark(known: Known, each: Amendment, language: str, text: str) -> str:
    """The mark that prints the words, or the signs that stand among them."""
    printed = _printed(known, str(each.passage), language)
    spans = tuple(_spans(text, printed))
    for start, end in occurrences(printed, each.old):
        met = [piece for piece, first, last in spans if first < end and start < last]
        marks = [each.text for each in met if each.text.startswith("{")]
        if marks:
            words = f"these words come from the mark `{marks[0]}`"
            return f"{words}: quote the mark itself, or change what it stands for"
        if len(met) > 1 or any(each.italic or each.kind == "raised" for each in met):
            return "signs stand among these words: quote them as the file has them"
    return ""


def _printed(known: Known, id: str, language: str) -> str:
    """The words of a passage as its document prints them."""
    document, _ = known.stands(id)
    wording = known.loaded.wordings_of(document).get(language) if document else None
    # A translation that is wrong cannot be printed.
    if wording is None or has_errors(known.loaded.problems):
        return ""
    try:
        made = assemble(wording, known.loaded.outlines, Order(document))
    except MissingWord:
        return ""
    contents = (text_of(content) for name, content in contents_of(made) if name == id)
    return next(contents, "")


def _spans(text: str, printed: str) -> Iterator[tuple[Piece, int, int]]:
    """The pieces of a text and where each is printed; none where that is unclear."""
    pieces = pieces_of(text)
    pattern = "".join(f"({_pattern(each)})" for each in pieces)
    found = re.fullmatch(rf"{pattern}{LAST}", printed, re.S)
    if found:
        for place, piece in enumerate(pieces, 1):
            yield piece, *found.span(place)


def _pattern(piece: Piece) -> str:
    """What a piece may be printed as; spaces differ, the last sign too."""
    if piece.text.startswith("{") and piece.kind != "text":
        return ".*?"
    words = SPACES.split(piece.text.rstrip(" \n.;。；؛"))
    return r"\s*".join(map(re.escape, words)) + LAST
