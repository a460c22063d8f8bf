"""Why quoted words are not found in a passage, or not once: what to quote instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from reportkit.assemble.parts import Order
from reportkit.assemble.report import assemble
from reportkit.assemble.wording import Wording
from reportkit.document.text import contents_of, text_of
from reportkit.edition.pointing import Known
from reportkit.languages.words import MissingWord
from reportkit.model.amendments import Amendment
from reportkit.model.marks import Piece
from reportkit.problems import has_errors
from reportkit.revise.drafted import draft_of
from reportkit.revise.printing import printed_pieces
from reportkit.revise.quotation import occurrences

# A mark stays whole, with the word that it stands in.
WORD = re.compile(r"(?:\{[^{}]*\}|\S)+")
# How much of a text is shown on either side of a mark.
AROUND = 30
# What is shown of a text anyway, and how many signs make words that are alike.
BEGINNING, ALIKE = 60, 8


def advice(known: Known, each: Amendment, language: str) -> str:
    """What to do about a quotation that does not fit; nothing where it fits."""
    text = known.draft.texts.get(language, {}).get(each.passage, "")
    count = len(occurrences(text, each.old))
    if count > 1:
        every = ", or put `g` at the end: s/old/new/g"
        return "quote more words" + (every if each.action == "replace" else "")
    if count or not text:
        return ""
    found = _of_mark(known, each, language, text) or _as_amended(known, each)
    return found or _nearest(text, str(each.old))


def _nearest(text: str, old: str) -> str:
    """The words of a text that are most like a quotation, if they stand far on."""
    found = SequenceMatcher(None, text, old, False).find_longest_match()
    if found.size < ALIKE or found.a + found.size <= BEGINNING:
        return ""
    words = Piece("text", text[found.a : found.a + found.size], found.a)
    return f'it says: "{_around(text, words, words)}"'


def _as_amended(known: Known, each: Amendment) -> str:
    """Who puts the words there, where they are no words of the draft."""
    for other in known.session.amendments:
        if other.passage == each.passage and occurrences(other.words, each.old):
            words = f"`{other.id}` puts these words there ({other.place})"
            return f"{words}; quote the draft's"
    return ""


def _of_mark(known: Known, each: Amendment, language: str, text: str) -> str:
    """The mark that prints the words, or the signs that stand among them."""
    for own, printed in _printed(known, str(each.passage), language):
        spans = tuple(printed_pieces(own, printed))
        for start, end in occurrences(printed, each.old):
            met = [piece for piece, a, b in spans if a < end and start < b]
            met = [p._replace(offset=text.find(p.text)) for p in met if p.text in text]
            if hint := _as_in_the_file(text, met):
                return hint
    return ""


def _as_in_the_file(text: str, met: list[Piece]) -> str:
    """How the file has words that pieces of a text print, if it is otherwise."""
    marks = [each for each in met if each.text.startswith("{")]
    if marks:
        words = f"these words come from the mark `{marks[0].text}`"
        shown = _around(text, marks[0], marks[-1])
        return (
            f"{words}: quote it as the file has it, or change what it stands for; "
            f'it says: "{shown}"'
        )
    signs = [each for each in met if each.italic or each.kind == "raised"]
    if signs or len(met) > 1:
        words = "signs stand among these words: quote them as the file has them"
        return f'{words}: "{_around(text, (signs or met)[0], (signs or met)[-1])}"'
    return ""


def _around(text: str, first: Piece, last: Piece) -> str:
    """A text from a little before a piece to a little after another, whole words."""
    start, end = first.offset - AROUND, last.offset + len(last.text) + AROUND
    words = list(WORD.finditer(text))
    shown = [each[0] for each in words if each.end() > start and each.start() < end]
    before = "…" if words[0].end() <= start else ""
    after = "…" if words[-1].start() >= end else ""
    return f"{before}{' '.join(shown)}{after}"


def _printed(known: Known, id: str, language: str) -> Iterator[tuple[str, str]]:
    """The text of a passage in each document in which it stands, and as printed."""
    # A translation that is wrong cannot be printed.
    if has_errors(known.loaded.problems):
        return
    numbers = known.numbers.get(str(known.session.facts.written_in), {})
    for document in (name for name, own in numbers.items() if id in own):
        wording = known.loaded.wordings_of(document).get(language)
        if wording is not None:
            text = draft_of(wording.session).texts.get(language, {}).get(id, "")
            for printed in _contents(known, wording, document, id):
                yield text, printed


def _contents(known: Known, wording: Wording, document: str, id: str) -> Iterator[str]:
    try:
        made = assemble(wording, known.loaded.outlines, Order(document))
    except MissingWord:
        return
    yield from (text_of(each) for name, each in contents_of(made) if name == id)
